import type { Severity } from '../checks/check.js';
import type { CheckCode, CheckRow } from '../checks/index.js';

/** The parts of a page of `docs/diagnostics/`. */
export interface CheckPage {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  /** The example of the page; undefined if a page cannot show one: see `BEYOND_A_PAGE`. */
  readonly example?: Example;
  /** The messages below the example, each a quote of one or more lines. */
  readonly says: readonly string[];
}

/** A design that produces the code of a page, and the files that it includes, by their paths. */
export interface Example {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The examples that are binary, too long to read, or of too many files. */
export const BEYOND_A_PAGE: Readonly<Partial<Record<CheckCode, Example>>> = {
  'not-text': { text: '\u0000\u0001\u0002', files: {} },
  'too-large': { text: ' '.repeat(16_000_001), files: {} },
  'too-deep': { text: `store s on a ${'{ '.repeat(300)}`, files: {} },
  'include-too-deep': {
    text: 'include "1.cap"',
    files: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`${i + 1}.cap`, `include "${i + 2}.cap"`])),
  },
  'include-too-many': {
    text: Array.from({ length: 64 }, (_, i) => `include "${i}.cap"`).join('\n'),
    files: Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`${i}.cap`, ''])),
  },
};

const PAGE =
  /^# (?<code>[a-z-]+)\n\n\*\*(?<title>[^\n]+)\*\* · (?<severity>[a-z]+)\n\n(?<what>.+?)\n\n\*\*Why\.\*\* (?<why>.+?)\n\n\*\*What to do\.\*\* (?<remedy>.+?)\n(?:\nFor example:\n\n(?<rest>.+))?$/su;

/** Reads a page; throws if it does not have the form of all pages. */
export function readCheckPage(text: string): CheckPage {
  const { code, title, severity, what, why, remedy, rest } = PAGE.exec(text)?.groups ?? {};
  if (code === undefined || title === undefined || severity === undefined)
    throw new Error(`A page begins with "# CODE" and "**Title** · severity", and this one with: ${text.slice(0, 80)}`);
  if (what === undefined || why === undefined || remedy === undefined)
    throw new Error(`${code}.md says what it is, then "**Why.** …", then "**What to do.** …".`);
  const page = { code, title, severity, what, why, remedy };
  return rest === undefined ? { ...page, says: [] } : { ...page, ...readExample(code, rest) };
}

/** The example, the files that it includes ("where `x` is", and a fence or "a folder"), and the messages below it. */
function readExample(code: string, text: string): Pick<CheckPage, 'example' | 'says'> {
  const [main, ...others] = [...text.matchAll(/(?:where `([^`]+)` is\n\n)?```(?:cap|json)\n(.*?)\n```/gsu)];
  if (main?.[2] === undefined || main[1] !== undefined)
    throw new Error(`${code}.md has a design in a fence of the language cap below "For example:".`);
  const folders = [...text.matchAll(/^where `([^`]+)` is a folder$/gmu)].map(([, path]) => [`${path ?? ''}/`, '']);
  const files = others.map(([, path = '', content = '']) => [path, content]);
  const says = [...text.matchAll(/^> .+$(?:\n^> .+$)*/gmu)].map(([quote]) => quote.slice(2).replaceAll('\n> ', ' '));
  return { example: { text: main[2], files: Object.fromEntries([...folders, ...files]) as Example['files'] }, says };
}

/** `docs/diagnostics/README.md`: all pages in the order of the table. */
export function checkIndex(checks: readonly CheckRow[], pageOf: (code: string) => CheckPage): string {
  const row = (code: string, severity: Severity): string =>
    `| [${code}](${code}.md) | ${severity} | ${pageOf(code).title} |`;
  return [
    '# Diagnostics',
    '',
    'One page for each code. The pages are written by hand; `node scripts/docs.mjs` makes this index from',
    'them and from the rows in `core/src/checks/`.',
    '',
    '| code | severity | what |',
    '|---|---|---|',
    ...checks.map(({ code, severity }) => row(code, severity)),
    '',
  ].join('\n');
}
