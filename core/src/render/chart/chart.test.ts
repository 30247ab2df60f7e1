import { expect, test } from 'vitest';
import { printSvg } from '../diagram/svg.js';
import { type Chart, linearAxis, logAxis } from './chart.js';
import { drawChart } from './draw.js';
import { CHART_STYLE } from './style.js';

const ticks = ({ ticks: all }: { readonly ticks: readonly { readonly at: number }[] }): number[] =>
  all.map(({ at }) => at).sort((a, b) => a - b);

test('axes end at round numbers, and have room for all of theirs', () => {
  expect(ticks(linearAxis('ms', [0, 260], String))).toEqual([0, 50, 100, 150, 200, 250, 300]);
  expect(ticks(linearAxis('ms', [0.3], String))).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
  expect(ticks(linearAxis('links', [2], String, 1))).toEqual([0, 1, 2]);
  expect(ticks(linearAxis('nothing', [], String))).toEqual([0, 0.2]);
  expect(ticks(logAxis('share', [0.00025, 0.04, 0], String))).toEqual([0.0001, 0.001, 0.01, 0.1]);
  // No share is above 1, and one number has a decade around it.
  expect(ticks(logAxis('share', [1], String))).toEqual([0.1, 1]);
  expect(logAxis('share', [1e-12, 1], String).ticks.length).toBeLessThanOrEqual(9);
});

const CHART: Chart = {
  description: 'Two <b>curves</b>.',
  x: logAxis('down', [0.001, 0.1], String),
  y: logAxis('share', [0.001, 1], String),
  curves: [
    {
      name: 'error',
      look: 'curve-error',
      points: [
        { x: 0.001, y: 0.001 },
        { x: 0.1, y: 1 },
      ],
    },
    {
      name: 'stale',
      look: 'curve-stale',
      points: [
        { x: 0.001, y: 0.01 },
        { x: 0.1, y: 0.99 },
      ],
    },
  ],
  marks: [
    { x: 0.01, y: 0.01, look: 'filled', name: '1', label: '1: <i>' },
    { x: 0.01, y: 0.0102, look: 'open', name: '2', label: '2: same place' },
    { x: 0.1, y: 0.01, look: 'open', name: '14, 15, 16, 17', label: 'at the edge' },
    { x: 0.01, y: 0.015, look: 'today', name: '3', label: 'as it is' },
  ],
  legend: [{ look: 'today', text: 'as it is' }],
};

test('all of it lies in the picture, and no two names stand on each other', () => {
  const scene = drawChart(CHART);
  const texts = scene.parts.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : [])));
  for (const { x, y } of texts) {
    expect(x >= 0 && x <= scene.width).toBe(true);
    expect(y >= 0 && y <= scene.height).toBe(true);
  }
  const named = texts.filter(({ text }) => ['error', 'stale', '3', '1, 2', '14, 15, 16, 17'].includes(text));
  expect(named).toHaveLength(5);
  for (const one of named)
    for (const other of named)
      if (one !== other && one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(12);
});

test('one picture has one text, in which nothing is markup, and every look has a style', () => {
  const svg = printSvg(drawChart(CHART), CHART_STYLE);
  expect(printSvg(drawChart(CHART), CHART_STYLE)).toBe(svg);
  expect(svg).not.toMatch(/<[bi]>/);
  const looks = drawChart(CHART).parts.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === 'text' ? [] : shape.look.split(' '))),
  );
  for (const look of new Set(looks)) expect(CHART_STYLE).toContain(`.netsplit .${look} {`);
});
