import type { Span } from '../base/span.js';
import { run, type Steps } from '../base/steps.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { escapeMarkdown } from '../render/print/markdown.js';
import { whyUnjudged } from '../render/words/unjudged.js';
import type { Statement, StoreStatement } from '../syntax/ast.js';
import type { WordMeaning } from '../syntax/language/index.js';
import { isPercentile } from '../syntax/percentile.js';
import type { LinkTo } from './action.js';
import { acceptanceHover, expectationHover } from './hover/expectation.js';
import { linkHover } from './hover/link.js';
import { needHover } from './hover/need.js';
import { type Known, operationHover } from './hover/operation.js';
import { partitionHover } from './hover/partition.js';
import { presetHover } from './hover/preset.js';
import { riskHover } from './hover/risk.js';
import { serviceHover } from './hover/service.js';
import { storeHover } from './hover/store.js';
import { vertexHover } from './hover/vertex.js';
import { bold } from './markdown.js';
import { symbolAt, type SymbolPlace } from './symbolAt.js';
import { meaningAt, statementAt, wordAt, type WrittenWord } from './wordAt.js';

/** What an editor shows beside a word, as Markdown, and the word. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** An editor shows so much without scrolling: what a word means yields to what its statement does. */
export const MOST_LINES = 12;

/**
 * What there is to know about the place at an offset: about a name what it is and does, about a keyword or value what
 * it means. Nothing on punctuation and comments. Without results, what is known without them. `linkTo`: verdicts lead
 * to how they come about, where the editor can show that.
 */
export function hover(
  resolved: Resolved,
  results: Results | undefined,
  offset: number,
  linkTo?: LinkTo,
): Hover | undefined {
  return run(hoverInSteps(resolved, results, offset, linkTo));
}

/** `hover` in steps. */
export function* hoverInSteps(
  resolved: Resolved,
  results: Results | undefined,
  offset: number,
  linkTo: LinkTo = () => undefined,
): Steps<Hover | undefined> {
  const place = symbolAt(resolved, offset);
  if (place !== undefined && isAfter(resolved, place.span, offset)) return undefined;
  const known: Known = { results, linkTo };
  if (place !== undefined) return shown(yield* symbolHover(resolved, place, known), place.span);
  const word = wordAt(resolved, offset);
  if (word === undefined || isAfter(resolved, word.span, offset)) return undefined;
  const statement = statementAt(resolved, word.span.start);
  const preset = statement === undefined ? '' : presetHover(resolved.model, statement, word);
  if (preset !== '') return shown(preset, word.span);
  const about = statement === undefined ? '' : yield* statementHover(resolved, statement, word, known);
  const meaning = word.kind === 'word' ? meaningAt(resolved, word) : undefined;
  const means = meaning === undefined ? '' : meaningHover(word.text, meaning);
  const both = [about, means].filter((part) => part !== '').join('\n\n');
  return shown(both.split('\n').length <= MOST_LINES ? both : about, word.span);
}

/**
 * The pointer on a comma is on the comma, and not on the name before it; a cursor after a name that stands free is on
 * the name.
 */
function isAfter({ text }: Resolved, span: Span, offset: number): boolean {
  return offset === span.end && /\S/.test(text.charAt(offset));
}

function shown(markdown: string, span: Span): Hover | undefined {
  return markdown === '' ? undefined : { markdown, span };
}

function* symbolHover(
  resolved: Resolved,
  { symbol: { kind, index, name, word, statement }, span }: SymbolPlace,
  known: Known,
): Steps<string> {
  const { model } = resolved;
  const { results, linkTo } = known;
  if (index === undefined) {
    const why = unjudgedHover(resolved, word.span) || 'left out of the analysis: something is wrong with its statement';
    return `${kind} ${bold(name)} · ${why}`;
  }
  switch (kind) {
    case 'node':
    case 'zone':
    case 'router':
    case 'client':
      return vertexHover(model, index, linkTo);
    case 'link':
      return linkHover(model, index, linkTo);
    case 'store': {
      const declared = resolved.statements.find(
        (one): one is StoreStatement => one.kind === 'store' && one.span.start === statement.start,
      );
      return storeHover(model, index, declared);
    }
    case 'service':
      return serviceHover(model, index);
    case 'operation':
      return yield* operationHover(model, index, known, span);
    case 'risk':
      return riskHover(model, index);
    case 'partition':
      return partitionHover(model, index, results, linkTo);
  }
}

/** Why the operation, the partition or the expectation with this span is not judged; empty where it is. */
function unjudgedHover(resolved: Resolved, { start }: Span): string {
  const found = resolved.unjudged.find(({ span }) => span.start === start);
  return found === undefined ? '' : `not judged: ${escapeMarkdown(whyUnjudged(resolved, found))}`;
}

/**
 * What a statement without a name of its own comes to: told on its keyword, and on its numbers and texts. An operation
 * as well: above what there is to say of its name, an editor shows the diagnostic.
 */
function* statementHover(resolved: Resolved, statement: Statement, word: WrittenWord, known: Known): Steps<string> {
  const { results, linkTo } = known;
  if (statement.kind === 'operation') {
    const index =
      word.kind === 'word' && word.span.start === statement.span.start
        ? resolved.symbols.find((one) => one.kind === 'operation' && one.statement.start === statement.span.start)
            ?.index
        : undefined;
    return index === undefined
      ? needHover(resolved, results, word)
      : yield* operationHover(resolved.model, index, known, word.span);
  }
  // A percentile is a number to its reader.
  const isFirst = word.span.start === statement.span.start;
  if (word.kind === 'word' && !isFirst && !isPercentile(word.text)) return '';
  const { model, origins } = resolved;
  const isHere = (span: Span | undefined): boolean =>
    span !== undefined && statement.span.start <= span.start && span.end <= statement.span.end;
  switch (statement.kind) {
    case 'expect': {
      if (word.kind !== 'word') return '';
      const index = origins.expectations.findIndex(isHere);
      return index < 0 ? unjudgedHover(resolved, statement.span) : expectationHover(model, index, results, linkTo);
    }
    case 'accept': {
      const index = origins.acceptances.findIndex(isHere);
      return index < 0 ? '' : acceptanceHover(model, index, results, linkTo);
    }
    case 'link': {
      const index = origins.links.findIndex(isHere);
      return index < 0 ? '' : linkHover(model, index, linkTo);
    }
    default:
      return '';
  }
}

/** Two lines: what it means, and where that comes from. */
function meaningHover(word: string, { meaning, source }: WordMeaning): string {
  return `**${word}** · ${meaning}${source === undefined ? '' : `\n\n*${source}*`}`;
}
