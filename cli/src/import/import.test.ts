import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parse, resolve } from '#core';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-import-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The draft of these files, after what holds for every draft: it has no error, and its layout is the formatter's. */
async function draftOf(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
  const { code, out, err } = await runCli(['import', ...Object.keys(files)], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(resolve(parse(out)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(format(out)).toEqual([]);
  return out;
}

/** Its statements, without comments. */
function statements(draft: string): readonly string[] {
  return draft
    .split('\n')
    .map((line) => (line.split('//')[0] ?? '').replaceAll(/ +/g, ' ').trimEnd())
    .filter((line) => line !== '');
}

const COMPOSE = `x-store: &store
  restart: always
  networks: [back]
services:
  web:
    build: ./web
    ports: ["80:80"]
    networks: [front]
    depends_on: [api]
  api:
    image: example.org/shop/api:1.2
    deploy: { replicas: 2 }
    networks: [front, back]
    environment:
      DATABASE_URL: postgres://user:secret@db-primary:5432/shop
      CACHE: memcached:11211
  mailer:
    image: example.org/shop/mailer
    networks: [back]
    environment: ["BROKER=amqp://queue:5672"]
  db-primary:
    <<: *store
    image: bitnami/postgresql-repmgr:16
  db-replica:
    <<: *store
    image: bitnami/postgresql-repmgr:16
    depends_on:
      db-primary: { condition: service_healthy }
  memcached:
    <<: *store
    image: memcached:1.6
  queue:
    <<: *store
    image: rabbitmq:3.13-management
networks:
  front: {}
  back:
    internal: true
`;

test('a Compose file: networks, copies, a cluster, a cache, and who reaches what', async () => {
  const draft = await draftOf({ 'compose.yaml': COMPOSE });
  expect(statements(draft)).toEqual([
    'zone front {',
    ' node web',
    '}',
    'zone back {',
    ' node db-primary',
    ' node db-replica',
    ' node memcached',
    ' node queue',
    '}',
    'node api-1, api-2',
    'link api-1 -- front',
    'link api-1 -- back',
    'link api-2 -- front',
    'link api-2 -- back',
    'client users',
    'link users -- front',
    'client mailer in back',
    'service web on web',
    'service api on api-1, api-2',
    'store db on db-primary, db-replica { like postgresql-async }',
    'store memcached on memcached { from db like memcached }',
    'store queue on queue { choose CP }',
    'operation read-db: read db from users through web, api',
    'operation write-db: write db from users through web, api',
    'operation read-memcached: read memcached from users through web, api',
    'operation read-queue: read queue from mailer',
    'operation write-queue: write queue from mailer',
  ]);
  // Every guess with its line.
  expect(draft).toContain('// guess: it is open to the outside, so users there ask it (compose.yaml:7).');
  expect(draft).toContain('// guess: its settings (compose.yaml:15)');
  expect(draft).toContain('// compose.yaml:23: image bitnami/postgresql-repmgr:16');
  expect(draft).toContain('// guess: by their names these are one cluster.');
  expect(draft).toContain(
    '// guess: postgresql-async; its settings do not say so. ' +
      'Or: postgresql-patroni-sync, postgresql-patroni, postgresql-sync.',
  );
  expect(draft).toContain('// guess: memcached is filled from db, the only store beside it.');
});

test('an image of the project is what it is called first', async () => {
  const draft = await draftOf({
    'compose.yaml': `services:
  redpanda:
    image: redpandadata/redpanda:v24
  fill:
    image: fill-kafka
    build: fill
    environment:
      KAFKA_URL: kafka://redpanda:9092/order
  db:
    image: postgres-ours
    build: db
`,
  });
  expect(statements(draft).filter((line) => /^(store|client|service)/.test(line))).toEqual([
    'client fill in default',
    'store redpanda on redpanda { choose CP }',
    'store db on db { choose CP }',
  ]);
});

test('settings that show a configuration are no guess, and Sentinels elect', async () => {
  const draft = await draftOf({
    'compose.yaml': `services:
  mysql1: { image: "mysql:8", command: --plugin-load=group_replication.so }
  mysql2: { image: "mysql:8", command: --plugin-load=group_replication.so }
  mysql3: { image: "mysql:8", command: --plugin-load=group_replication.so }
  redis-master: { image: "redis:7" }
  redis-replica: { image: "redis:7", command: redis-server --replicaof redis-master 6379 }
  sentinel: { image: "redis:7", command: redis-sentinel /etc/sentinel.conf, deploy: { replicas: 3 } }
  rs1: { image: "mongo:7" }
  rs2: { image: "mongo:7" }
  rs-arbiter: { image: "mongo:7" }
`,
  });
  expect(statements(draft)).toEqual(
    expect.arrayContaining([
      'store mysql on mysql1, mysql2, mysql3 { like mysql-group-replication }',
      'store redis on redis-master, redis-replica { replicate primary redis-master async failover automatic by ' +
        'sentinel-1, sentinel-2, sentinel-3 }',
      'store rs on rs1, rs2, witness rs-arbiter { like mongodb }',
    ]),
  );
  expect(draft).not.toContain('mysql-async');
});

test('manifests of Kubernetes: zones, Services as hosts, an Ingress, an operator', async () => {
  const draft = await draftOf({
    'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.org/web
          env: [{ name: DB_HOST, value: shop-db-rw.default.svc.cluster.local }, { name: ETCD, value: "http://kv:2379" }]
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: web } } }] } }] }
`,
    'data.yaml': `apiVersion: v1
kind: List
items:
  - apiVersion: postgresql.cnpg.io/v1
    kind: Cluster
    metadata: { name: shop-db }
    spec: { instances: 3 }
  - apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: etcd }
    spec:
      replicas: 3
      template:
        metadata: { labels: { app: etcd } }
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - { key: topology.kubernetes.io/zone, operator: In, values: [z1, z2, z3] }
          containers: [{ name: etcd, image: "quay.io/coreos/etcd:v3.5.9" }]
  - { apiVersion: v1, kind: Service, metadata: { name: kv }, spec: { selector: { app: etcd } } }
  - { apiVersion: batch/v1, kind: CronJob, metadata: { name: report }, spec: { jobTemplate: { spec: { template: { spec: {
      containers: [{ name: r, image: example.org/report, env: [{ name: DB, value: shop-db-ro }] }] } } } } } }
`,
  });
  expect(statements(draft)).toEqual([
    'zone z1 {',
    ' node web-1',
    ' node shop-db-1',
    ' node etcd-1',
    '}',
    'zone z2 {',
    ' node web-2',
    ' node shop-db-2',
    ' node etcd-2',
    '}',
    'zone z3 {',
    ' node web-3',
    ' node shop-db-3',
    ' node etcd-3',
    '}',
    'mesh z1, z2, z3',
    'client users',
    'link users -- z1',
    'link users -- z2',
    'link users -- z3',
    'client report in z1',
    'service web on web-1, web-2, web-3',
    'store shop-db on shop-db-1, shop-db-2, shop-db-3 { like postgresql-async }',
    'store etcd on etcd-1, etcd-2, etcd-3 { like etcd }',
    'operation web-read-shop-db: read shop-db from users through web',
    'operation web-write-shop-db: write shop-db from users through web',
    'operation read-etcd: read etcd from users through web',
    'operation write-etcd: write etcd from users through web',
    'operation report-read-shop-db: read shop-db from report',
    'operation report-write-shop-db: write shop-db from report',
  ]);
});

test('zones that no manifest names are told', async () => {
  const draft = await draftOf({
    'db.yaml': `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cassandra }
spec:
  replicas: 3
  template:
    spec:
      topologySpreadConstraints:
        - { topologyKey: topology.kubernetes.io/zone, maxSkew: 1 }
      containers: [{ name: c, image: "cassandra:4.1" }]
`,
  });
  expect(draft).toContain(
    '// db.yaml:9: cassandra is spread over zones that no file names: move its nodes into zones.',
  );
  expect(draft).toContain('// Nothing in the file says who uses cassandra.');
});

test('a plan of Terraform: zones, a standby, managed services, references', async () => {
  const resource = (address: string, values: object): object => ({
    address,
    mode: 'managed',
    type: address.split('.')[0],
    name: address.split('.')[1],
    values,
  });
  const refers = (address: string, ...references: string[]): object => ({
    address,
    expressions: { environment: { references } },
  });
  const draft = await draftOf({
    'plan.json': JSON.stringify(
      {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              resource('aws_subnet.a', { availability_zone: 'eu-west-1a' }),
              resource('aws_subnet.b', { availability_zone: 'eu-west-1b' }),
              resource('aws_lb.front', {}),
              resource('aws_ecs_service.api', { desired_count: 2 }),
              resource('aws_db_instance.orders', { engine: 'postgres', multi_az: true }),
              resource('aws_dynamodb_table.carts', {}),
            ],
            child_modules: [
              { address: 'module.files', resources: [resource('aws_s3_bucket.images', { bucket: 'images' })] },
            ],
          },
        },
        configuration: {
          root_module: {
            resources: [
              refers('aws_lb.front', 'aws_ecs_service.api.id', 'aws_ecs_service.api'),
              refers('aws_ecs_service.api', 'aws_db_instance.orders', 'aws_dynamodb_table.carts'),
            ],
          },
        },
      },
      null,
      1,
    ),
  });
  expect(statements(draft)).toEqual(
    expect.arrayContaining([
      'mesh eu-west-1a, eu-west-1b',
      'store orders on orders-1, orders-2 { like postgresql-async }',
      'store carts on carts-1, carts-2, carts-3 { like dynamodb }',
      'store images on images-1, images-2, images-3 { like s3 }',
      'operation read-orders: read orders from users through front, api',
      'operation write-carts: write carts from users through front, api',
    ]),
  );
  expect(draft).toContain('guess: a table is in three Availability Zones');
});

test('a workspace of Structurizr: deployment nodes are zones, instances are copies', async () => {
  const draft = await draftOf({
    'workspace.json': JSON.stringify({
      model: {
        people: [{ id: '1', name: 'Customer', relationships: [{ id: '9', sourceId: '1', destinationId: '3' }] }],
        softwareSystems: [
          {
            id: '2',
            name: 'Bank',
            containers: [
              {
                id: '3',
                name: 'API',
                technology: 'Java and Spring MVC',
                relationships: [{ id: '10', sourceId: '3', destinationId: '4', description: 'reads from' }],
              },
              { id: '4', name: 'Database', technology: 'PostgreSQL 16' },
            ],
          },
        ],
        deploymentNodes: [
          {
            id: '5',
            name: 'Frankfurt',
            environment: 'Live',
            children: [
              { id: '6', name: 'vm', instances: '2', containerInstances: [{ id: '7', containerId: '3' }] },
              { id: '8', name: 'db', containerInstances: [{ id: '11', containerId: '4' }] },
            ],
          },
          {
            id: '12',
            name: 'Laptop',
            environment: 'Development',
            containerInstances: [{ id: '13', containerId: '3' }],
          },
        ],
      },
    }),
  });
  expect(statements(draft)).toEqual([
    'zone Frankfurt {',
    ' node API-1, API-2',
    ' node Database',
    '}',
    'client Customer',
    'link Customer -- Frankfurt',
    'service API on API-1, API-2',
    'store Database on Database { choose CP }',
    'operation read-Database: read Database from Customer through API',
    'operation write-Database: write Database from Customer through API',
  ]);
});

test('a model of LikeC4: systems are zones, relations of components are those of what they are in', async () => {
  const draft = await draftOf({
    'model.json': JSON.stringify({
      elements: {
        customer: { kind: 'actor', title: 'Customer' },
        shop: { kind: 'system', title: 'Shop' },
        'shop.web': { kind: 'container', title: 'Web' },
        'shop.web.cart': { kind: 'component', title: 'Cart' },
        'shop.db': { kind: 'database', title: 'Orders', technology: 'MongoDB' },
      },
      relations: {
        a: { source: { model: 'customer' }, target: { model: 'shop.web' }, title: 'orders' },
        b: { source: 'shop.web.cart', target: 'shop.db', title: 'writes' },
      },
      views: {},
    }),
  });
  expect(statements(draft)).toEqual([
    'zone Shop {',
    ' node Web',
    ' node Orders',
    '}',
    'client Customer',
    'link Customer -- Shop',
    'service Web on Web',
    'store Orders on Orders { choose CP }',
    'operation read-Orders: read Orders from Customer through Web',
    'operation write-Orders: write Orders from Customer through Web',
  ]);
});

test('--compare says what only one of the two has', async () => {
  writeFileSync(path.join(cwd, 'compose.yaml'), COMPOSE);
  await runCli(['import', 'compose.yaml', '--out', 'shop.cap'], { cwd });
  expect(await runCli(['import', 'compose.yaml', '--compare', 'shop.cap'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining('They have the same stores, replicas, services and zones.'),
  });
  writeFileSync(
    path.join(cwd, 'old.cap'),
    `zone front { node web, api }
zone back { node db }
link front -- back
client users in front
service web on web
service search on api
store db on db { choose CP }
operation look: read db from users through web
`,
  );
  const { code, out } = await runCli(['import', 'compose.yaml', '--compare', 'old.cap'], { cwd });
  expect(code).toBe(1);
  expect(out.split('\n').filter((line) => /^(store|service|zone) /.test(line))).toEqual([
    'store memcached  is deployed (compose.yaml:29), and the design has none',
    'store queue      is deployed (compose.yaml:32), and the design has none',
    'store db         has 2 copies deployed (compose.yaml:21), and 1 in the design',
    'service api      is deployed (compose.yaml:10), and the design has none',
    'service search   is in the design, and not deployed',
  ]);
});

test.each([
  ['', 'is empty'],
  ['a: [1', 'is neither YAML nor JSON'],
  ['a: 1', 'nothing here is known to import'],
  ['apiVersion: v1\nkind: Service\nmetadata: { name: x }', 'deploys nothing that a design could have'],
  [`${COMPOSE}---\napiVersion: v1\nkind: Pod\nmetadata: { name: x }`, 'import one of them at a time'],
])('%j is refused in one sentence', async (text, why) => {
  const { code, out, err } = await runCli(['import', '-'], { stdin: text });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^netsplit: [^\n]+\.\n$/);
  expect(err).toContain(why);
});

test('aliases that would mean millions of values are refused', async () => {
  const levels = Array.from({ length: 9 }, (_, index) =>
    index === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]' : `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}x]`,
  );
  const { code, err } = await runCli(['import', '-'], { stdin: levels.join('\n') });
  expect(code).toBe(2);
  expect(err).toContain('more than 1000000 values');
});

test('hostile names stay names', async () => {
  const draft = await draftOf({
    'compose.yaml': JSON.stringify({
      services: {
        'a"b\\c': { image: 'redis:7' },
        'expect never lost': { image: 'x\n} store y', ports: [1], depends_on: ['a"b\\c', 'node'] },
        node: { image: 'postgres\u202e:16' },
        users: { build: '.', depends_on: ['node'] },
      },
    }),
  });
  expect(statements(draft)).toEqual(
    expect.arrayContaining([
      'store "a\\"b\\\\c" on "a\\"b\\\\c" { choose CP }',
      'service "expect never lost" on "expect never lost"',
      'operation users-read-node: read "node" from users',
    ]),
  );
});
