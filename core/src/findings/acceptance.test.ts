import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import type { FileRead } from '../syntax/ast.js';
import { reparse } from '../syntax/parseDesign.js';
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

describe('an acceptance that ends', () => {
  const saidOn = (today: string | undefined, until: string): string[] => {
    const text = threeNodes(`${DESIGN}accept stale on get "may be old" until ${until}\n`);
    const read = (): FileRead => ({ kind: 'missing' });
    const { diagnostics } = analyze(text, {}, { path: 'design.cap', read, ...(today === undefined ? {} : { today }) });
    return diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  };
  const accepted = 'hint op-accepted: `get` can be stale for atB when a–b is cut; accepted: “may be old”';

  test('counts until the end of its last day', () => {
    expect(saidOn('2027-02-28', '2027-03-01')).toEqual([accepted]);
    expect(saidOn('2027-03-01', '2027-03-01')).toEqual([accepted]);
    expect(saidOn(undefined, '2020-01-01')).toEqual([accepted]);
  });

  test('afterwards the verdict warns again, and an information says why', () => {
    const [verdict, ended] = saidOn('2027-03-02', '2027-03-01');
    expect(verdict).toMatch(/^warning op-stale: `get` can be stale for atB/);
    expect(ended).toBe(
      'information accept-ended: This ended on 2027-03-01: `get` warns of stale again; mend it, or write a later day',
    );
  });

  test('an edit of the design keeps the day', () => {
    const text = threeNodes(`${DESIGN}accept stale on get "may be old" until 2027-03-01\n`);
    const place = { path: 'design.cap', read: (): FileRead => ({ kind: 'missing' }), today: '2027-03-02' };
    const { resolved } = analyze(text, {}, place);
    expect(resolve(reparse(resolved, new Map())).model.acceptances).toEqual([
      { operation: 1, verdict: 'stale', reason: 'may be old', until: '2027-03-01', hasEnded: true },
    ]);
  });

  test('a day that the calendar does not have, and no day at all', () => {
    expect(saidOn('2027-03-02', '2027-02-30')).toContain(
      'error syntax-error: The calendar has no day 2027-02-30: write year, month and day, such as `until 2027-03-01`.',
    );
    expect(saidOn('2027-03-02', 'March').join()).toContain('syntax-error');
  });
});
