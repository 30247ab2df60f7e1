import { type Chart, linearAxis, logAxis, type Mark } from '../render/chart/chart.js';
import { drawChart } from '../render/chart/draw.js';
import type { Scene } from '../render/diagram/scene.js';
import { count, msText } from '../render/words/sentence.js';
import { shareText } from '../render/words/share.js';
import type { Advice } from './advise.js';
import type { Measures } from './measures.js';
import { designText, lineOf } from './words.js';

/**
 * The front as a picture: latency across, the share without an answer upwards. Undefined where there is nothing to
 * compare. Where no latency is known, or all are the same, what a design has more to run stands across.
 */
export function advicePlot({ front, today }: Advice): Scene | undefined {
  if (today === undefined || front.length === 0) return undefined;
  const all = [today, ...front.map(({ measures }) => measures)];
  const latencies = new Set(all.map(({ latencyMs }) => latencyMs));
  const isTimed = latencies.size > 1 && !latencies.has(undefined);
  const isTime = today.unanswered.faults === undefined;
  const across = ({ latencyMs = 0, replicas, links }: Measures): number =>
    isTimed ? latencyMs : replicas + links - today.replicas - today.links;
  const shares = all.map(({ unanswered }) => unanswered.share);
  const isLog = isTime && shares.some((share) => share > 0);
  const upwards = isTime ? 'without an answer, share of time' : 'without an answer, part of all faults';
  const x = isTimed
    ? linearAxis('round trip on the healthy network', all.map(across), msText)
    : linearAxis('replicas and links that are added', all.map(across), String, 1);
  const y = isLog ? logAxis(upwards, shares, shareText) : linearAxis(upwards, shares, shareText);
  const marks = all.map((measures, i): Mark => {
    const one = front[i - 1];
    const isClean = measures.stale.share + measures.harmed.share + measures.lagging === 0;
    return {
      x: across(measures),
      y: measures.unanswered.share,
      look: one === undefined ? 'today' : isClean ? 'filled' : 'open',
      name: one === undefined ? '' : String(i),
      label: one === undefined ? 'The design as it is' : `${i}: ${lineOf(one, today)}`,
    };
  });
  return drawChart({
    description:
      `The design as it is and ${count(front.length, 'nearby design')}, by ${x.name} and by the share ${y.name}: ` +
      `${front.map((one, i) => `${i + 1} is ${designText(one)}`).join('; ')}.`,
    x,
    y,
    curves: [],
    marks,
    legend: legendOf(marks, isLog && shares.includes(0)),
  });
}

function legendOf(marks: readonly Mark[], isZeroAtBottom: boolean): Chart['legend'] {
  const has = (look: Mark['look']): boolean => marks.some((mark) => mark.look === look);
  const bottom = isZeroAtBottom ? ' (at the bottom: always answered)' : '';
  return [
    { look: 'today', text: `the design as it is; below and left of it is better${bottom}` },
    ...(has('filled') ? [{ look: 'filled', text: 'never stale, and no other harm' } as const] : []),
    ...(has('open') ? [{ look: 'open', text: 'stale, or other harm, at times' } as const] : []),
  ];
}
