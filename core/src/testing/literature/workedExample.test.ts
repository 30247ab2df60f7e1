import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { verdictsUnder } from '../../engine/under.js';
import { type Cause, HEALTHY } from '../../network/fault.js';

// The worked example that docs/semantics.md opens with: its numbers are what the engine finds.

const page = readFileSync(new URL('../../../../docs/semantics.md', import.meta.url), 'utf8');
const design = /```cap\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const { model } = analyze(design).resolved;

/** The rows of the table of `pay` from bob: which faults, how many, the verdict. */
const rows = [...page.matchAll(/^\| ([^|]+) \| (\d+) \| (ok|error|unknown) \|/gm)].map(
  ([, fault = '', count = '', verdict = '']) => ({ fault, count: Number(count), verdict }),
);

const number = (label: string): number => {
  const found = model.links.findIndex((link) => link.label === label);
  if (found < 0) throw new Error(`no link ${label}, but ${model.links.map((link) => link.label).join(', ')}`);
  return found;
};
const [cable, uplinks] = [number('us–eu'), model.links.flatMap((link, i) => (link.kind === 'uplink' ? [i] : []))];

const ofKind = (wanted: string): number[] =>
  model.vertices.flatMap(({ kind }, vertex) => (kind === wanted ? [vertex] : []));

/** Every set of cut links, one fault of each other kind, and the named partition. */
const faults: readonly Cause[] = [
  ...Array.from({ length: 2 ** model.links.length }, (_, set) => ({
    ...HEALTHY,
    links: model.links.flatMap((__, i) => ((set >> i) & 1 ? [i] : [])),
  })),
  ...model.links.flatMap((_, i) => [2 * i, 2 * i + 1].map((direction) => ({ ...HEALTHY, directions: [direction] }))),
  ...ofKind('node').flatMap((node) => [
    { ...HEALTHY, stopped: [node] },
    { ...HEALTHY, isolated: [node] },
  ]),
  ...ofKind('zone').flatMap((zone) => [
    { ...HEALTHY, apart: [zone] },
    { ...HEALTHY, zones: [zone] },
  ]),
  { ...HEALTHY, pairs: [0] },
  { ...HEALTHY, partition: 0 },
];

/** Which row of the table a fault belongs to. */
function rowOf({ links, directions, stopped, isolated, apart, zones, pairs, partition }: Cause): string {
  if (partition !== undefined) return 'the partition `ocean`';
  if (stopped.length > 0) return 'one node is stopped';
  if (isolated.length > 0) return 'one node is isolated';
  if (apart.length + pairs.length > 0) return 'us or eu is apart, or the pair of them';
  if (zones.length > 0) return `${model.vertices[zones[0] ?? -1]?.name ?? '?'} is lost`;
  const [direction] = directions;
  if (direction !== undefined) {
    const text = wayOf(direction);
    return ['eu→us', 'us→eu', 'eu1→eu', 'eu→eu1'].includes(text)
      ? `the direction ${text} is cut`
      : 'one of the other four directions is cut';
  }
  if (links.includes(cable)) return 'us–eu is cut, alone or with uplinks';
  return links.filter((link) => uplinks.includes(link)).length < 2
    ? 'us–eu works, at most one uplink is cut'
    : 'us–eu works, two or three uplinks are cut';
}

function wayOf(direction: number): string {
  const link = model.links[direction >> 1];
  const name = (vertex: number | undefined): string => model.vertices[vertex ?? -1]?.name ?? '?';
  return direction % 2 === 0 ? `${name(link?.a)}→${name(link?.b)}` : `${name(link?.b)}→${name(link?.a)}`;
}

function worst(cause: Cause, operation: string, client: string): string {
  const found = verdictsUnder(model, cause).find(
    (one) => model.operations[one.operation]?.name === operation && model.vertices[one.client]?.name === client,
  );
  const outcome = found?.verdict.outcomes[0];
  return `${outcome?.verdict ?? '?'}${outcome?.howLong === undefined ? '' : ` ${outcome.howLong}`}`;
}

test('`pay` from bob: the table has every fault, and the verdict that the engine finds', () => {
  const counted = new Map<string, number>();
  expect(page).toContain(`: ${faults.length} faults.`);
  for (const fault of faults) {
    // Bob is silent where eu is lost.
    if (rowOf(fault) === 'eu is lost') continue;
    const key = `${rowOf(fault)}: ${worst(fault, 'pay', 'bob')}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries(rows.map(({ fault, verdict, count }) => [`${fault}: ${verdict}`, count])),
  );
});

test('`view` from ann: stale until the heal under the cut, for the lag on the healthy network', () => {
  expect(worst({ ...HEALTHY, links: [cable] }, 'view', 'ann')).toBe('stale heal');
  expect(worst(HEALTHY, 'view', 'ann')).toBe('stale lag');
});
