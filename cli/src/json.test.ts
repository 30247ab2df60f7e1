import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The part of JSON Schema that our schema uses. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly pattern?: string;
  readonly minimum?: number;
}

const schemaOf = (name: string): Schema =>
  JSON.parse(readFileSync(path.join(root, `schema/netsplit-${name}.schema.json`), 'utf8')) as Schema;
const schema = schemaOf('check');
const verdicts = schemaOf('verdicts');

/**
 * The places where a value does not match the schema, fields unknown to the schema included: they would be
 * undocumented.
 */
function wrong(value: unknown, part: Schema, at = '', whole = part): string[] {
  if (part.$ref !== undefined) return wrong(value, whole.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {}, at, whole);
  if (part.anyOf !== undefined)
    return part.anyOf.some((one) => wrong(value, one, at, whole).length === 0) ? [] : [`${at}: none of anyOf`];
  if ('const' in part) return value === part.const ? [] : [`${at}: not ${JSON.stringify(part.const)}`];
  if (part.enum !== undefined)
    return part.enum.includes(value) ? [] : [`${at}: not one of ${JSON.stringify(part.enum)}`];
  if (part.type === undefined) return [`${at}: the schema says nothing`];
  const types = typeof part.type === 'string' ? [part.type] : part.type;
  const is =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'array'
        : Number.isInteger(value) && !types.includes('number')
          ? 'integer'
          : typeof value;
  if (!types.includes(is)) return [`${at}: ${is} instead of ${types.join(' or ')}`];
  if (Array.isArray(value)) return value.flatMap((one, i) => wrong(one, part.items ?? {}, `${at}[${i}]`, whole));
  if (typeof value === 'string' && part.pattern !== undefined && !new RegExp(part.pattern).test(value))
    return [`${at}: ${value}`];
  if (typeof value === 'number' && part.minimum !== undefined && value < part.minimum) return [`${at}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const missing = (part.required ?? []).filter((name) => !(name in fields)).map((name) => `${at}.${name} is missing`);
  return [
    ...missing,
    ...Object.entries(fields).flatMap(([name, one]) =>
      part.properties?.[name] === undefined
        ? [`${at}.${name} is not in the schema`]
        : wrong(one, part.properties[name], `${at}.${name}`, whole),
    ),
  ];
}

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
