import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictsUnder } from '../engine/under.js';
import type { Cause } from '../engine/facts.js';
import { HEALTHY } from '../network/fault.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { models, toCap } from '../testing/naive/randomModel.js';
import { causeOf, pickOf } from './pickedFault.js';
import { writePartition } from './writePartition.js';

// Links: the uplinks of a and b, the cable, c → "node".
const TEXT =
  'zone us { node a, b }\nnode c, "node"\nlink cable: us -- c\nlink c -> "node"\nclient k in us\nclient m at c\n';
const P = 'partition p { us | c }\n';

/** What the file is afterwards, or why it stays as it is. */
function written(text: string, cause: Partial<Cause>): string {
  const result = writePartition(resolve(parse(text)), { ...HEALTHY, ...cause });
  if (result.kind === 'problem') return result.message;
  const { span, text: inserted } = result.edit;
  expect(inserted.slice(result.nameAt, result.nameAt + result.name.length)).toBe(result.name);
  return `${text.slice(0, span.start)}${inserted}${text.slice(span.end)}`;
}

test('what is cut and stopped, at the end of the file', () => {
  expect(written(TEXT, { links: [0, 2, 3], stopped: [1, 3] })).toBe(
    `${TEXT}\npartition cut1 {\n  cut a -- us\n  cut cable\n  cut c -> "node"\n  down "node", b\n}\n`,
  );
  expect(written(TEXT.trimEnd(), { directions: [5] })).toBe(`${TEXT}\npartition cut1 {\n  cut c -> us\n}\n`);
});

test('behind the last partition, under a name that is free, with what a partition breaks already', () => {
  expect(written(`${TEXT}${P}operation o: read s from k\n`, { partition: 0, stopped: [2] })).toBe(
    `${TEXT}${P.trimEnd()}\npartition cut1 {\n  us | c\n  down a\n}\noperation o: read s from k\n`,
  );
  expect(written(`${TEXT}partition cut1 { down a }`, { links: [2] })).toContain('partition cut2 {\n  cut cable\n}');
});

test('whatever is written is what was broken, on designs that nobody has thought of', () => {
  let edits = 0;
  fc.assert(
    fc.property(
      models({ mostLinks: 10 }),
      fc.array(fc.nat(9), { maxLength: 3 }),
      fc.array(fc.nat(19), { maxLength: 2 }),
      fc.array(fc.nat(5), { maxLength: 2 }),
      (drawn, links, directions, nodes) => {
        const text = toCap(drawn);
        const resolved = resolve(parse(text));
        const { model } = resolved;
        const all = model.vertices.flatMap((vertex, id) => (vertex.kind === 'node' ? [id] : []));
        const cause = causeOf(
          model,
          pickOf(model, {
            ...HEALTHY,
            links: links.filter((i) => i < model.links.length),
            directions: directions.filter((i) => i < 2 * model.links.length),
            stopped: nodes.flatMap((i) => all[i] ?? []),
          }),
        );
        const result = writePartition(resolved, cause);
        if (result.kind === 'problem') return;
        edits++;
        const { span, text: inserted } = result.edit;
        const again = resolve(parse(`${text.slice(0, span.start)}${inserted}${text.slice(span.end)}`)).model;
        const partition = again.partitions.findIndex(({ name }) => name === result.name);
        const verdicts = (one: Cause, of: typeof model): unknown =>
          verdictsUnder(of, one).map(({ verdict }) => verdict.outcomes);
        expect(verdicts({ ...HEALTHY, partition }, again)).toEqual(verdicts(cause, model));
      },
    ),
    { numRuns: 150, seed: 20121021 },
  );
  expect(edits).toBeGreaterThan(50);
}, 30_000);

test('what the language can’t say exactly is refused', () => {
  expect(written(TEXT, {})).toMatch(/^Nothing is broken/);
  expect(written(TEXT, { zones: [4] })).toMatch(/^A lost zone is not a partition/);
  const parallel = 'node a, b\nlink a -- b 1ms\nlink a -- b 2ms\n';
  expect(written(parallel, { links: [0] })).toMatch(/^This can’t be written exactly: name the links/);
  expect(written(parallel, { links: [0, 1] })).toBe(`${parallel}\npartition cut1 {\n  cut a -- b\n}\n`);
});
