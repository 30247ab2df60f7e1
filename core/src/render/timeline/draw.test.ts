import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resolved } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { partitionsOf } from '../../testing/faults.js';
import { models, toCap } from '../../testing/naive/randomModel.js';
import { NAME_COLUMN } from '../diagram/measure.js';
import type { Box, Part, Scene, Shape } from '../diagram/scene.js';
import { printSvg } from '../diagram/svg.js';
import { width } from '../print/visible.js';
import { drawTimeline } from './draw.js';
import { TIMELINE_STYLE } from './style.js';
import { timeline, timelineSubjects, type Timeline } from './timeline.js';

const resolvedOf = (text: string): Resolved => resolve(parse(text));

const FAILOVER = resolvedOf(`node db1, db2, db3
mesh db1, db2, db3
client app at db1
store fast on db1, db2, db3 { replicate primary db1 async failover automatic }
operation save: write fast from app
partition alone { db1 | db2, db3 }
`);
const BANK = resolvedOf(`node a, b, c
mesh a, b, c
client atm at a
client far at b
store money on a, b, c { choose CP replicate consensus leader a }
operation pay: write money from atm, far
partition alone { a | b, c }
partition dead { down a }
`);

/** The worst run of the first operation from one of its clients under a partition. */
function runOf(resolved: Resolved, partition: number, client = 0): Timeline {
  const { model } = resolved;
  const [subject] = timelineSubjects(model, { ...HEALTHY, partition }, 0, model.operations[0]?.clients[client] ?? -1);
  if (subject === undefined) throw new Error('nothing can happen');
  return timeline(resolved, subject);
}

/** Lanes from left to right, then for each row, from top to bottom, the signs that the picture shows. */
function drawn({ parts }: Scene): string[] {
  const lanes = parts.filter(({ kind }) => kind === 'lane');
  const rows = parts.filter(({ kind }) => kind !== 'lane').map((part) => ({ y: topOf(part), shown: shownBy(part) }));
  return [lanes.map(({ label }) => label).join(' '), ...rows.sort((a, b) => a.y - b.y).map(({ shown }) => shown)];
}

function topOf({ shapes: [first] }: Part): number {
  return first === undefined
    ? 0
    : first.kind === 'line' || first.kind === 'polygon'
      ? (first.points[0]?.y ?? 0)
      : first.y;
}

function shownBy({ kind, states, shapes }: Part): string {
  const looks = [...new Set(shapes.map(({ look }) => look))].filter((look) => /^(message|event|harm)/.test(look));
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  return [kind, ...states.map((state) => `[${state}]`), ...looks, texts.join(' ')].join(' ');
}

test('a lost write: lanes, the band from the break to the heal, the mark where it is gone, and why', () => {
  expect(drawn(drawTimeline(FAILOVER.model, runOf(FAILOVER, 0)))).toEqual([
    'Client app. Node db1. Node db2.',
    'step 1 the network breaks: partition alone.',
    'band breaks heals',
    'step event-sign 2 db2 is promoted, with 2 of 3 votes.',
    'noticed noticed',
    'step message-line message-head v1 3 save from app writes v1 to fast at db1.',
    'step message-line message-head 4 db1 acknowledges v1.',
    'step 5 the network heals.',
    'step event-sign v1 6 db1 follows db2, for which it has to throw away v1, which only its own history has.',
    'step [harm] harm-sign ! 7 v1 is gone, though app was told that it is done.',
    'conclusion In the end: lost: db1 acknowledges it and db2, promoted without it, replaces that history at the heal; db1 rejoins by itself.',
  ]);
});

test('messages that the cut takes are broken off in a cross', () => {
  expect(drawn(drawTimeline(BANK.model, runOf(BANK, 0)))).toEqual([
    'Client atm. Node a. Node b. Node c.',
    'step event-sign 1 a leads, with 3 of 3 votes.',
    'step 2 the network breaks: partition alone.',
    'band breaks',
    'step [lost] message-lost message-cross 3 a asks b whether it still leads, which is lost.',
    'step [lost] message-lost message-cross 4 a asks c whether it still leads, which is lost.',
    'step event-sign 5 a steps down: it hears from no majority of the 3 voters.',
    'step event-sign 6 b hears nothing more from the leader a.',
    'step event-sign 7 c hears nothing more from the leader a.',
    'step [lost] message-lost message-cross 8 b asks a for its vote, which is lost.',
    'step event-sign 9 b leads, with 2 of 3 votes.',
    'noticed noticed',
    'step message-line message-head 10 pay from atm writes v1 to money at a.',
    'step message-line message-head 11 a refuses: a knows of no leader.',
    'step [lost] message-lost message-cross 12 atm tries the next one and writes v1 to money at b, which is lost.',
    'step [lost] message-lost message-cross 13 atm tries the next one and writes v1 to money at c, which is lost.',
    'step [harm] harm-sign ! 14 atm has nobody left to ask.',
    'conclusion In the end: error: 1 of 3 replicas in reach of a, a majority is 2.',
  ]);
});

test('a machine that is stopped is so in its lane, from the break on', () => {
  const lanes = drawTimeline(BANK.model, runOf(BANK, 1, 1)).parts.filter(({ kind }) => kind === 'lane');
  expect(
    lanes
      .filter(({ states }) => states.includes('stopped'))
      .map(({ label, shapes }) => [label, shapes.filter(({ look }) => look.includes('lane-stopped')).length]),
  ).toEqual([['Node a, stopped by the fault.', 1]]);
});

test('with less room for the sentences they take more lines, and nothing is lost', () => {
  const run = runOf(FAILOVER, 0);
  const [wide, narrow] = [drawTimeline(FAILOVER.model, run), drawTimeline(FAILOVER.model, run, { textColumns: 30 })];
  expect(narrow.width).toBeLessThan(wide.width);
  expect(narrow.height).toBeGreaterThan(wide.height);
  expect(drawn(narrow)).toEqual(drawn(wide));
  expectSound(narrow);
});

test('the sentences have what the lanes leave of a width, and never too little to be read', () => {
  const run = runOf(FAILOVER, 0);
  const widthOf = (width?: number): number =>
    drawTimeline(FAILOVER.model, run, { textColumns: 34, ...(width === undefined ? {} : { width }) }).width;
  expect(widthOf(10_000)).toBe(widthOf());
  expect(widthOf(widthOf() - 40)).toBeLessThanOrEqual(widthOf() - 40);
  expect(widthOf(100)).toBe(widthOf() - Math.ceil(34 * NAME_COLUMN) + Math.ceil(20 * NAME_COLUMN));
});

test('on the healthy network nothing is broken, and nothing is noticed', () => {
  const [subject] = timelineSubjects(FAILOVER.model, HEALTHY, 0, FAILOVER.model.operations[0]?.clients[0] ?? -1);
  if (subject === undefined) throw new Error('nothing can happen');
  const run = timeline(FAILOVER, subject);
  expect(run.title).toBe('save from app with no fault at all: ok');
  expect(new Set(run.steps.map(({ phase }) => phase))).toEqual(new Set(['healthy']));
  expect(new Set(drawTimeline(FAILOVER.model, run).parts.map(({ kind }) => kind))).toEqual(
    new Set(['lane', 'step', 'conclusion']),
  );
});

test('where no run was found, the picture says so', () => {
  const found = runOf(FAILOVER, 0);
  const scene = drawTimeline(FAILOVER.model, { ...found, steps: [], harm: [], notFound: 'No run was found.' });
  expect(scene.parts.map(({ kind }) => kind)).toEqual(['conclusion']);
  expect(shownBy(scene.parts[0] ?? fail())).toMatch(/^conclusion No run was found\. In the end: lost/);
});

function fail(): never {
  throw new Error('there is no such part');
}

const HOSTILE = resolvedOf(`node "<script>alert(1)</script>", "a & b"
client "</text></svg>" at "a & b"
store "\u202Egnorw &lt; ${'long'.repeat(30)}" on "<script>alert(1)</script>", "a & b" { choose AP }
operation "' onload=\\"x": write "\u202Egnorw &lt; ${'long'.repeat(30)}" from "</text></svg>"
partition "]]>" { "a & b" | "<script>alert(1)</script>" }
`);

test('names are text, never markup, and stay in the picture', () => {
  const scene = drawTimeline(HOSTILE.model, runOf(HOSTILE, 0));
  const svg = printSvg(scene, TIMELINE_STYLE);
  expect(svg).not.toMatch(/<script|\u202E| onload="|]]>/);
  expect(svg).toContain('&lt;/text&gt;&lt;/svg&gt; writes v1 to ⟨U+202E⟩gnorw &amp;lt;');
  expectSound(scene);
});

/** The box around a shape; of a text, the room that it takes. */
function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'box':
      return shape;
    case 'text': {
      const room = width(shape.text) * NAME_COLUMN;
      const left = shape.x - (shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? room : room / 2);
      return { x: left, y: shape.y - 7, width: room, height: 14 };
    }
    case 'line':
    case 'polygon': {
      const xs = shape.points.map(({ x }) => x);
      const ys = shape.points.map(({ y }) => y);
      return {
        x: Math.min(...xs),
        y: Math.min(...ys),
        width: Math.max(...xs) - Math.min(...xs),
        height: Math.max(...ys) - Math.min(...ys),
      };
    }
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Everything is finite and inside the picture, no text overlaps another, and no sentence overlaps a lane. */
function expectSound(scene: Scene): void {
  const shapes = scene.parts.flatMap((part) => part.shapes);
  for (const shape of shapes) {
    const { x, y, width: wide, height } = boxOf(shape);
    expect([x, y, wide, height].every(Number.isFinite)).toBe(true);
    expect({ shape, inside: x >= 0 && y >= 0 && x + wide <= scene.width && y + height <= scene.height }).toEqual({
      shape,
      inside: true,
    });
  }
  const texts = shapes.filter(({ kind }) => kind === 'text');
  texts.forEach((one, i) =>
    texts
      .slice(i + 1)
      .forEach((other) =>
        expect({ one, other, meet: meet(boxOf(one), boxOf(other)) }).toEqual({ one, other, meet: false }),
      ),
  );
  const lanes = shapes.filter(({ look }) => look.startsWith('lane-line')).map(boxOf);
  const sentences = texts.filter(({ look }) => look.startsWith('timeline-text')).map(boxOf);
  for (const sentence of sentences) expect(lanes.filter(({ x }) => x >= sentence.x)).toEqual([]);
}

test('of any design under any of its partitions: everything is in the picture, and no text stands on another', () => {
  let pictures = 0;
  fc.assert(
    fc.property(
      models({ mostLinks: 4 }).map((model) => resolvedOf(toCap(model))),
      (resolved) => {
        const { model } = resolved;
        for (const cause of partitionsOf(model)) {
          for (const [operation, { clients }] of model.operations.entries()) {
            for (const client of clients) {
              const [subject] = timelineSubjects(model, cause, operation, client);
              if (subject === undefined) continue;
              pictures++;
              expectSound(drawTimeline(model, timeline(resolved, subject)));
            }
          }
        }
      },
    ),
    { seed: 20201102, numRuns: 40 },
  );
  expect(pictures).toBeGreaterThan(40);
}, 60_000);

test('the same run gives the same bytes', () => {
  const svg = (): string => printSvg(drawTimeline(FAILOVER.model, runOf(FAILOVER, 0)), TIMELINE_STYLE);
  expect(svg()).toBe(svg());
});

test('a dirty read is marked at its answer, and where what it showed is discarded', () => {
  const { model, ...rest } = resolvedOf(`node db1, db2, db3
mesh db1, db2, db3
client app at db1
client far at db2
store fast on db1, db2, db3 { replicate primary db1 sync 1 failover automatic }
operation save: write fast from app
operation load: read fast from app
partition alone { db1 | db2, db3 }
`);
  const client = model.operations[1]?.clients[0] ?? -1;
  const [subject] = timelineSubjects(model, { ...HEALTHY, partition: 0 }, 1, client);
  if (subject === undefined) throw new Error('nothing can happen');
  const { title, steps, harm } = timeline({ model, ...rest }, subject);
  expect(
    [title, ...steps.map(({ text }, i) => `${harm.includes(i) ? '!' : ' '} ${text}`)].join('\n'),
  ).toMatchInlineSnapshot(`
      "load from app under partition alone: dirty
        the network breaks: partition alone
        save from app writes v1 to fast at db1
        db1 ships v1 to db2
        db1 ships v1 to db3
        app hears nothing and gives up: 0 of 2 others answer db1, 1 must have it
        db2 is promoted, with 2 of 3 votes
        load from app reads fast at db1
      ! db1 answers with v1, which nobody acknowledged
        the network heals
        db1 follows db2, for which it has to throw away v1, which only its own history has
      ! v1, which the read has shown, is thrown away"
    `);
});
