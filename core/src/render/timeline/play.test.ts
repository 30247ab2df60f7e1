import { expect, test } from 'vitest';
import { HEALTHY } from '../../network/fault.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { changedCopies, type Copy } from './copies.js';
import { playOf } from './play.js';
import { timeline, timelineSubjects, type Timeline } from './timeline.js';

const LOST = `node db1, db2, db3
mesh db1, db2, db3
client app at db1
store fast on db1, db2, db3 { replicate primary db1 async failover automatic }
operation save: write fast from app
partition alone { db1 | db2, db3 }
`;
const CONFLICT = `zone us { node us1 }
zone eu { node eu1 }
link us -- eu
client ann in us
client bob in eu
store cart on us1, eu1 { choose AP }
operation add: write cart from ann, bob
partition ocean { us | eu }
`;

function runOf(text: string): { readonly run: Timeline; readonly shown: (copies: readonly Copy[]) => string } {
  const resolved = resolve(parse(text));
  const { model } = resolved;
  const [subject] = timelineSubjects(model, { ...HEALTHY, partition: 0 }, 0, model.operations[0]?.clients[0] ?? -1);
  if (subject === undefined) throw new Error('nothing can happen');
  const shown = (copies: readonly Copy[]): string =>
    copies.map(({ at, label, isGone }) => `${model.vertices[at]?.name ?? ''} ${isGone ? '-' : '+'}${label}`).join(', ');
  return { run: timeline(resolved, subject), shown };
}

/** What each step that changes a copy changes. */
function changes(text: string): string[] {
  const { run, shown } = runOf(text);
  return run.steps.flatMap((step, i) => {
    const changed = changedCopies(run.copies, i);
    return changed.length === 0 ? [] : [`${step.text}: ${shown(changed)}`];
  });
}

test('a write that is lost is struck out where it was, at the step that throws it away', () => {
  expect(changes(LOST)).toEqual([
    'save from app writes v1 to fast at db1: db1 +v1',
    'db1 follows db2, for which it has to throw away v1, which only its own history has: db1 -v1',
  ]);
});

test('two writes of two sides meet at the heal, and a merge rule strikes one out', () => {
  const told = changes(CONFLICT);
  expect(told.slice(0, 2).map((one) => one.split(': ')[1])).toEqual(['eu1 +v1', 'us1 +v2']);
  expect(told.at(-1)).toMatch(/^lww keeps v2.*: us1 -v1, eu1 -v1$/);
  expect(changes(CONFLICT.replace('choose AP', 'choose AP merge siblings')).join()).not.toContain('-v1');
});

test('a frame for each step: the broken picture between break and heal, the message, the copies, the harm', () => {
  for (const text of [LOST, CONFLICT]) {
    const { run } = runOf(text);
    const { model } = resolve(parse(text));
    const { frames, scenes } = playOf(model, run);
    expect(frames.map(({ phase }) => phase)).toEqual(run.steps.map(({ phase }) => phase));
    expect(Object.keys(scenes).sort()).toEqual([...new Set(run.steps.map(({ phase }) => phase))].sort());
    frames.forEach(({ parts }, i) => {
      const looks = parts.flatMap(({ shapes }) => shapes.map(({ look }) => look));
      const step = run.steps[i];
      expect(looks.includes('message-head')).toBe(step?.kind === 'message' && step.arrives);
      expect(looks.includes('message-cross')).toBe(step?.kind === 'message' && !step.arrives);
      expect(looks.includes('harm-sign')).toBe(run.harm.includes(i));
      expect(looks.filter((look) => look === 'copy-label')).toHaveLength(run.copies[i]?.length ?? 0);
    });
    expect(new Set(Object.values(scenes).map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
  }
});

test('whom the break promotes leads in the picture, and whom it deposes does not', () => {
  const { run } = runOf(LOST);
  const { scenes } = playOf(resolve(parse(LOST)).model, run);
  const looksOf = (phase: 'detecting' | 'settled' | 'healed'): string[] =>
    (scenes[phase]?.parts ?? [])
      .filter(({ kind }) => kind === 'node')
      .map(({ shapes }) => shapes.map(({ look }) => look).find((look) => /^sign-/.test(look)) ?? '');
  expect(looksOf('detecting')).toEqual(['sign-leader', 'sign-replica', 'sign-replica']);
  for (const phase of ['settled', 'healed'] as const) {
    expect(looksOf(phase)[0], phase).toBe('sign-former');
    expect(looksOf(phase).slice(1).join(), phase).toMatch(/sign-(candidate|leader)/);
  }
});

test('the conclusion has at most 20 words where a part of the reason says enough', () => {
  const { conclusion } = runOf(LOST).run;
  expect(conclusion).toMatch(/^lost: /);
  expect(conclusion.split(' ').length).toBeLessThanOrEqual(20);
});
