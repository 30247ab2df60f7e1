import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import type { Cause } from '../../engine/facts.js';
import { causeTitle, whenText } from './cause.js';

const { model } = analyze(`
zone us { node us1 }
zone eu { node eu1 }
node a
link us -- eu
link cable: us -- a
partition atlantic { us | eu }
`).resolved;

const link = (label: RegExp): number => model.links.findIndex((one) => label.test(one.label));
const cause = (part: Partial<Cause>): Cause => ({ links: [], directions: [], stopped: [], zones: [], ...part });
const vertex = (name: string): number => model.vertices.findIndex((one) => one.name === name);

test('causes in words', () => {
  const sea = link(/^us–eu/);
  const cases: [Partial<Cause>, string, string][] = [
    [{}, 'with no fault at all', 'healthy'],
    [{ links: [sea] }, 'when link us–eu is cut', 'us–eu cut'],
    [{ links: [sea, link(/^cable/)] }, 'when links us–eu and cable (us–a) are cut', 'us–eu and cable (us–a) cut'],
    [{ links: [link(/us1/)] }, "when us1's uplink is cut", "us1's uplink cut"],
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
