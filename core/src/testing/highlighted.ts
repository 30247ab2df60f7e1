import { LANGUAGE } from '../syntax/language/index.js';

type Group = keyof typeof LANGUAGE;

const wordsIn = (...groups: readonly Group[]): string[] => groups.flatMap((group) => Object.keys(LANGUAGE[group]));

/** Words without a colour: they stand beside numbers, which have one. */
const PLAIN: ReadonlySet<string> = new Set(['R', 'W', ...Object.keys(LANGUAGE.unit).filter((word) => word !== 'all')]);

/** The words of each rule of the TextMate grammar. A word of several groups has the colour of the first rule. */
const RULES: readonly (readonly [rule: string, words: readonly string[]])[] = [
  ['statement', wordsIn('statement')],
  ['clause', wordsIn('clause')],
  ['verdict', wordsIn('verdict')],
  [
    'value',
    wordsIn('choice', 'scheme', 'scheme argument', 'reaction', 'merge rule', 'level', 'guarantee').filter(
      (word) => !PLAIN.has(word) && !wordsIn('statement', 'clause', 'verdict').includes(word),
    ),
  ],
];

/** The text of the TextMate grammar with the words of the language in its lists. */
export function highlighted(grammar: string): string {
  return RULES.reduce(
    (text, [rule, words]) =>
      text.replace(
        new RegExp(`("${rule}": \\{[^}]*?"match": "[^"]*?\\(\\?:)[\\w|-]+(\\)\\(\\?!)`),
        (_, before: string, after: string) => `${before}${[...new Set(words)].join('|')}${after}`,
      ),
    grammar,
  );
}
