// netsplit export --format nft | docker | toxiproxy | chaos-mesh | jepsen.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXPERIMENT_FORMATS, type ExpectedJson } from '#core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { HOSTILE_NAMES, namedDesign } from '../../core/src/testing/hostileDesign.js';
import { chaosObject, type ChaosObject } from './testing/chaosMesh/chaosObject.js';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-experiments-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP detect 3s }
operation pay: write account from ann, bob
operation look: read account from bob
partition ocean { us | eu }
partition deaf { cut us -> eu }
partition down { down us2 }
`;
const NAMES = ['us1', 'us2', 'eu1', 'ann', 'bob'];

const targetOf = (name: string, i: number): object => ({
  addresses: [`10.99.7.${i + 1}`],
  container: `shop-${i + 1}`,
  node: name,
  pods: { namespace: 'shop', labels: { app: name } },
  upstream: `host-${i + 1}:6379`,
  stop: 'echo stopped',
  start: 'echo started',
});

beforeAll(() => {
  writeFileSync(path.join(cwd, 'shop.cap'), DESIGN);
  writeFileSync(
    path.join(cwd, 'lab.json'),
    JSON.stringify(Object.fromEntries(NAMES.map((n, i) => [n, targetOf(n, i)]))),
  );
  writeFileSync(path.join(cwd, 'hostile.cap'), namedDesign(HOSTILE_NAMES));
  const { nodeA, nodeB, nodeC, clientA, clientB } = HOSTILE_NAMES;
  const hostile = [nodeA, nodeB, nodeC, clientA, clientB].map((name, i): [string, object] => [name, targetOf(name, i)]);
  // `__proto__` would not become a property of a literal.
  writeFileSync(path.join(cwd, 'hostile.json'), JSON.stringify(Object.fromEntries(hostile)));
});

async function exported(...options: string[]): Promise<string> {
  const { code, out, err } = await runCli(['export', 'shop.cap', '--targets', 'lab.json', ...options], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** Without the comment, which says what to expect. */
function withoutComment(text: string): string {
  return text.replace(/^(#|;;).*\n/gm, '');
}

describe('one way of naming faults', () => {
  test('a partition, or the worst that an operation, or a request, can come to', async () => {
    const ocean = await exported('--format', 'jepsen', '--under', 'ocean');
    expect(withoutComment(ocean)).toBe(`{:name "ocean"
 :break [{:type :info, :f :start-partition, :value {"us1" #{"eu1" "bob"}, "us2" #{"eu1" "bob"}, "eu1" #{"us1" "us2" "ann"}, "ann" #{"eu1"}, "bob" #{"us1" "us2"}}}]
 :heal [{:type :info, :f :stop-partition}]}
`);
    expect(await exported('--format', 'jepsen', '--cause', 'pay@bob')).toContain(':break');
    expect(await exported('--format', 'jepsen', '--cause', 'look')).toContain(':break');
  });

  test.each([
    [['--format', 'nft'], 'give one of --under PARTITION, --cause OPERATION, --likely'],
    [['--format', 'nft', '--under', 'ocean', '--likely'], 'give one of'],
    [['--format', 'nft', '--under', 'sea'], 'shop.cap has no partition called sea: it has ocean, deaf, down'],
    [['--format', 'nft', '--cause', 'pay@eve'], 'shop.cap has no client of it called eve: it has ann, bob'],
    [['--format', 'nft', '--likely'], '--likely writes many files: name a folder after --out'],
    [['--under', 'ocean'], '--under is about experiments, and promela is a model of all faults'],
  ])('%j is refused', async (options, message) => {
    const { code, err } = await runCli(['export', 'shop.cap', '--targets', 'lab.json', ...options], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('all likely faults go into a folder, each with what to expect of it', async () => {
    const { code, err } = await runCli(
      ['export', 'shop.cap', '--targets', 'lab.json', '--format', 'docker', '--likely', '--out', 'chaos'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(err).not.toContain('left out');
    const files = readdirSync(path.join(cwd, 'chaos'));
    const scripts = files.filter((file) => file.endsWith('.docker.sh'));
    expect(scripts).toContain('us-eu-cut.docker.sh');
    expect(scripts).toContain('us2-stopped.docker.sh');
    expect(files.toSorted()).toEqual(
      scripts.flatMap((file) => [file, file.replace('docker.sh', 'expected.json')]).toSorted(),
    );
  });
});

test('pairs of places beyond the first hundred are left out, and counted', async () => {
  const nodes = Array.from({ length: 16 }, (_, i) => `n${i}`);
  const design = `node ${nodes.join(', ')}\nclient k at n0\nstore s on n0 { choose CP }\noperation w: write s from k\n`;
  writeFileSync(path.join(cwd, 'many.cap'), design);
  const { err } = await runCli(['export', 'many.cap', '--format', 'docker', '--likely', '--out', 'many'], { cwd });
  expect(err).toContain('left out 20 pairs of places: the first 100 are exported');
});

test('beside each file lies what everybody may get, and why', async () => {
  await runCli(['export', 'shop.cap', '--targets', 'lab.json', '--format', 'nft', '--under', 'ocean', '--out', 'one'], {
    cwd,
  });
  const expected = JSON.parse(readFileSync(path.join(cwd, 'one/ocean.expected.json'), 'utf8')) as ExpectedJson;
  expect(expected).toMatchObject({
    schema: 'netsplit-expected',
    version: 1,
    file: 'shop.cap',
    noticedWithinMs: { account: 3000 },
  });
  expect(expected.drops).toContainEqual({ from: 'eu1', to: 'us1' });
  const ann = expected.requests.find(({ operation, client }) => operation === 'pay' && client === 'ann');
  // The leader may have been eu1: until that is noticed there may be no answer, or one.
  expect(ann?.untilNoticed.map(({ verdict }) => verdict)).toEqual(['unknown', 'error', 'ok']);
  expect(ann?.onceSettled.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['ok', '2 of 3 replicas are enough'],
  ]);
  expect(ann?.afterTheHeal.map(({ verdict }) => verdict)).toEqual(['ok']);
  const script = readFileSync(path.join(cwd, 'one/ocean.nft.sh'), 'utf8');
  expect(script).toContain('# look from bob\n#   during the break:\n#     error: ');
});

describe('targets', () => {
  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'it has to be a JSON object'],
    ['{"us1": 1}', '"us1" has to be an object'],
    ['{"us1": {"adress": 1}}', '"us1": there is no field "adress"; there are addresses, container'],
    ['{"us1": {"addresses": ["10.0.0.1; flush ruleset"]}}', '"addresses" has to be a list of IP addresses'],
    ['{"us1": {"container": "$(reboot)"}}', '"container" has to be the name of a container'],
    ['{"us1": {"stop": "a\\nb"}}', '"stop" has to be a command of one line'],
    ['{"us9": {}}', 'the targets name us9, and the design has no such node or client'],
    ['{"us1": {"addresses": ["fe80::1"]}}', 'the targets don\'t say "addresses" of us2, eu1, ann and bob'],
  ])('%s is refused', async (text, message) => {
    writeFileSync(path.join(cwd, 'wrong.json'), text);
    const args = ['export', 'shop.cap', '--format', 'nft', '--under', 'ocean', '--targets', 'wrong.json'];
    const { code, out, err } = await runCli(args, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('a tool for networks stops a machine by a command of its target, or not at all', async () => {
    expect(await exported('--format', 'nft', '--under', 'down')).toContain("'break us2')\necho stopped\n;;");
    const { code, err } = await runCli(['export', 'shop.cap', '--format', 'nft', '--under', 'down'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('nft can\'t stop us2: give commands as "stop" and "start" in the targets');
  });
});

describe.each(EXPERIMENT_FORMATS)('$name', ({ name }) => {
  test('is the same for the same design', async () => {
    expect(await exported('--format', name, '--under', 'ocean')).toBe(
      await exported('--format', name, '--under', 'ocean'),
    );
  });

  test('a name is text and nothing else, in comments, words and keys', async () => {
    const args = [
      'export',
      'hostile.cap',
      '--targets',
      'hostile.json',
      '--format',
      name,
      '--under',
      HOSTILE_NAMES.partition,
    ];
    const { code, out, err } = await runCli(args, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const comment = name === 'jepsen' ? ';;' : '#';
    expect(out.split('\n').filter((line) => /FORGED/.test(line) && !line.startsWith(comment))).toEqual([]);
    expect(/[\u001B\u202E\u2028\u0085]/.test(out)).toBe(false);
    if (out.startsWith('#!/bin/sh')) expect(spawnSync('sh', ['-n'], { input: out, encoding: 'utf8' }).stderr).toBe('');
  });
});

describe('chaos-mesh', () => {
  const objects = (text: string): ChaosObject[] =>
    withoutComment(text)
      .split('---\n')
      .filter((part) => part !== '')
      .map((part) => chaosObject(JSON.parse(part)));

  test('one object breaks both directions of a pair, and one direction alone goes from the sender to the receiver', async () => {
    const ocean = objects(await exported('--format', 'chaos-mesh', '--under', 'ocean'));
    expect(ocean.map(({ spec }) => spec['direction'])).toEqual(Array(5).fill('both'));
    const [deaf] = objects(await exported('--format', 'chaos-mesh', '--under', 'deaf'));
    expect(deaf?.spec).toMatchObject({
      direction: 'to',
      selector: { labelSelectors: { app: 'us1' } },
      target: { selector: { labelSelectors: { app: 'eu1' } } },
    });
  });

  test('what the definitions of Chaos Mesh do not know, or want otherwise, is no object of it', async () => {
    const [ocean] = objects(await exported('--format', 'chaos-mesh', '--under', 'ocean'));
    const { spec, ...head } = ocean ?? { spec: {} };
    for (const wrong of [{ direction: 'away' }, { selector: 'us1' }, { mode: undefined }, { until: '1h' }])
      expect(() => chaosObject({ ...head, spec: { ...spec, ...wrong } }), JSON.stringify(wrong)).toThrow();
  });

  test('a stopped node is a pod that fails', async () => {
    const down = objects(await exported('--format', 'chaos-mesh', '--under', 'down'));
    expect(down.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([['PodChaos', 'netsplit-down-stop-1']]);
  });
});

/** A program that notes how it was called, and answers. */
function stub(folder: string, name: string, answer: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> "$LOG"\n${answer}\n`);
  chmodSync(file, 0o755);
}

function callsOf(script: string, args: readonly string[], stubs: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(path.join(cwd, 'stubs-'));
  for (const [name, answer] of Object.entries(stubs)) stub(folder, name, answer);
  const LOG = path.join(folder, 'log');
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}`, LOG };
  execFileSync('sh', ['-s', ...args], { input: script, env });
  return existsSync(LOG) ? readFileSync(LOG, 'utf8').trim().split('\n') : [];
}

test('docker: rules in the network of each container that drops, by the addresses of the others', async () => {
  const script = await exported('--format', 'docker', '--under', 'deaf');
  const stubs = {
    docker: 'case "$3" in *Pid*) echo 42 ;; *) echo "10.0.0.$(echo "$4" | cut -d- -f2)" ;; esac',
    nsenter: 'cat >> "$LOG"',
  };
  const broken = callsOf(script, ['break'], stubs).filter((line) => /nsenter|saddr/.test(line));
  expect(broken).toEqual([
    'nsenter -t 42 -n nft -f -',
    '    ip saddr { 10.0.0.1,10.0.0.2,10.0.0.4 } drop',
    'nsenter -t 42 -n nft -f -',
    '    ip saddr { 10.0.0.1,10.0.0.2 } drop',
  ]);
  const healed = callsOf(script, ['heal'], { ...stubs, nsenter: '' }).filter((line) => line.startsWith('nsenter'));
  expect(healed).toEqual(Array(2).fill('nsenter -t 42 -n nft delete table inet netsplit'));
});

test('toxiproxy: a proxy for each pair, and one toxic for each stream that carries nothing', async () => {
  const script = await exported('--format', 'toxiproxy', '--under', 'deaf');
  const posted = callsOf(script, ['setup'], { curl: '' });
  const [, body = ''] = /-d (\[.*\]) http/.exec(posted[0] ?? '') ?? [];
  const proxies = z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]+$/),
        listen: z.string(),
        upstream: z.string(),
        enabled: z.boolean(),
      }),
    )
    .parse(JSON.parse(body));
  expect(proxies).toHaveLength(12);
  expect(new Set(proxies.map(({ listen }) => listen)).size).toBe(12);
  const toxics = callsOf(script, ['break'], { curl: '' }).map((line) =>
    /-d (.*) http\S*proxies\/(.*)\/toxics/.exec(line),
  );
  expect(toxics.map((found) => [found?.[2], (JSON.parse(found?.[1] ?? '') as { stream: string }).stream])).toEqual([
    ['3-eu1-to-1-us1', 'downstream'],
    ['1-us1-to-3-eu1', 'upstream'],
    ['3-eu1-to-2-us2', 'downstream'],
    ['2-us2-to-3-eu1', 'upstream'],
    ['4-ann-to-3-eu1', 'upstream'],
    ['5-bob-to-1-us1', 'downstream'],
    ['5-bob-to-2-us2', 'downstream'],
  ]);
  const healed = callsOf(script, ['heal'], { curl: '' });
  expect(healed).toHaveLength(7);
  expect(healed[0]).toBe(
    'curl -fsS -o /dev/null -X DELETE http://127.0.0.1:8474/proxies/3-eu1-to-1-us1/toxics/netsplit-downstream',
  );
});
