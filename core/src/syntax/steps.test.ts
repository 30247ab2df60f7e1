import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { MOST_PER_STEP, run, type Steps } from '../base/steps.js';
import { resolve, resolveInSteps } from '../model/resolve.js';
import { MAX_STATEMENT } from './chunks.js';
import { parser } from './grammar/index.js';
import { lexed } from './lex.js';
import { parseFile } from './parse.js';
import { parseDesign, parseDesignInSteps } from './parseDesign.js';
import { lexer } from './tokens.js';

/** No file of another format, which is read as one, is as long. In UTF-16 code units. */
const LENGTH = 40_000;

function filled(line: (i: number) => string, head = '', least = LENGTH): string {
  const parts = [head];
  for (let i = 0, length = head.length; length < least; i++) {
    parts.push(line(i));
    length += line(i).length;
  }
  return parts.join('');
}

const HEAD = 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CP }\n';
const TEXTS: Readonly<Record<string, string>> = {
  nodes: filled((i) => `node n${i}\n`),
  links: filled((i) => `link l${i}: a -- b ${i % 90}ms\n`, HEAD),
  operations: filled((i) => `operation o${i}: ${i % 2 === 0 ? 'read' : 'write'} s from c\n`, HEAD),
  partitions: filled((i) => `partition p${i} { a | b }\nexpect o never lost under p${i}\n`, HEAD),
  'unknown names': filled((i) => `client k${i} at nowhere${i}\n`, HEAD),
  'one line': filled((i) => (i === 0 ? 'node n' : `, n${i}`), '', MAX_STATEMENT + 1),
  'other words': filled((i) => `${['lorem', 'ipsum', 'store', 'Node', 'under'][i % 5]}${i % 7 === 0 ? '\n' : ' '}`),
  braces: filled((i) => (i % 3 === 0 ? '{\n' : '}\n')),
  quotes: filled((i) => `node "n${i}\n`),
  yaml: filled((i) => `node${i}:\n  zone: z${i % 9}\n`),
  comments: filled((i) => `// Number ${i}.\n`, HEAD),
  'comments of other languages': filled((i) => `# Number ${i}.\n`, HEAD),
};

/** What one step gives to lexer and parser at the most: characters, and tokens of statements. */
function mostPerStep<T>(steps: Steps<T>): { readonly characters: number; readonly tokens: number; readonly last: T } {
  let characters = 0;
  let tokens = 0;
  const most = { characters: 0, tokens: 0 };
  const tokenize = lexer.tokenize.bind(lexer);
  const statement = parser.statement.bind(parser);
  const lexing = vi.spyOn(lexer, 'tokenize').mockImplementation((text) => {
    // Blanks cost next to nothing.
    characters += text.replace(/\s+/g, ' ').length;
    return tokenize(text);
  });
  const parsing = vi.spyOn(parser, 'statement').mockImplementation(() => {
    tokens += parser.input.length;
    return statement();
  });
  try {
    for (;;) {
      characters = 0;
      tokens = 0;
      const next = steps.next();
      most.characters = Math.max(most.characters, characters);
      most.tokens = Math.max(most.tokens, tokens);
      if (next.done === true) return { ...most, last: next.value };
    }
  } finally {
    lexing.mockRestore();
    parsing.mockRestore();
  }
}

test.each(Object.entries(TEXTS))('no step reads more than a part of the text: %s', (_, text) => {
  const place = { path: 'design.cap', read: () => ({ kind: 'missing' as const }) };
  const { characters, tokens, last } = mostPerStep(parseDesignInSteps(place, text));
  expect(characters).toBeLessThanOrEqual(4 * MOST_PER_STEP);
  expect(tokens).toBeLessThanOrEqual(2 * MOST_PER_STEP);
  expect(isDeepStrictEqual(last, parseDesign(place.path, text, place.read))).toBe(true);
  // After an edit at the beginning, everything else has other positions.
  const edited = mostPerStep(parseDesignInSteps(place, ` ${text}`, last));
  expect(edited.characters).toBeLessThanOrEqual(4 * MOST_PER_STEP);
  expect(edited.tokens).toBeLessThanOrEqual(2 * MOST_PER_STEP);
});

test.each(Object.entries(TEXTS))(
  'names are bound in steps of bounded size, all of which say what they did: %s',
  (_, text) => {
    const parsed = parseDesign('design.cap', text, () => ({ kind: 'missing' }));
    const longest = Math.max(...parsed.statements.map(({ span }) => span.end - span.start));
    const steps = resolveInSteps(parsed);
    let counted = 0;
    let next = steps.next();
    for (; next.done !== true; next = steps.next()) {
      expect(next.value).toBeLessThanOrEqual(Math.max(MOST_PER_STEP, longest));
      counted += next.value;
    }
    const written = parsed.statements.reduce((sum, { span }) => sum + span.end - span.start, 0);
    expect(counted).toBeGreaterThanOrEqual(written);
    expect(isDeepStrictEqual(next.value, resolve(parsed))).toBe(true);
  },
);

test('a statement that is too long to be read at once is left out, and those around it are not', () => {
  const long = `node ${Array.from({ length: MAX_STATEMENT / 4 }, (_, i) => `n${i}`).join(', ')}`;
  const { statements, diagnostics } = parseFile(`node a\n${long}\nnode b\n`);
  expect(statements.map(({ kind }) => kind)).toEqual(['node', 'node']);
  expect(diagnostics).toMatchObject([{ code: 'too-large', span: { start: 7, end: 11 } }]);
  expect(diagnostics[0]?.message).toBe(
    `This statement has ${long.length} characters, and up to 100000 are read: write it as several.`,
  );
});

/** What may go on after the end of a slice, or be taken for something else without it. */
const HARD = [
  'abc-def.ghi',
  '5 \t ms',
  '5   x',
  '1.5e+3s',
  '"quo\\"ted" x',
  '"open quote\\',
  '// a comment',
  '/* a\nlong\r\ncomment */ x',
  '/ * /',
  '-- -> - -5',
  '@@@ é𝒳𝒳 @',
  'detecting',
  '\r\n\r\r\n',
  '/*',
];

test('a text in slices has the tokens of the whole text', () => {
  for (const hard of HARD)
    for (let shift = 0; shift <= hard.length + 2; shift++) {
      const text = `${'x-y '.repeat(2048 - 10)}${' '.repeat(40 - shift)}${hard}\nnode a /* b */\nnode ${'c '.repeat(900)}`;
      const { tokens, groups, errors } = lexer.tokenize(text);
      const found = run(lexed(text));
      const told = (list: typeof tokens): unknown[] =>
        list.map((one) => [one.image, one.startOffset, one.endOffset, one.startLine, one.endLine, one.tokenType.name]);
      expect([hard, shift, told([...found.tokens])]).toEqual([hard, shift, told(tokens)]);
      expect(told([...found.comments])).toEqual(told(groups['comments'] ?? []));
      expect(told([...found.open])).toEqual(told(groups['open'] ?? []));
      expect(found.errors.map(({ offset, length }) => [offset, length])).toEqual(
        errors.map(({ offset, length }) => [offset, length]),
      );
    }
});
