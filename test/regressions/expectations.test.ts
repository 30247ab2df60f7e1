// What an expectation of a design of this folder, or of `reports/`, comes to stands at the end of its line: `// fails: …`,
// `// not known: …`, or `// holds: …` of an information, with a part of the message; nothing if it just holds.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';

const folder = import.meta.dirname;
const designs = [...readdirSync(folder), ...readdirSync(`${folder}/reports`).map((name) => `reports/${name}`)]
  .filter((name) => name.endsWith('.cap'))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
  .filter(({ text }) => /^expect /m.test(text));

const WRITTEN = {
  holds: 'expectation-window',
  fails: 'expectation-fails',
  'not known': 'expectation-not-known',
} as const;

test.each(designs)('$name', ({ text }) => {
  const { resolved, diagnostics, results } = analyze(text);
  expect(results.expectations).toHaveLength(text.match(/^expect /gm)?.length ?? 0);
  const found = results.expectations.map(({ expectation }) => {
    const { start = 0, end = 0 } = resolved.origins.expectations[expectation] ?? {};
    const said = diagnostics.filter(({ code, span }) => /^expectation-/.test(code) && span.start === start);
    const line = text.slice(start, text.indexOf('\n', end));
    const [, status, message = ''] = /\/\/ (holds|fails|not known): (.*)$/.exec(line) ?? [];
    return { line, wanted: status === undefined ? [] : [{ status, message }], said };
  });
  for (const { line, wanted, said } of found) {
    expect(
      said.map(({ code }) => code),
      line,
    ).toEqual(wanted.map(({ status }) => WRITTEN[status as 'fails']));
    for (const [i, { message }] of wanted.entries()) expect(said[i]?.message, line).toContain(message);
  }
});
