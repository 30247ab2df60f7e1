import type { DeployedZone, ImportFormat, Note, Origin, Part, Role } from './deployment.js';
import { imageName, isElector, productCalled, productNamed, PRODUCTS } from './products.js';
import { at, countAt, entriesAt, itemsAt, textAt, textsIn, type Document, type Tree } from './tree.js';
import { usesIn } from './uses.js';

/** Manifests of Kubernetes: workloads are parts, and a zone is a value of `topology.kubernetes.io/zone`. */
export const kubernetes: ImportFormat = {
  product: 'Kubernetes',
  sign: 'apiVersion and kind',
  is: ({ root }) => textAt(root, 'apiVersion') !== undefined && textAt(root, 'kind') !== undefined,
  read: (documents) => {
    const objects = documents.flatMap(objectsIn);
    const workloads = objects.filter(({ kind }) => WORKLOADS.includes(kind) || ofOperator(kind) !== undefined);
    const hosts = hostsOf(objects, workloads);
    const zones = zonesOf(workloads);
    const cluster: DeployedZone | undefined =
      zones.length > 0 || workloads[0] === undefined
        ? undefined
        : { name: 'cluster', origin: workloads[0].origin, guess: 'no zone is named, so all nodes share one' };
    const all = cluster === undefined ? zones : [cluster];
    return {
      zones: all,
      parts: workloads.map((workload) => partOf(workload, hosts, publishedAt(objects, workload), all)),
      areZonesConnected: true,
      notes: workloads.flatMap((workload) => notesOf(workload, zones)),
    };
  },
};

interface KubernetesObject {
  readonly kind: string;
  readonly name: string;
  readonly origin: Origin;
  readonly tree: Tree;
}

const WORKLOADS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
  'Job',
  'CronJob',
];

/** Objects that an operator makes a cluster of: the product, and where they say how many. */
const OF_OPERATORS: Readonly<Record<string, { product: string; copies: readonly (readonly string[])[] }>> = {
  Cluster: { product: 'PostgreSQL', copies: [['spec', 'instances']] },
  postgresql: { product: 'PostgreSQL', copies: [['spec', 'numberOfInstances']] },
  PostgresCluster: { product: 'PostgreSQL', copies: [] },
  CassandraDatacenter: { product: 'Cassandra', copies: [['spec', 'size']] },
  CrdbCluster: { product: 'CockroachDB', copies: [['spec', 'nodes']] },
  Elasticsearch: { product: 'Elasticsearch', copies: [] },
  EtcdCluster: {
    product: 'etcd',
    copies: [
      ['spec', 'replicas'],
      ['spec', 'size'],
    ],
  },
  Hazelcast: { product: 'Hazelcast', copies: [['spec', 'clusterSize']] },
  Kafka: { product: 'Kafka', copies: [['spec', 'kafka', 'replicas']] },
  MongoDBCommunity: { product: 'MongoDB', copies: [['spec', 'members']] },
  PerconaServerMongoDB: { product: 'MongoDB', copies: [] },
  PerconaXtraDBCluster: { product: 'Galera Cluster', copies: [['spec', 'pxc', 'size']] },
  RabbitmqCluster: { product: 'RabbitMQ', copies: [['spec', 'replicas']] },
  RedisCluster: { product: 'Redis', copies: [['spec', 'clusterSize']] },
  RedisFailover: { product: 'Redis', copies: [['spec', 'redis', 'replicas']] },
  TidbCluster: { product: 'TiKV', copies: [['spec', 'tikv', 'replicas']] },
  VitessCluster: { product: 'Vitess', copies: [] },
  YBCluster: { product: 'YugabyteDB', copies: [] },
  ZookeeperCluster: { product: 'ZooKeeper', copies: [['spec', 'replicas']] },
};

const ZONE_KEYS = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];

function ofOperator(kind: string): (typeof OF_OPERATORS)[string] | undefined {
  return Object.hasOwn(OF_OPERATORS, kind) ? OF_OPERATORS[kind] : undefined;
}

/** The objects of a document; a `List` holds several. */
function objectsIn({ file, root }: Document): readonly KubernetesObject[] {
  if (textAt(root, 'kind') === 'List') return itemsAt(root, 'items').flatMap((item) => objectsIn({ file, root: item }));
  const name = textAt(root, 'metadata', 'name') ?? textAt(root, 'metadata', 'generateName');
  const kind = textAt(root, 'kind');
  const line = at(root, 'metadata', 'name')?.line ?? root.line;
  return kind === undefined || name === undefined ? [] : [{ kind, name, origin: { file, line }, tree: root }];
}

function partOf(
  workload: KubernetesObject,
  hosts: ReadonlyMap<string, string>,
  published: Origin | undefined,
  zones: readonly DeployedZone[],
): Part {
  const { kind, name, origin, tree } = workload;
  const own = zonesNamedIn(tree);
  const places = own.length > 0 ? own : zones.map((zone) => zone.name);
  const stated = (ofOperator(kind)?.copies ?? [['spec', 'replicas']])
    .map((path) => countAt(tree, ...path))
    .find((count) => count !== undefined);
  const each =
    kind === 'DaemonSet' ? { copies: places.length, copiesGuess: 'one of it runs on each machine' } : undefined;
  const unstated = ofOperator(kind) !== undefined && stated === undefined;
  return {
    name,
    origin,
    role: roleOf(workload),
    copies: each?.copies ?? Math.max(1, stated ?? (unstated ? 3 : 1)),
    ...(each === undefined ? {} : { copiesGuess: each.copiesGuess }),
    ...(unstated ? { copiesGuess: `how many a ${kind} has is not read from it` } : {}),
    zones: places,
    isSpread: true,
    uses: usesIn(origin.file, [at(tree, 'spec')], [...hosts.keys()]).flatMap((use) => {
      const part = hosts.get(use.part);
      return part === undefined || part === name ? [] : [{ ...use, part }];
    }),
    ...(published === undefined ? {} : { published }),
  };
}

function roleOf({ kind, name, origin, tree }: KubernetesObject): Role {
  const operated = PRODUCTS.find((product) => product.name === ofOperator(kind)?.product);
  if (operated !== undefined) {
    const evidence = textsIn(tree)
      .map(({ text }) => text)
      .join(' ');
    return { kind: 'store', product: operated, evidence, why: { origin, text: `kind ${kind}` } };
  }
  for (const container of itemsAt(podOf(tree), 'spec', 'containers')) {
    const image = textAt(container, 'image');
    const product = image === undefined ? undefined : productNamed(imageName(image));
    if (image === undefined || product === undefined) continue;
    const evidence = textsIn(container)
      .map(({ text }) => text)
      .join(' ');
    if (isElector(product, evidence)) return { kind: 'elector', product };
    const line = at(container, 'image')?.line ?? container.line;
    return { kind: 'store', product, evidence, why: { origin: { ...origin, line }, text: `image ${image}` } };
  }
  const called = productCalled(name);
  if (called !== undefined)
    return { kind: 'store', product: called, evidence: '', why: { origin, text: `called ${name}` } };
  return ['Job', 'CronJob'].includes(kind) ? { kind: 'client' } : { kind: 'service' };
}

/** The template of a workload's pods; a Pod is its own. */
function podOf(tree: Tree): Tree | undefined {
  return at(tree, 'spec', 'jobTemplate', 'spec', 'template') ?? at(tree, 'spec', 'template') ?? tree;
}

/** Host names, and the workload that each leads to: its own name, and those of the Services that select its pods. */
function hostsOf(
  objects: readonly KubernetesObject[],
  workloads: readonly KubernetesObject[],
): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const service of objects.filter(({ kind }) => kind === 'Service')) {
    const selected = workloads.find((workload) => selects(service, workload));
    if (selected !== undefined) hosts.set(service.name, selected.name);
  }
  for (const { kind, name } of workloads) {
    if (!hosts.has(name)) hosts.set(name, name);
    // The Services that operators make: https://cloudnative-pg.io/documentation/current/service_management/
    if (ofOperator(kind) !== undefined) for (const end of ['-rw', '-ro', '-r']) hosts.set(`${name}${end}`, name);
  }
  return hosts;
}

function selects(service: KubernetesObject, workload: KubernetesObject): boolean {
  const selector = entriesAt(service.tree, 'spec', 'selector');
  const pod = podOf(workload.tree);
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => value.kind === 'scalar' && textAt(pod, 'metadata', 'labels', key) === value.text)
  );
}

/** Where it is said that users outside reach a workload: a Service with a port outside, an Ingress or a route. */
function publishedAt(objects: readonly KubernetesObject[], workload: KubernetesObject): Origin | undefined {
  const services = objects.filter((object) => object.kind === 'Service' && selects(object, workload));
  const open = services.find(({ tree }) => ['LoadBalancer', 'NodePort'].includes(textAt(tree, 'spec', 'type') ?? ''));
  if (open !== undefined) return open.origin;
  const routes = objects.filter(({ kind }) =>
    ['Ingress', 'HTTPRoute', 'IngressRoute', 'VirtualService'].includes(kind),
  );
  const names = services.map(({ name }) => name);
  return routes.find(({ tree }) => textsIn(at(tree, 'spec')).some(({ text }) => names.includes(text)))?.origin;
}

/** The zones that the workloads name, in the order of their names. */
function zonesOf(workloads: readonly KubernetesObject[]): readonly DeployedZone[] {
  const zones = workloads.flatMap(({ tree, origin }) => zonesNamedIn(tree).map((name) => ({ name, origin })));
  return [...new Map(zones.toReversed().map((zone) => [zone.name, zone])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** Zones in a node selector or in the node affinity of a workload's pods. */
function zonesNamedIn(tree: Tree): readonly string[] {
  const spec = at(podOf(tree), 'spec');
  const selected = ZONE_KEYS.flatMap((key) => textAt(spec, 'nodeSelector', key) ?? []);
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const terms = itemsAt(spec, 'affinity', 'nodeAffinity', required, 'nodeSelectorTerms');
  const expressions = terms.flatMap((term) => itemsAt(term, 'matchExpressions'));
  const wanted = expressions.filter(
    (one) => ZONE_KEYS.includes(textAt(one, 'key') ?? '') && textAt(one, 'operator') === 'In',
  );
  const values = wanted.flatMap((one) => textsIn(at(one, 'values')).map(({ text }) => text));
  return [...new Set([...selected, ...values])];
}

function notesOf({ name, origin, tree }: KubernetesObject, zones: readonly DeployedZone[]): readonly Note[] {
  if (zones.length > 0) return [];
  const spread = itemsAt(podOf(tree), 'spec', 'topologySpreadConstraints').find((one) =>
    ZONE_KEYS.includes(textAt(one, 'topologyKey') ?? ''),
  );
  if (spread === undefined) return [];
  return [
    {
      origin: { ...origin, line: spread.line },
      text: `${name} is spread over zones that no file names: move its nodes into zones`,
    },
  ];
}
