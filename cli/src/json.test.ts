import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';
import { type Schema, schemaOf, wrong } from './testing/schemas.js';

const root = path.resolve(import.meta.dirname, '../..');

const schema = schemaOf('check');
const verdicts = schemaOf('verdicts');

const HARD = `
node a, b, c
mesh a, b, c 10ms
client x at a
store s on a, b, c { replicate primary a async failover automatic }
store t on a, b { choose CP }
operation put: write s from x
operation get: read s from x needs linearizable, bounded 5s, eventual
operation look: read s from x level local needs causal
operation both from x { write s; write t }
partition p { a | b, c }
partition q { cut a -> b }
partition r { down a }
expect both ok under p
expect get ok under p while detecting
oops
`;

test('what is printed is what the schema says, for every sample and for a design that has everything', async () => {
  const names = readdirSync(path.join(root, 'samples'))
    .filter((name) => name.endsWith('.cap'))
    .map((name) => `samples/${name}`);
  for (const world of [
    { args: names, stdin: '' },
    { args: ['-'], stdin: HARD },
  ]) {
    const { out } = await runCli(['check', '--format', 'json', ...world.args], { cwd: root, stdin: world.stdin });
    expect(wrong(JSON.parse(out), schema)).toEqual([]);
  }
});

test('what simulate and explain print is what their schema says, with and without runs', async () => {
  for (const args of [
    ['simulate', '--under', 'p'],
    ['simulate', '--under', 'p', '--trace'],
    ['explain', '--operation', 'both'],
    ['explain', '--operation', 'put', '--from', 'x', '--trace'],
  ]) {
    const [command = '', ...options] = args;
    const { out } = await runCli([command, '-', '--format', 'json', ...options], { stdin: HARD });
    const value = JSON.parse(out) as {
      verdicts: { verdict: string; witness: { found: boolean; steps: unknown[] } | null }[];
    };
    expect(wrong(value, verdicts)).toEqual([]);
    expect(value.verdicts.length).toBeGreaterThan(0);
    for (const { verdict, witness } of value.verdicts)
      expect(witness === null).toBe(verdict === 'ok' || !options.includes('--trace'));
  }
});

test('the schema refuses what is not so', async () => {
  const { out } = await runCli(['check', '--format', 'json', '-'], { stdin: HARD });
  const value = JSON.parse(out) as { version: number; files: { file?: string }[] };
  value.version = 1;
  delete value.files[0]?.file;
  expect(wrong(value, schema)).toEqual(['.version: not 2', '.files[0].file is missing']);
});

test('every field of the schema is described', () => {
  const described = readFileSync(path.join(root, 'docs/json-schema.md'), 'utf8');
  const names = new Set<string>();
  const collect = (part: Schema): void => {
    for (const [name, one] of Object.entries(part.properties ?? {})) {
      names.add(name);
      collect(one);
    }
    for (const one of [
      ...Object.values(part.$defs ?? {}),
      ...(part.anyOf ?? []),
      ...(part.items === undefined ? [] : [part.items]),
    ])
      collect(one);
  };
  collect(schema);
  collect(verdicts);
  collect(schemaOf('diff'));
  // A position is described as such.
  expect(
    [...names].filter(
      (name) =>
        !['start', 'end', 'line', 'column'].includes(name) && !new RegExp(`[\`"]${name}(\\[\\])?[\`"]`).test(described),
    ),
  ).toEqual([]);
});

test('without the writes just before the break, fewer reads are stale', async () => {
  const design =
    'node a, b\nlink a -- b\nclient w at a\nclient r at b\nstore s on a, b { choose AP }\noperation put: write s from w\noperation get: read s from r\n';
  const stale = async (...flags: string[]): Promise<string> => {
    const { out } = await runCli(['check', '--format', 'json', ...flags, '-'], { stdin: design });
    const { files } = JSON.parse(out) as {
      files: {
        operations: { operation: string; findings: { verdict: string; howLong: string; faults: string }[] }[];
      }[];
    };
    return (
      files[0]?.operations
        .find(({ operation }) => operation === 'get')
        ?.findings.find(({ howLong }) => howLong === 'heal')?.faults ?? '0'
    );
  };
  expect(Number(await stale('--no-last-writes'))).toBeLessThan(Number(await stale()));
});
