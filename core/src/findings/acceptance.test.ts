import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { only, threeNodes, told } from '../testing/told.js';

const DESIGN = `
  explore any 1 link
  store s on a, b { choose AP }
  operation put: write s from atA
  operation get: read s from atB
`;

test('an acceptance turns the diagnostic into a hint that carries the reason', () => {
  expect(told(threeNodes(`${DESIGN}accept stale on get "may be old"`))).toMatchInlineSnapshot(`
    "hint op-accepted on get
      \`get\` can be stale for atB when a–b is cut; accepted: “may be old”"
  `);
});

test('an acceptance takes only its own kind out of the headline', () => {
  const text = threeNodes(`
    store s on a, b, c { replicate primary a async failover automatic }
    operation put: write s from atA, atB
    accept lost on put "a log of little worth"
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-conflict on put
      \`put\` can be in conflict for atB when a is isolated: with put from atA"
  `);
});

test('an acceptance that never applies is told, with a fix that removes its line', () => {
  const text = threeNodes(`${DESIGN}\naccept lost on put "never mind"\n`);
  const { message, fixes = [] } = only(text, 'accept-unneeded');
  expect(message).toMatch(/^`put` is never lost, so there is nothing to accept/);
  const [edit] = fixes[0]?.edits ?? [];
  expect(text.slice(edit?.span.start, edit?.span.end)).toBe('accept lost on put "never mind"\n');
});

test('an acceptance is offered, behind the operation, for what happens', () => {
  const text = threeNodes(DESIGN);
  const [fix] = only(text, 'op-stale').fixes ?? [];
  const [edit] = fix?.edits ?? [];
  expect(fix?.title).toBe('Accept: stale is intended…');
  expect(edit?.text.slice(edit.placeholder?.start, edit.placeholder?.end)).toBe('say why this is fine');
  const after = `${text.slice(0, edit?.span.start)}${edit?.text ?? ''}${text.slice(edit?.span.end)}`;
  expect(analyze(after).diagnostics.map(({ code }) => code)).toEqual(['op-accepted']);
});
