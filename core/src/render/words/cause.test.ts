import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import type { Cause } from '../../engine/facts.js';
import { HEALTHY } from '../../network/fault.js';
import { pairOf } from '../../network/places.js';
import { alikeText, alikeTitle, causeTitle, whenText } from './cause.js';

const { model } = analyze(`
zone us { node us1, us2 }
zone eu { node eu1 }
node a
link us -- eu
link cable: us -- a
link us2 -- eu1
link a -- eu1
partition atlantic { us | eu }
`).resolved;

const link = (label: RegExp): number => model.links.findIndex((one) => label.test(one.label));
const cause = (part: Partial<Cause>): Cause => ({ ...HEALTHY, ...part });
const vertex = (name: string): number => model.vertices.findIndex((one) => one.name === name);

const pair = (one: string, other: string): number => pairOf(model, vertex(one), vertex(other)) ?? -1;

test('causes in words', () => {
  const sea = link(/^us–eu/);
  const cases: [Partial<Cause>, string, string][] = [
    [{}, 'with no fault at all', 'no fault'],
    [{ links: [sea] }, 'when link us–eu is cut', 'us–eu cut'],
    [{ links: [link(/us1/)] }, 'when us1 is isolated', 'us1 isolated'],
    [
      { links: [link(/^us1/), link(/^us2's/)] },
      "when us2's link to us is cut and us1 is isolated",
      "us2's link to us cut, us1 isolated",
    ],
    [{ links: [sea, link(/^cable/)] }, 'when links us–eu and cable (us–a) are cut', 'us–eu and cable (us–a) cut'],
    [{ links: [sea, link(/^cable/), link(/^us2–eu1/)] }, 'when zone us is apart', 'us apart'],
    [{ links: [link(/^us2's/)] }, "when us2's link to us is cut", "us2's link to us cut"],
    [{ isolated: [vertex('us1')] }, 'when us1 is isolated', 'us1 isolated'],
    [{ apart: [vertex('us')] }, 'when zone us is apart', 'us apart'],
    [{ apart: [vertex('us'), vertex('eu')] }, 'when zones us and eu are each apart', 'us and eu each apart'],
    [{ pairs: [pair('us', 'eu')] }, 'when us and eu are apart', 'us and eu apart'],
    [
      { pairs: [pair('us', 'eu'), pair('a', 'eu')] },
      'when us and eu are apart and a and eu are apart',
      'us and eu apart, a and eu apart',
    ],
    [{ directions: [2 * link(/us1/)] }, "when us1 can't be heard", "us1 can't be heard"],
    [{ directions: [2 * link(/us1/) + 1] }, 'when us1 hears nobody', 'us1 hears nobody'],
    [{ directions: [2 * link(/^us2's/)] }, 'when us2→us is cut (one way)', 'us2→us cut'],
    [{ directions: [2 * sea + 1] }, 'when eu→us is cut (one way)', 'eu→us cut'],
    [{ stopped: [vertex('us1')] }, 'when us1 is stopped', 'us1 stopped'],
    [{ stopped: [vertex('us1'), vertex('a')] }, 'when us1 and a are stopped', 'us1 and a stopped'],
    [{ zones: [vertex('us')] }, 'when zone us is lost', 'us lost'],
    [{ partition: 0 }, 'under partition atlantic', 'atlantic'],
    [{ links: [sea], stopped: [vertex('a')] }, 'when link us–eu is cut and a is stopped', 'us–eu cut, a stopped'],
  ];
  for (const [part, when, title] of cases)
    expect([whenText(model, cause(part)), causeTitle(model, cause(part))]).toEqual([when, title]);
});

test('the head of a column has room for some faults, and says how many it leaves out', () => {
  const { model: many } = analyze(
    ['frankfurt', 'virginia', 'oregon', 'tokyo'].map((zone) => `zone ${zone} { node ${zone}1, ${zone}2 }\n`).join('') +
      'link frankfurt -- virginia\nlink virginia -- oregon\nlink oregon -- tokyo\n',
  ).resolved;
  const nodes = many.vertices.flatMap(({ kind }, id) => (kind === 'node' ? [id] : []));
  const links = many.links.flatMap(({ kind }, id) => (kind === 'uplink' ? [] : [id]));
  const all: Cause[] = [
    ...links.map((one) => cause({ links: [one] })),
    ...nodes.map((one) => cause({ isolated: [one] })),
    ...nodes.map((one) => cause({ stopped: [one] })),
  ];
  expect(alikeTitle(many, all.slice(0, 2))).toBe('frankfurt–virginia or virginia–oregon cut');
  const head = alikeTitle(many, all);
  expect(head).toBe('frankfurt–virginia, virginia–oregon or oregon–tokyo cut, and 16 more');
  expect(alikeText(many, all, 20)).toContain('tokyo2 stopped');
});
