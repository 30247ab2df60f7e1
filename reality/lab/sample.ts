// What `npm run reality -- --sample` runs within namespaces of its own: the experiment that netsplit export wrote for
// samples/lab, on real etcd.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { System } from '../systems/system.js';
import { Etcd } from './etcd.js';
import { experiment } from './experiment.js';
import { historyOf } from './history.js';
import { Net } from './net.js';

/** The operations of `etcd.cap`. */
const SYSTEM: System = {
  name: 'samples/lab',
  setup: 'etcd with three members',
  members: 3,
  store: 'like etcd replicate consensus leader n1',
  writes: { put: '' },
  reads: { get: 'linearizable', getSerializable: 'serializable' },
  outside: 'roaming',
  hasRoamers: false,
};
/** Named as in the design, and so that they get the addresses of `targets.json`. */
const SITES = ['n1', 'n2', 'n3'];
const HOSTS = [...SITES, 'x'];
const NAME = 'alone';

/** Runs the script of `folder` on every host, and writes what was seen to its `history.jsonl`. */
export async function runSample(folder: string): Promise<void> {
  const missing = Etcd.missing();
  if (missing !== undefined) throw new Error(missing);
  const data = mkdtempSync(path.join(tmpdir(), 'netsplit-sample-'));
  chmodSync(data, 0o777);
  const net = new Net('sample', HOSTS);
  const onAll = (what: 'break' | 'heal'): void => {
    for (const host of HOSTS) net.runNow(host, ['sh', path.join(folder, `${NAME}.nft.sh`), what, host]);
  };
  try {
    const driver = new Etcd(net, SITES);
    await driver.start(data);
    await driver.lead('n1');
    const fault = {
      name: NAME,
      stops: [],
      begin: (): void => {
        onAll('break');
      },
      heal: (): void => {
        onAll('heal');
      },
    };
    const run = await experiment({ system: SYSTEM, driver, sites: SITES }, fault, 'lab');
    const file = path.join(folder, 'history.jsonl');
    writeFileSync(file, historyOf(run));
    console.error(`${await driver.version()}: ${run.asked.length} requests are in ${file}`);
  } finally {
    net.close();
    rmSync(data, { recursive: true, force: true });
  }
}
