// The scripts of netsplit export --format nft, run on hosts that are network namespaces: who hears whom is counted.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../../cli/src/testing/runCli.js';
import type { ExpectedJson } from '../../core/src/index.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-nft-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const NAMES = ['us1', 'us2', 'eu1', 'ann', 'bob'];
const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
partition ocean { us | eu }
partition deaf { cut us -> eu }
partition alone { isolate us1 }
`;

/** Why namespaces can't be used here; empty if they can. */
function whyNot(): string {
  const missing = ['unshare', 'ip', 'nft', 'bash'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) return `${missing.join(' and ')} is missing: install iproute2, nftables and util-linux`;
  const { status, stderr } = spawnSync('unshare', ['-Urnm', 'nft', 'list', 'ruleset'], { encoding: 'utf8' });
  return status === 0 ? '' : `unshare -Urnm is not allowed here: ${stderr.trim()}`;
}

/**
 * Hosts as namespaces on one bridge. Each counts the datagrams of each other one after the rules of the script. Prints
 * "PHASE FROM TO COUNT"; the first phase goes on until addresses are known to all.
 */
const LAB = `set -eu
mount -t tmpfs tmpfs /run
ip link set lo up
ip link add hub type bridge stp_state 0 forward_delay 0
ip link set hub up
hosts="$1" script=$2
n=0
for host in $hosts; do
  n=$((n + 1))
  ip netns add "$host"
  ip link add "v$n" type veth peer name eth0 netns "$host"
  ip link set "v$n" master hub up
  ip -n "$host" addr add "10.99.7.$n/24" dev eth0
  ip -n "$host" link set eth0 up
  {
    echo 'table inet count {'
    for i in 1 2 3 4 5; do echo "counter c$i { }"; done
    echo 'chain input { type filter hook input priority 0;'
    for i in 1 2 3 4 5; do echo "ip saddr 10.99.7.$i udp dport 9 counter name c$i"; done
    echo '}'
    echo '}'
  } | ip netns exec "$host" nft -f -
done
round() { # every host to every other one
  for from in $hosts; do
    ip netns exec "$from" bash -c 'for i in 1 2 3 4 5; do echo x > /dev/udp/10.99.7.$i/9; done' 2>/dev/null || true
  done
}
tell() {
  for to in $hosts; do
    i=0
    for from in $hosts; do
      i=$((i + 1))
      [ "$from" = "$to" ] && continue
      count=$(ip netns exec "$to" nft list counter inet count "c$i" | grep -o 'packets [0-9]*')
      echo "$1 $from $to \${count#packets }"
    done
    ip netns exec "$to" nft reset counters > /dev/null
  done
}
tries=0
until round; tell try > /run/told; ! grep -q ' 0$' /run/told || [ $tries -gt 50 ]; do tries=$((tries + 1)); done
round; tell healthy
for host in $hosts; do ip netns exec "$host" sh "$script" break "$host"; done
round; tell broken
for host in $hosts; do ip netns exec "$host" sh "$script" heal "$host"; done
round; tell healed
`;

const why = whyNot();
if (why !== '') console.warn(`The nft experiments are not run: ${why}.`);

test.skipIf(why !== '').each(['ocean', 'deaf', 'alone'])(
  'under %s hosts hear whom they should hear, and all after the heal',
  async (name) => {
    writeFileSync(path.join(cwd, 'shop.cap'), DESIGN);
    const targets = NAMES.map((host, i) => [host, { addresses: [`10.99.7.${i + 1}`] }]);
    writeFileSync(path.join(cwd, 'lab.json'), JSON.stringify(Object.fromEntries(targets)));
    const args = ['export', 'shop.cap', '--format', 'nft', '--under', name, '--targets', 'lab.json', '--out', 'out'];
    expect((await runCli(args, { cwd })).code).toBe(0);
    const script = path.join(cwd, `out/${name}.nft.sh`);
    const { drops } = JSON.parse(readFileSync(path.join(cwd, `out/${name}.expected.json`), 'utf8')) as ExpectedJson;
    expect(drops.length).toBeGreaterThan(0);

    const ran = spawnSync('unshare', ['-Urnm', 'bash', '-s', NAMES.join(' '), script], {
      input: LAB,
      encoding: 'utf8',
    });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    const lines = ran.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const unheard = (phase: string): string[] =>
      lines.filter(([when, , , count]) => when === phase && count === '0').map(([, from, to]) => `${from} → ${to}`);
    expect(lines).toHaveLength(3 * NAMES.length * (NAMES.length - 1));
    expect(unheard('healthy')).toEqual([]);
    expect(unheard('broken').toSorted()).toEqual(drops.map(({ from, to }) => `${from} → ${to}`).toSorted());
    expect(unheard('healed')).toEqual([]);
  },
);
