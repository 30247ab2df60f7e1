import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { exploreAll } from '../engine/explore.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { NOTHING_PICKED } from './pickedFault.js';
import {
  timelineChoices,
  timelinePanel,
  timelinePictureInSteps,
  whyNoTimeline,
  type NoTimeline,
  type TimelinePanel,
} from './timelinePanel.js';
import type { TimelineTarget } from './timelineTarget.js';

const TEXT = `node db1, db2, db3
mesh db1, db2, db3
client app at db1
client batch at db2
store fast on db1, db2, db3 { replicate primary db1 async failover automatic }
store safe on db1, db2, db3 { replicate primary db1 sync 1 failover automatic }
operation save: write fast from app, batch
operation safely: write safe from app
partition alone { db1 | db2, db3 }
`;
const ALONE = { ...NOTHING_PICKED, partition: 'alone' };

const analysed = (text: string): { resolved: Resolved; results: Results } => {
  const resolved = resolve(parse(text));
  return { resolved, results: exploreAll(resolved.model) };
};
const { resolved, results } = analysed(TEXT);

function panel(target: TimelineTarget, of: Results | null = results): TimelinePanel {
  const found = timelinePanel(resolved, target, of ?? undefined);
  if (found.kind !== 'panel') throw new Error(found.kind);
  return found.panel;
}

function none(target: TimelineTarget, of: Results | null = results, text = resolved): NoTimeline {
  const found = timelinePanel(text, target, of ?? undefined);
  if (found.kind === 'panel') throw new Error(`there is one: ${found.panel.title}`);
  return found;
}

const written = (of: Resolved, one: TimelinePanel['steps'][number]): string | undefined =>
  one.span && of.text.slice(one.span.start, one.span.end);

test('every request can be chosen, with the worst that one fault does to it', () => {
  expect(timelineChoices(resolved.model, results).map(({ title, worst }) => `${title}: ${worst}`)).toEqual([
    'save from app: lost under partition alone',
    'save from batch: lost (written just before) under partition alone',
    'safely from app: error under partition alone',
  ]);
});

test('what a target leaves open is the worst that was found', () => {
  expect(panel({ operation: 'save' }).title).toBe('save from app when db1 is isolated: lost');
  expect(panel({ operation: 'save', client: 'app' }).title).toBe('save from app when db1 is isolated: lost');
  expect(panel({ operation: 'save', client: 'app', fault: ALONE }).title).toBe(
    'save from app under partition alone: lost',
  );
});

test('one of the outcomes of a fault can be asked for; one that can’t happen is the worst', () => {
  const { outcomes } = panel({ operation: 'safely', client: 'app', fault: ALONE });
  expect(outcomes.map(({ title }) => title)).toEqual(['error', 'unknown, until it is noticed']);
  for (const { outcome } of outcomes)
    expect(panel({ operation: 'safely', client: 'app', fault: ALONE, outcome }).target.outcome).toEqual(outcome);
  const never = panel({ operation: 'safely', client: 'app', fault: ALONE, outcome: { verdict: 'stale' } });
  expect(never.target.outcome).toEqual(outcomes[0]?.outcome);
});

test('the target is filled in, and without the parts of a fault that are not there', () => {
  const fault = { ...ALONE, nodes: ['gone'], links: ['nowhere'] };
  expect(panel({ operation: 'save', client: 'app', fault }).target).toEqual({
    operation: 'save',
    client: 'app',
    fault: ALONE,
    outcome: { verdict: 'lost', phase: 'settled' },
  });
});

test('causes to choose from: the healthy network, named partitions, and the smallest ones once they are known', () => {
  const target = { operation: 'save', client: 'app', fault: ALONE };
  const titles = (one: TimelinePanel): readonly string[] => one.causes.map(({ title }) => title);
  expect(titles(panel(target, null))).toEqual(['no fault', 'alone']);
  expect(titles(panel(target))).toEqual([
    'no fault',
    'alone',
    'db1–db2 cut',
    'db1 isolated',
    'db1 stopped',
    'db1→db2 cut',
    'db2→db1 cut',
  ]);
});

test('each step has its place in the text, and its row in the report', () => {
  const { steps, scene, report } = panel({ operation: 'save', client: 'app', fault: ALONE });
  expect(steps.map((one) => `${written(resolved, one) ?? '-'}${one.isHarm ? ' (!)' : ''}`)).toEqual([
    'alone',
    'db2',
    'write fast',
    'write fast',
    'alone',
    'db1',
    'db1 (!)',
  ]);
  expect(scene.parts.filter(({ kind }) => kind === 'step')).toHaveLength(steps.length);
  expect(report.sections[0]?.table?.rows).toHaveLength(steps.length);
});

test('why there is none', () => {
  expect(none({ operation: 'pay' })).toEqual({ kind: 'not there', name: 'pay' });
  expect(none({ operation: 'safely', client: 'batch' })).toEqual({ kind: 'not there', name: 'safely from batch' });
  expect(none({ operation: 'save' }, null)).toEqual({ kind: 'not known', title: 'save from app', when: '' });
  expect(none({ operation: 'save', client: 'app', fault: { ...NOTHING_PICKED, nodes: ['db1'] } })).toEqual({
    kind: 'not known',
    title: 'save from app',
    when: 'when db1 is stopped',
  });
  expect(none({ operation: 'o' }, null, resolve(parse('node a\n')))).toEqual({ kind: 'nothing to ask' });
});

test('of an operation that is not judged: where the mistake is', () => {
  const wrong = (store: string): string =>
    `node a\nclient c at a\nstore s on a { choose CP }\noperation o: read ${store} from c\n`;
  expect(none({ operation: 'o' }, null, resolve(parse(wrong('s').replace('CP', 'PC'))))).toEqual({
    kind: 'not judged',
    name: 'o',
    why: 'store `s` has a mistake in line 3',
  });
  expect(whyNoTimeline(none({ operation: 'o' }, null, resolve(parse(wrong('z')))))).toBe(
    'o is not judged: a mistake in line 4: There is no store `z`: declare it, or correct the name.',
  );
});

test('why there is none, in a sentence', () => {
  const why = (target: TimelineTarget, of: Results | null): string => whyNoTimeline(none(target, of));
  expect([
    why({ operation: 'pay' }, results),
    why({ operation: 'save' }, null),
    why({ operation: 'save', client: 'app', fault: { ...NOTHING_PICKED, nodes: ['db1'] } }, results),
    whyNoTimeline({ kind: 'nothing to ask' }),
  ]).toMatchInlineSnapshot(`
    [
      "There is no pay in the design any more. “Netsplit: Show Timeline…” shows another run.",
      "Nothing is known about save from app: nothing is asked from there, or it was not analysed. “Netsplit: Show Timeline…” shows another run.",
      "Nothing is known about save from app when db1 is stopped: nothing is asked from there, or it was not analysed. “Netsplit: Show Timeline…” shows another run.",
      "No client issues an operation yet, so there is nothing to show. Write one: \`operation o: read STORE from CLIENT\`.",
    ]
  `);
});

test('the picture for a file is of the same run, with longer lines', () => {
  const target = { operation: 'save', client: 'app', fault: ALONE };
  const picture = run(timelinePictureInSteps(resolved, target, results));
  expect(picture?.description).toBe(panel(target).scene.description);
  expect(picture?.width).toBeGreaterThan(panel(target).scene.width);
  expect(run(timelinePictureInSteps(resolved, { operation: 'pay' }, results))).toBeUndefined();
});

test('titles show what can’t be seen; names stay as they are', () => {
  const hidden = '\u202Ex';
  const design = analysed(`node a, b\nlink a -- b\nclient "${hidden}" at a\nstore s on a, b { choose CP }
operation o: read s from "${hidden}"\n`);
  const found = timelinePanel(design.resolved, { operation: 'o' }, design.results);
  expect(found).toMatchObject({
    kind: 'panel',
    panel: { requests: [{ title: 'o from ⟨U+202E⟩x', target: { operation: 'o', client: hidden } }] },
  });
  expect(timelineChoices(design.resolved.model, design.results)).toMatchObject([{ title: 'o from ⟨U+202E⟩x' }]);
});
