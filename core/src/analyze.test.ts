import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from './analyze.js';
import { expectationsReport } from './render/reports/expectationsReport.js';
import { explainReport } from './render/reports/explainReport.js';
import { checkJson } from './render/print/json.js';
import { printMarkdown } from './render/print/markdown.js';
import { matrixReport } from './render/reports/matrixReport.js';
import { simulationReport } from './render/reports/simulationReport.js';
import { printText } from './render/print/text.js';
import { HEALTHY } from './network/fault.js';

const samples = new URL('../../samples/', import.meta.url);
const texts = readdirSync(samples)
  .filter((name) => name.endsWith('.cap'))
  .map((name) => readFileSync(new URL(name, samples), 'utf8'));
/** A prime, so that the cuts fall everywhere in lines and words. */
const STEP = 631;

/** Comments take most of a sample, and cutting them says nothing. */
const bare = (text: string): string => text.replace(/^\/\/.*\n/gm, '');

test('half a design is analysed without a throw, and every place is inside the text', () => {
  for (const text of texts.map(bare)) {
    for (let length = text.length; length > 0; length -= STEP) {
      const part = text.slice(0, length);
      const analysis = analyze(part);
      for (const { span, related = [], fixes = [] } of analysis.diagnostics) {
        for (const place of [
          span,
          ...related.map((one) => one.span),
          ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
        ]) {
          expect(0 <= place.start && place.start <= place.end && place.end <= part.length, JSON.stringify(place)).toBe(
            true,
          );
        }
      }
      const { resolved, results } = analysis;
      const reports = [
        simulationReport(resolved, HEALTHY),
        matrixReport(resolved, results),
        expectationsReport(resolved, results),
      ];
      resolved.model.operations.forEach((_, i) => reports.push(explainReport(resolved, results, { operation: i })));
      for (const report of reports)
        expect(printText(report) + printMarkdown(report)).not.toMatch(/undefined|\[object|NaN/);
      checkJson([{ file: 'x', ...analysis }], '0', 0);
    }
  }
});

test('diagnostics are in order of position, then of code', () => {
  for (const text of texts) {
    const keys = analyze(`${text}\nexpect nothing ok\naccept stale on nothing "x"\n`).diagnostics.map(
      ({ span, code }) => [span.start, span.end, code] as const,
    );
    const sorted = [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0));
    expect(keys).toEqual(sorted);
  }
});

test('the same text gives the same answer', () => {
  for (const text of texts) expect(analyze(text).diagnostics).toEqual(analyze(text).diagnostics);
});
