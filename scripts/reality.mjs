// npm run reality: breaks the network of real servers and holds what they do to what Netsplit says. The lab runs in
// namespaces of its own, as root or as any user who may have such; all that it started ends with it.
//
//   npm run reality -- --quick                     three systems, two cuts each, within two minutes
//   npm run reality -- etcd-5 redis                the whole table of cuts
//   npm run reality -- --cuts 'ring;chain' etcd-5
//   npm run reality -- --random 20 --seed 7 etcd-5
//   npm run reality -- --rows zookeeper-3         puts what was seen into reality/observations/
//   npm run reality -- --record FOLDER redis      also designs and histories for netsplit observe
//   npm run reality -- --sample                   records samples/lab/history.jsonl again

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOrInstall, NAMESPACES } from './debian.mjs';
import { environment, pinnedNode, repo, run, setUp } from './setup.mjs';

await setUp();
await findOrInstall(NAMESPACES);
const esbuild = await import('esbuild');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-lab-'));
const file = path.join(folder, 'main.mjs');
try {
  await esbuild.build({
    absWorkingDir: repo,
    entryPoints: ['reality/lab/main.ts', 'reality/lab/client.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // Packages that are written for require ask for Node's modules in this way.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const isRoot = process.getuid?.() === 0;
  // `ip netns` keeps its names below /run. No process is left when the first one of these namespaces has ended. It is a
  // shell, which waits for all whose parents have ended: a supervisor of a server looks whether that one is still there.
  const inside = 'mount -t tmpfs tmpfs /run && ip link set lo up && "$@"; exit $?';
  const flags = [isRoot ? '-nmpf' : '-Urnmpf', '--mount-proc', '--kill-child'];
  process.exitCode = await run(
    'unshare',
    [...flags, 'sh', '-c', inside, 'lab', pinnedNode, file, ...process.argv.slice(2)],
    { env: environment(isRoot ? {} : { NETSPLIT_ONE_USER: '1' }) },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
