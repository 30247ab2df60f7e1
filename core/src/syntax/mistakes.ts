import type { IRecognitionException, IToken } from 'chevrotain';
import { firstShort } from '../base/words.js';
import { didYouMean } from '../base/didYouMean.js';
import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { TEXT } from '../checks/text.js';
import { at, isStatement, spanOf } from './chunks.js';
import { clausesOf, LANGUAGE } from './language/index.js';
import type { StatementWord } from './language/statements.js';
import type { WordRow } from './language/word.js';
import { nearStatement } from './nearStatement.js';
import { Close, Name, Open, STATEMENTS } from './tokens.js';

export function meantStatement(token: IToken): IToken['tokenType'] | undefined {
  const meant = nearStatement(token.image);
  return meant === undefined ? undefined : STATEMENTS[meant as keyof typeof STATEMENTS];
}

/** What most lines of a design begin with: a message names no more. */
const COMMON: readonly StatementWord[] = ['node', 'zone', 'link', 'client', 'store', 'operation', 'expect'];

export function noStatement(token: IToken): Diagnostic {
  const span = spanOf(token);
  const meant = nearStatement(token.image);
  if (token.tokenType === Close) return closesNothing(span);
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    `\`${token.image}\` begins no statement` +
      (meant === undefined ? `: one begins with a word such as ${anyOf(COMMON)}.` : `: did you mean \`${meant}\`?`),
    meant === undefined ? {} : { fixes: [replaceBy(span, meant)] },
  );
}

function closesNothing(span: Span): Diagnostic {
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    'This `}` closes nothing: remove it, or open the body that it belongs to.',
    { fixes: [{ title: 'Remove it', edits: [{ span, text: '' }] }] },
  );
}

function replaceBy(span: Span, text: string): Fix {
  return { title: `Change to \`${text}\``, edits: [{ span, text }] };
}

const STORE_CLAUSES = clausesOf('store');

interface Expected {
  readonly what: string;
  /** The words that a misspelt word may stand for. */
  readonly words: readonly string[];
}

/** What may stand where the parser stopped, in the words of the language, by the rule that it was in. */
const EXPECTED = new Map<string, Expected>([
  ...STORE_CLAUSES.flatMap((word): [string, Expected][] => {
    const { expected, next }: WordRow = LANGUAGE.clause[word];
    const words = next !== undefined && 'words' in next ? next.words : [];
    return expected === undefined ? [] : [[word, { what: expected, words }]];
  }),
  ['names', { what: 'a name', words: [] }],
  ['zone', { what: '`zone NAME { node A, B }`', words: ['fails'] }],
  ['node', { what: 'a name: `node A, B`', words: ['fails'] }],
  ['failing', { what: 'a share of time: `fails 0.1%`', words: ['fails'] }],
  ['risk', { what: '`risk NAME { A, B -- C } fails 0.05%`', words: ['fails'] }],
  ['threatened', { what: 'the name of a link, node, zone or router, or `A -- B`', words: [] }],
  ['share', { what: '`99.99%`, `at most 0.01%` or `at most 5min a year`', words: ['at', 'most'] }],
  ['client', { what: '`in ZONE`, `at NODE`, `via REPLICAS` or the end of the statement', words: ['in', 'at', 'via'] }],
  ['placement', { what: 'the zone or node where the client is', words: [] }],
  ['link', { what: '`link A -- B 80ms`, or `link A -> B 80ms` for one direction', words: [] }],
  ['mesh', { what: '`mesh A, B, C 80ms`', words: [] }],
  [
    'wire',
    {
      what: 'a round trip such as `80ms` or `80ms ± 10ms`, `fails 0.1%`, or the end of the statement',
      words: ['fails'],
    },
  ],
  [
    'store',
    {
      what: '`store NAME on REPLICAS { choose CP }`',
      words: [...STORE_CLAUSES, 'witness', 'observer'],
    },
  ],
  ['member', { what: 'the name of a replica', words: [] }],
  [
    'clause',
    {
      what: `a clause: ${anyOf(STORE_CLAUSES.map((word) => (word === 'on' ? 'on partition' : word)))}`,
      words: STORE_CLAUSES,
    },
  ],
  ['argument', { what: 'a word or a number', words: [] }],
  ['onPartition', { what: '`on partition error` or `on partition wait 5s`', words: [] }],
  [
    'operation',
    {
      what: '`operation NAME: read STORE from CLIENTS` or `operation NAME from CLIENTS { … }`',
      words: ['from', 'read', 'write', 'level', 'needs'],
    },
  ],
  ['step', { what: '`read STORE` or `write STORE`', words: ['read', 'write'] }],
  ['access', { what: '`read STORE` or `write STORE`', words: ['read', 'write', 'from', 'level', 'needs'] }],
  ['demand', { what: '`level …` or `needs …`', words: ['level', 'needs'] }],
  ['need', { what: 'a guarantee such as `linearizable`', words: [] }],
  ['partition', { what: '`partition NAME { A | B }`', words: ['cut', 'isolate', 'down', 'destroy'] }],
  [
    'line',
    {
      what: '`A | B`, `cut A -- B`, `isolate A`, `down A` or `destroy A`',
      words: ['cut', 'isolate', 'down', 'destroy'],
    },
  ],
  ['cutLink', { what: '`cut A -- B`, `cut A -> B` or `cut LINK`', words: [] }],
  ['down', { what: 'names of nodes or zones, and perhaps `destroyed`', words: ['destroyed'] }],
  ['groups', { what: '`|` and the other side, as in `us | eu`', words: ['cut', 'isolate', 'down', 'destroy'] }],
  ['service', { what: '`service NAME on NODES`', words: ['on', 'requires'] }],
  [
    'expect',
    {
      what: '`expect OPERATION [from CLIENTS] [never] VERDICT [under …]`',
      words: ['from', 'never', 'within', 'under', 'beyond', 'while', 'once'],
    },
  ],
  ['within', { what: 'a duration: `within 200ms`, or `within 200ms p99.9`', words: [] }],
  ['spread', { what: 'a duration: `80ms ± 10ms`, or `80ms p99 200ms`', words: [] }],
  ['phase', { what: '`while detecting` or `once settled`', words: ['while', 'once'] }],
  ['under', { what: 'a partition, `any 2 links, 1 node` or `no fault`', words: ['any', 'no'] }],
  ['family', { what: 'a count such as `2 links` or `1 node`', words: [] }],
  ['count', { what: 'a count such as `2 links` or `1 node`', words: [] }],
  ['accept', { what: '`accept VERDICT on OPERATION "reason"`', words: ['on'] }],
  ['include', { what: 'a path in double quotes: `include "topology.cap"`', words: [] }],
  ['explore', { what: '`explore all links` or `explore any 2 links, 1 node`', words: [] }],
]);

export function syntaxError(error: IRecognitionException, tokens: readonly IToken[]): Diagnostic {
  const stack = error.context.ruleStack;
  const rule = stack[stack.length - 1] ?? 'statement';
  const outer = stack.find((name) => name !== 'statement') ?? tokens[0]?.image ?? rule;
  const { token } = error;
  const { what, words } = expectedIn(rule, outer, token, tokens);
  const atEnd = token.startOffset < 0 || token.image === '';
  const last = tokens[tokens.length - 1];
  if (atEnd) {
    const opened =
      tokens.filter(({ tokenType }) => tokenType === Open).length -
      tokens.filter(({ tokenType }) => tokenType === Close).length;
    const end = last === undefined ? 0 : spanOf(last).end;
    const span = last === undefined ? { start: 0, end: 0 } : spanOf(last);
    if (opened > 0 && error.name !== 'EarlyExitException') {
      return diagnosticOf(TEXT.syntaxError, span, `The body of this \`${outer}\` is not closed: add \`}\`.`, {
        fixes: [{ title: 'Add `}`', edits: [{ span: at(end), text: ' }' }] }],
      });
    }
    return diagnosticOf(TEXT.syntaxError, span, `This \`${outer}\` is not complete: expected ${what}.`);
  }
  const span = spanOf(token);
  if (token.tokenType === Close && error.name === 'NotAllInputParsedException') return closesNothing(span);
  if (isStatement(token)) {
    return diagnosticOf(
      TEXT.syntaxError,
      span,
      `\`${token.image}\` is a keyword; a name that is spelt like it stands in double quotes. Expected ${what}.`,
      { fixes: [{ title: 'Put it in double quotes', edits: [{ span, text: `"${token.image}"` }] }] },
    );
  }
  const isUnder = tokens.slice(0, tokens.indexOf(token)).some(({ image }) => image === 'under');
  if (outer === 'expect' && isUnder && token.image === ',')
    return diagnosticOf(
      TEXT.syntaxError,
      span,
      '`under` takes one fault: write an `expect` for each, or a partition in which both happen.',
    );
  const role = roleSaidElsewhere(outer, tokens[tokens.indexOf(token) - 1]);
  if (role !== undefined) return role;
  const isWord = token.tokenType.CATEGORIES?.includes(Name) ?? false;
  const meant = isWord && !words.includes(token.image) ? didYouMean(token.image, words) : undefined;
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    meant === undefined
      ? firstShort([
          `Did not expect \`${shorten(token.image)}\` here: expected ${what}.`,
          // Completion has the whole list.
          `Did not expect \`${shorten(token.image)}\` here: expected ${what.split(':')[0] ?? what}.`,
        ])
      : `Did not expect \`${token.image}\` here: did you mean \`${meant}\`?`,
    meant === undefined ? {} : { fixes: [replaceBy(span, meant)] },
  );
}

/** Products' words for a copy without a vote. A follower of Raft has one, so that the word is none of the language. */
const OBSERVERS = new Set(['learner', 'read-replica', 'follower']);

/** `before`: the word before the name that is not expected. */
function roleSaidElsewhere(outer: string, before: IToken | undefined): Diagnostic | undefined {
  if (outer !== 'store' || before === undefined || !OBSERVERS.has(before.image)) return undefined;
  const span = spanOf(before);
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    `A copy without a vote is \`observer\` here, and \`${before.image}\` is a name: did you mean \`observer\`?`,
    { fixes: [replaceBy(span, 'observer')] },
  );
}

const BODIES = new Map([
  ['store', 'clause'],
  ['partition', 'line'],
  ['operation', 'step'],
]);

function expectedIn(rule: string, outer: string, token: IToken, tokens: readonly IToken[]): Expected {
  const inBody = tokens.some((other) => other.tokenType === Open && other.startOffset < token.startOffset);
  const body = inBody && rule === outer ? BODIES.get(outer) : undefined;
  const fallback = { what: 'the end of the statement', words: [] };
  return EXPECTED.get(body ?? (rule === 'names' ? outer : rule)) ?? EXPECTED.get(outer) ?? fallback;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function list(items: readonly string[]): string {
  return items.map((item) => `\`${item}\``).join(', ');
}

/** "`a`, `b` or `c`" */
function anyOf(words: readonly string[]): string {
  return `${list(words.slice(0, -1))} or ${list(words.slice(-1))}`;
}
