import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { MOST_WORDS, wordsIn } from '../base/words.js';
import { CHECKS } from '../checks/index.js';
import { BEYOND_A_PAGE, readCheckPage } from '../testing/checkPages.js';
import { readerOf } from '../testing/files.js';

/** A message is one clause: an editor's list of problems, and a terminal, show so much of it. */

const shared = Object.fromEntries(
  readdirSync('samples/shared').map((name) => [`shared/${name}`, readFileSync(`samples/shared/${name}`, 'utf8')]),
);

interface Design {
  readonly path: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

function designsIn(folder: string): Design[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cap'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8'), files: shared }));
}

function examples(): Design[] {
  return CHECKS.map(({ code }): Design => {
    const path = `docs/diagnostics/${code}.md`;
    const { text, files } = BEYOND_A_PAGE[code] ??
      readCheckPage(readFileSync(path, 'utf8')).example ?? { text: '', files: {} };
    return { path, text, files };
  });
}

/** The path of the design and each of its messages. */
function messages({ path, text, files }: Design): (readonly [string, string])[] {
  const { diagnostics } = analyze(text, {}, { path: 'design.cap', read: readerOf(files) });
  return diagnostics.map(({ message }) => [path, message] as const);
}

describe.each([
  ['samples', designsIn('samples')],
  ['first attempts', designsIn('test/attempts')],
  ['what first attempts mean', designsIn('test/attempts/meant')],
  ['regressions', designsIn('test/regressions')],
  ['the example of each code', examples()],
])('%s', (_, designs) => {
  test(`a message has at most ${MOST_WORDS} words, and the median at most 18`, { timeout: 60_000 }, () => {
    const all = designs.flatMap(messages);
    const counts = all.map(([, message]) => wordsIn(message)).sort((a, b) => a - b);
    expect(all.filter(([, message]) => wordsIn(message) > MOST_WORDS)).toEqual([]);
    expect(counts[counts.length >> 1]).toBeLessThanOrEqual(18);
  });
});
