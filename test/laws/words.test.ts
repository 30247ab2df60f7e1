// docs/style.md: the words that most often made a sentence hard to read are in no comment, message or page.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, nodesOf, read, sources } from './sources.js';

/** What to write instead, and what to look for. */
const WORST: readonly (readonly [better: string, word: RegExp])[] = [
  // Right for a copy that lags.
  ['after', /(?<!lags? |leaves? |left |that is |\d m?s )\bbehind\b(?! for the lag)/i],
  ['before', /\bin front\b/i],
  ['depends on', /\bhang(s|ing)? on\b/i],
  ['name the client, caller or replica', /\bwho(m|se)?(so)?ever\b/i],
  ['is not a', /(?<!\bthere )(?<!\bthis )\bis no (?!longer\b|more\b)/i],
  ['are not', /(?<!\bthere )\bare no (?!longer\b|more\b)/i],
  ['a noun as the subject', /(?:^|[.:] )Who [^?]*$/],
  // "What a panel shows" describes a value; "What is shown stays" hides the subject.
  [
    'a noun as the subject',
    /(?:^|\. )What(ever)? (is|was|can|comes|has)\b[^.?:;,]* (stays|is|are|was|has|have|gets?)\b(?! (been|to)\b)/,
  ],
  ['that many, at most', /\bso many\b/i],
  ['the coordinator, the asked replica', /\b(one|replica|those) (that|which|who) (was|were) asked\b/i],
  ['is impossible, is not available', /\bbe had\b/i],
  ['instead of', /\bin the place of\b/i],
  ['unknown, not a', /\b(that|which) (is|are) none\b/i],
  ['anyway', /\ball the same\b/i],
  ['rarely', /\bseldom\b/i],
  ['concerns', /\b(has|have) to do with\b/i],
];

/** What the product said and its readers did not understand; the terms of its pages may stay in comments. */
const OLD: readonly (readonly [better: string, word: RegExp])[] = [
  ["x: traveller can't know whether it took effect", /\bnot knowing whether\b/],
  ['5 of 8 hold under any one fault', /\brequests? (\(operation and client\)|work under everything)/],
  ['conflict (reconciled after the heal)', /\bconflict until the heal\b/],
  ['while replication lags', /\bfor the lag\b/i],
  ['it has not arrived yet', /\b(is|are) (only )?on (its|their) way\b/],
  ["it can't arrive before the network heals", /\bnothing can carry\b/],
  ['`x` is not a level of consensus: use leader, …', /\bis no (level|choice|merge rule|guarantee)\b/],
  ['unknown client `d`', /\bno node, zone, router or client\b/],
];

test('no sentence that the core says has words that were replaced', () => {
  const core = sources.filter((file) => file.startsWith('core/src/'));
  expect(core.length).toBeGreaterThan(10);
  expect(core.flatMap((file) => found(file, sentences(file), OLD))).toEqual([]);
  const said = OLD.map(([better]) => better);
  expect(said.flatMap((text) => found('the words to write instead', [text], OLD))).toEqual([]);
  // Each refuses what was said before.
  const before = [
    'leaves traveller not knowing whether it took effect',
    '0 of 8 requests (operation and client) work under everything',
    'conflict until the heal',
    'stale for the lag',
    'it is on its way',
    'nothing can carry it there until the heal',
    '`x` is no level of consensus',
    'There is no node, zone, router or client `d`',
  ];
  expect(before.map((text) => found('before', [text], OLD).length > 0)).toEqual(before.map(() => true));
});

test('no page has one of the worst words', () => {
  const pages = files.filter((file) => /\.md$/.test(file) && file !== 'docs/style.md');
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flatMap((file) => found(file, prose(read(file))))).toEqual([]);
});

test('no comment has one of the worst words', () => {
  const code = files.filter((file) => /\.(ts|mts|mjs)$/.test(file));
  expect(code.length).toBeGreaterThan(10);
  expect(code.flatMap((file) => found(file, comments(file)))).toEqual([]);
});

test('no sentence that the product says has one of the worst words', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap((file) => found(file, sentences(file)))).toEqual([]);
});

function found(file: string, texts: readonly string[], words = WORST): string[] {
  return texts.flatMap((text) =>
    words
      .filter(([, word]) => word.test(text))
      .map(([better, word]) => `${file}: "${word.exec(text)?.[0] ?? ''}" → ${better}: ${text}`),
  );
}

/** The paragraphs of a page, each as one line, without its code. */
function prose(page: string): string[] {
  return page
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/`[^`]*`(: "[^"]*")?/g, '`…`')
    .split(/\n\s*\n|\n(?=\||\s*[-*] )/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim());
}

/** The texts of a file that are more than one word; of a template, each piece. */
function sentences(file: string): string[] {
  return [...nodesOf(file)]
    .filter((node): node is ts.LiteralLikeNode => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
    .map(({ text }) => text.trim())
    .filter((text) => text.includes(' '));
}

/** The comments of a file, each as one line; a row of `//` lines is one comment. */
function comments(file: string): string[] {
  const text = read(file);
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const ranges = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) ranges.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) ranges.set(range.pos, range);
    node.getChildren().forEach(visit);
  };
  visit(tree);
  const found: string[] = [];
  let end = -1;
  for (const range of [...ranges.values()].sort((a, b) => a.pos - b.pos)) {
    const words = text
      .slice(range.pos, range.end)
      .replaceAll(/^\/\*\*?|\*\/$|^\s*\* ?|^\/\/ ?/gm, '')
      .replaceAll(/`[^`]*`/g, '`…`')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const goesOn = range.kind === ts.SyntaxKind.SingleLineCommentTrivia && /^\n\s*$/.test(text.slice(end, range.pos));
    if (goesOn && found.length > 0) found.push(`${found.pop() ?? ''} ${words}`);
    else found.push(words);
    end = range.end;
  }
  return found;
}
