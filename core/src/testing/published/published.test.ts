// Whether the checker says of published histories what their publishers say.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { verdictOnEdn, verdictOnLog } from './published.js';

const filesIn = (folder: string): string[] => readdirSync(path.join(import.meta.dirname, folder)).toSorted();
const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

/** As `porcupine_test.go` says. */
const PORCUPINE: Readonly<Record<string, 'linearizable' | 'violation'>> = {
  'etcd_002.log': 'linearizable',
  'etcd_004.log': 'violation',
  'etcd_005.log': 'linearizable',
  'etcd_007.log': 'linearizable',
  'etcd_018.log': 'linearizable',
  'etcd_040.log': 'violation',
  'etcd_057.log': 'violation',
  'etcd_067.log': 'linearizable',
  'etcd_099.log': 'violation',
  'etcd_102.log': 'linearizable',
};

test('every history of Porcupine that lies here has its answer', () => {
  expect(filesIn('porcupine')).toEqual(Object.keys(PORCUPINE));
});

test.each(Object.entries(PORCUPINE))('Porcupine, %s: %s', (file, kind) => {
  expect(verdictOnLog(read(`porcupine/${file}`)).kind).toBe(kind);
});

test.each(
  (['good', 'bad'] as const).flatMap((folder) => filesIn(`knossos/${folder}`).map((file) => [folder, file] as const)),
)('Knossos, %s/%s', (folder, file) => {
  const { kind } = verdictOnEdn(read(`knossos/${folder}/${file}`));
  expect(kind).toBe(folder === 'good' ? 'linearizable' : 'violation');
});
