import { expect, test } from 'vitest';
import { MISTAKES } from '../checks/index.js';
import { PRESETS } from '../model/presets/index.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { imageName, PRODUCTS, productNamed } from './products.js';

const NAMED = PRODUCTS.flatMap(({ presets }) => presets.map(({ name }) => name));

test('every preset that a product stands for is there, and gives a store of two to five copies', () => {
  for (const { name, isDerived, presets } of PRODUCTS)
    for (const preset of presets)
      for (const nodes of ['a, b', 'a, b, c', 'a, b, c, d, e']) {
        const from = isDerived === true ? 'from db ' : '';
        const text = `node ${nodes}, z\nstore db on z { choose CP }\nstore s on ${nodes} { ${from}like ${preset.name} }\n`;
        const mistakes = resolve(parse(text)).diagnostics.filter(({ code }) => MISTAKES.has(code));
        expect({ name, nodes, mistakes }).toEqual({ name, nodes, mistakes: [] });
      }
});

test('a preset that no product leads to is a setting that no file shows', () => {
  expect(PRESETS.map(({ name }) => name).filter((name) => !NAMED.includes(name))).toEqual([
    'dynamodb-global-tables',
    'dynamodb-global-tables-strong',
    'kubernetes',
    'rabbitmq-ignore',
    'redis-sentinel-min-replicas',
    'redis-cluster-min-replicas',
  ]);
});

test.each([
  ['docker.io/bitnami/redis-cluster:7.2@sha256:0', 'Redis'],
  [`\${REGISTRY}/postgres:\${TAG:-16}`, 'PostgreSQL'],
  ['confluentinc/cp-kafka', 'Kafka'],
  ['quay.io/coreos/etcd:v3.5.9', 'etcd'],
  ['confluentinc/cp-kafka-connect', undefined],
  ['prom/mysqld-exporter', undefined],
  ['oliver006/redis_exporter', undefined],
  ['mongo-express', undefined],
  ['example.org/shop/etcdish', undefined],
])('%s is %s', (image, name) => {
  expect(productNamed(imageName(image))?.name).toBe(name);
});
