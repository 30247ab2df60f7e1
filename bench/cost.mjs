// What one run of `netsplit check` takes, as the system counts it of that process alone.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pinnedNode, repo } from '../scripts/setup.mjs';

/**
 * Seconds of the processor and of the clock from start to exit, the largest memory in megabytes, and what was printed;
 * undefined: it took more than that many seconds of the processor. The system ends it then, so that what other programs
 * take counts for nothing.
 */
export function costOf(text, longest, ...options) {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-cost-'));
  try {
    const usage = path.join(folder, 'usage.json');
    const reporter = path.join(folder, 'usage.cjs');
    writeFileSync(
      reporter,
      `process.on('exit', () =>
        require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
    );
    const cli = path.join(repo, 'dist', 'cli.js');
    const start = performance.now();
    const command = [pinnedNode, '--require', reporter, cli, 'check', '-', ...options];
    const limited = `ulimit -t ${Math.ceil(longest)} && exec "$@"`;
    const ended = spawnSync('sh', ['-c', limited, 'sh', ...command], {
      input: text,
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    });
    if (ended.error !== undefined) throw ended.error;
    if (ended.signal !== null) return undefined;
    const wall = (performance.now() - start) / 1000;
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'));
    return { seconds: (userCPUTime + systemCPUTime) / 1e6, wall, megabytes: maxRSS / 1024, out: ended.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
