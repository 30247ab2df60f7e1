import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { run } from '../../base/steps.js';
import { hover } from '../../ide/hover.js';
import { operationHover } from '../../ide/hover/operation.js';
import { printText } from '../print/text.js';
import { timeReportInSteps } from './timeReport.js';

const sample = readFileSync(new URL('../../../../samples/how-long.cap', import.meta.url), 'utf8');

function shown(text: string): string {
  const { resolved, results } = analyze(text);
  const report = run(timeReportInSteps(resolved.model, results));
  return report === undefined ? '' : printText(report, { columns: 150 });
}

test('how long answers take with no fault and under a likely one, and when reads see writes', () => {
  expect(shown(sample)).toMatchInlineSnapshot(`
    "How long
    Round trips of an answer that is certain, without processing, by the shortest ways that a fault leaves; and how soon after its acknowledgement a read
    sees a write, on the healthy network.

    operation  from  no fault  as it varies                          slowest under a likely fault   reads
    pay        ann   80 ms     p50 77 ms, p99 103 ms, p99.9 112 ms   400 ms when us1 is isolated
    pay        bob   160 ms    p50 156 ms, p99 193 ms, p99.9 205 ms  400 ms when link us–eu is cut
    add        ann   0 ms                                            80 ms when us1 is isolated
    add        bob   0 ms                                            80 ms when eu1 is isolated
    view       ann   0 ms                                            80 ms when us1 is isolated     0% fresh right after a write, 99% after 58 ms, 99.9%
                                                                                                    after 65 ms
    view       bob   0 ms                                            80 ms when eu1 is isolated     0% fresh right after a write, 99% after 58 ms, 99.9%
                                                                                                    after 65 ms

    Looked at: the healthy network, and 19 likely faults.
    "
  `);
});

test('without a round trip there is nothing to tell; one that is missing on the way is not known', () => {
  const text = (link: string): string =>
    `node a, b, c\n${link}\nlink a -- c\nclient k at a\nstore s on a, b { replicate primary a sync 1 }\nstore t on a, c { replicate primary a sync 1 }\noperation w: write s from k\noperation v: write t from k\n`;
  expect(shown(text('link a -- b'))).toBe('');
  expect(shown(text('link a -- b 8ms'))).toMatchInlineSnapshot(`
    "How long
    Round trips of an answer that is certain, without processing, by the shortest ways that a fault leaves.

    operation  from  no fault   slowest under a likely fault
    w          k     8 ms       8 ms, as with no fault
    v          k     not known  not known

    Looked at: the healthy network, and 11 likely faults.
    "
  `);
});

test('the hover of an operation has its percentiles, and when its reads see a write', () => {
  const { resolved, results } = analyze(sample);
  const hover = (name: string): string => {
    const index = resolved.model.operations.findIndex((one) => one.name === name);
    const known = { results, linkTo: () => undefined };
    const lines = run(operationHover(resolved.model, index, known, { start: 0, end: 0 })).split('\n');
    return /^(.*)Looked at/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  };
  expect(['pay', 'add', 'view'].map(hover)).toMatchInlineSnapshot(`
    [
      "Answers from bob\\: p50 156 ms, p99 193 ms, p99\\.9 205 ms\\. ",
      "",
      "Reads from ann\\: 0% fresh right after a write, 99% after 58 ms, 99\\.9% after 65 ms\\. ",
    ]
  `);
});

test('a link says how it varies, on its percentile too, and an expectation what was found', () => {
  const { resolved, results } = analyze(sample);
  const over = (text: string, within: string): string | undefined =>
    hover(resolved, results, sample.indexOf(text) + text.indexOf(within))
      ?.markdown.split('\n\n')
      .slice(0, 2)
      .join(' ');
  const link = 'link us -- ap 120ms p99 300ms';
  expect(over(link, 'link')).toMatch(/^link \*\*us–ap\*\* · between us and ap · round trip 120 ms, p99 300 ms/);
  expect(over(link, 'p99')).toBe(over(link, 'link'));
  const expectation = 'expect pay from bob within 250ms p99.9';
  expect(over(expectation, 'p99.9')).toBe(
    '**✓ holds** · looked at: the healthy network P99\\.9 is 205 ms for bob with no fault at all\\: eu1 → us1 80 ms, us1 → eu1 80 ms',
  );
});
