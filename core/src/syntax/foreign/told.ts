import type { Edit } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import { firstShort } from '../../base/words.js';
import { type Diagnostic, diagnosticOf } from '../../checks/diagnostic.js';
import { TEXT } from '../../checks/text.js';
import type { LinkStatement, Statement, Word } from '../ast.js';
import type { Fallback } from './derived.js';
import { type Home, removed, takenHome } from './homes.js';
import { isFiller } from './known.js';
import type { Region } from './regions.js';
import { isMark, isName, list, scan, type Token, written } from './scan.js';
import type { Understood } from './understood.js';

/** A region with what was meant in it. */
export interface Foreign {
  readonly region: Region;
  readonly understood: Understood;
}

/** What is said of the regions of a file: one diagnostic for each mistake. */
export class Told {
  private readonly found: Diagnostic[] = [];
  private readonly nothing: Span[] = [];
  private readonly told = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly sound: readonly Statement[],
    private readonly homes: ReadonlyMap<string, Home>,
    private readonly foreign: readonly Foreign[],
  ) {}

  other(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
  }

  region(region: Region, understood: Understood): void {
    if (understood.home !== undefined) return;
    if (understood.texts.length === 0) this.nothing.push({ start: region.start, end: region.end });
    else this.found.push(this.rewritten(region, understood));
  }

  /** All of them, with the statements as they are understood. */
  diagnostics(all: readonly Statement[]): readonly Diagnostic[] {
    for (const home of this.homes.values()) if (!this.told.has(home.zone)) this.found.push(this.homeless(home, all));
    if (this.nothing.length > 0) this.found.push(this.saidNothing());
    return this.found;
  }

  private rewritten(region: Region, understood: Understood): Diagnostic {
    const { texts, tokens, statements, or, fallback } = understood;
    const { text } = this;
    const own = { start: region.start, end: region.end };
    const [one = ''] = texts;
    // A partition that an expectation describes is declared before it.
    const said = texts.some((text) => text.startsWith('expect '))
      ? texts.filter((text) => text.startsWith('expect '))
      : texts;
    const found = firstDifference(tokens, said.join('\n'));
    const word = tokens.find(isName);
    // Marks before the statement don't belong to it.
    const at = word !== undefined && found.start < word.start ? word : found;
    const span = { start: region.start + at.start, end: region.start + at.end };
    const what = shorten(text.slice(span.start, span.end));
    if (one.startsWith('//'))
      return diagnosticOf(TEXT.foreignSyntax, span, `\`${what}\` cannot be said of this: leave it out.`, {
        fixes: [{ title: 'Turn it into a comment', edits: [{ span: own, text: texts.join('\n') }] }],
      });
    const fixOf = (all: readonly string[]): Edit => this.instead(region, understood, all);
    const instead = fallbackEdits(fallback, this.sound);
    if (or !== undefined) {
      const readings = [texts, or].map((all, i) => ({ texts: all, edits: [fixOf(all), ...(i === 1 ? instead : [])] }));
      return eitherOf(span, readings);
    }
    const edit = fixOf(texts);
    const homes = statements.flatMap((statement) => this.homeEdits(statement));
    const edits = [
      edit,
      ...homes,
      ...instead,
      ...this.levelEdits(understood),
      ...outerEdits(region, statements, this.sound, text),
    ];
    return diagnosticOf(TEXT.foreignSyntax, span, unexpected(what, texts), {
      fixes: [{ title: `Write \`${shorten(one, 50)}\``, edits: edits.sort((a, b) => a.span.start - b.span.start) }],
    });
  }

  private instead({ start, end }: Region, { comments }: Understood, texts: readonly string[]): Edit {
    const before = this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start);
    const indent = before.trim() === '' ? before : '';
    return { span: { start, end }, text: [...comments, ...texts].join(`\n${indent}`) };
  }

  /** A level that was said of a store stands after the clients of each of its operations that has none. */
  private levelEdits({ levels, statements: [store] }: Understood): Edit[] {
    if (levels === undefined || store?.kind !== 'store') return [];
    const levelOf = (statement: Statement): string | undefined => {
      if (statement.kind !== 'operation' || statement.composite) return undefined;
      const [step] = statement.steps;
      if (step?.store?.name !== store.name?.name || step?.level !== undefined) return undefined;
      const level = step?.access === undefined ? undefined : levels[step.access];
      return level === undefined ? undefined : ` level ${level}`;
    };
    const own = this.sound.flatMap((statement): Edit[] => {
      const text = levelOf(statement);
      const { end } = statement.span;
      return text === undefined ? [] : [{ span: { start: end, end }, text }];
    });
    const others = this.foreign.flatMap(({ region, understood }): Edit[] => {
      const [statement, more] = understood.statements;
      const text = statement === undefined || more !== undefined ? undefined : levelOf(statement);
      return text === undefined ? [] : [this.instead(region, understood, [`${understood.texts.join('')}${text}`])];
    });
    return [...own, ...others];
  }

  /** The nodes that are declared outside of this zone. */
  private homeEdits(statement: Statement): Edit[] {
    const home = statement.kind === 'zone' ? this.homes.get(statement.name?.name ?? '') : undefined;
    if (home === undefined || this.told.has(home.zone)) return [];
    this.told.add(home.zone);
    return removed(this.text, home.spans);
  }

  private homeless(home: Home, all: readonly Statement[]): Diagnostic {
    const [first = { start: 0, end: 0 }] = home.spans;
    const example = `zone ${written(home.zone)} { node ${list(home.nodes)} }`;
    return diagnosticOf(
      TEXT.foreignSyntax,
      first,
      `A node is declared in the body of its zone: write \`${shorten(example)}\`.`,
      { fixes: [{ title: `Write \`${shorten(example, 50)}\``, edits: takenHome(this.text, home, all) }] },
    );
  }

  private saidNothing(): Diagnostic {
    const [span = { start: 0, end: 0 }] = this.nothing;
    return diagnosticOf(
      TEXT.foreignSyntax,
      span,
      `\`${shorten(this.text.slice(span.start, span.end))}\` says nothing in a design: remove it.`,
      { fixes: [{ title: 'Remove what says nothing', edits: removed(this.text, this.nothing) }] },
    );
  }
}

interface Reading {
  readonly texts: readonly string[];
  readonly edits: readonly Edit[];
}

/** Two readings: a fix for each, and none that an editor prefers. */
function eitherOf(span: Span, readings: readonly Reading[]): Diagnostic {
  const [one = '', other = ''] = readings.map(({ texts }) => texts.join(' '));
  const [first, second] = [onlyIn(one, other), onlyIn(other, one)];
  const both = `\`${first}\` or \`${second}\``;
  const message = firstShort([
    `Two things may be meant: write ${both}.`,
    `Write either ${both}.`,
    `Two things may be meant: the fixes write either of them.`,
  ]);
  const fixes = readings.map(({ texts, edits }) => ({
    title: `Write \`${shorten(texts.join(' '), 50)}\``,
    edits: [...edits].sort((a, b) => a.span.start - b.span.start),
  }));
  return diagnosticOf(TEXT.foreignSyntax, span, message, { fixes });
}

/** That its source is read where it does not answer is said of the store of the copy. */
function fallbackEdits(fallback: Fallback | undefined, sound: readonly Statement[]): readonly Edit[] {
  return sound.flatMap((statement) => {
    if (statement.kind !== 'store' || statement.name?.name !== fallback?.copy) return [];
    const from = statement.clauses.find(({ kind }) => kind === 'from');
    if (from === undefined || statement.clauses.some(({ kind }) => kind === 'else')) return [];
    const { end } = from.span;
    return [{ span: { start: end, end }, text: ` else ${written(fallback?.source ?? '')}` }];
  });
}

/** Where the name of a zone of zones stands, the zones stand instead; where one place is wanted, the first of them. */
function outerEdits({ outer }: Region, own: readonly Statement[], sound: readonly Statement[], text: string): Edit[] {
  const inner = own
    .flatMap((statement) => (statement.kind === 'zone' ? (statement.name?.name ?? []) : []))
    .filter((name) => name !== outer);
  const [first] = inner;
  if (outer === undefined || first === undefined) return [];
  const edits = (words: readonly (Word | undefined)[], instead: string): Edit[] =>
    words.flatMap((word) => (word?.name === outer ? [{ span: word.span, text: instead }] : []));
  const all = list(inner);
  return sound.flatMap((statement): Edit[] => {
    switch (statement.kind) {
      case 'link':
        return linkEdits(statement, outer, inner, text);
      case 'client':
        return edits([statement.placement?.target], written(first));
      case 'mesh':
        return edits(statement.members, all);
      case 'store':
        return edits(
          statement.members.map(({ name }) => name),
          all,
        );
      case 'partition':
        return statement.lines.flatMap((line) =>
          line.kind === 'groups'
            ? edits(line.groups.flat(), all)
            : line.kind === 'cut'
              ? linkEdits(line, outer, inner, text)
              : edits(line.targets, all),
        );
      default:
        return [];
    }
  });
}

/** The words of a text that another one has not at their places, with the word before them. */
function onlyIn(text: string, other: string): string {
  const [own, others] = [text.split(' '), other.split(' ')];
  const start = own.findIndex((word, i) => word !== others[i]);
  const same = own.toReversed().findIndex((word, i) => word !== others[others.length - 1 - i]);
  return shorten(own.slice(Math.max(0, start - 1), own.length - same).join(' '));
}

/** A link of a zone of zones is one of each of them. */
function linkEdits(
  { from, to, name, span }: Pick<LinkStatement, 'from' | 'to' | 'name' | 'span'>,
  outer: string,
  inner: readonly string[],
  text: string,
): Edit[] {
  const end = [from, to].find((word) => word?.name === outer);
  if (end === undefined) return [];
  const [first, ...others] = inner.map(
    (one) => text.slice(span.start, end.span.start) + written(one) + text.slice(end.span.end, span.end),
  );
  return name === undefined
    ? [{ span, text: [first ?? '', ...others].join('\n') }]
    : [{ span: end.span, text: written(inner[0] ?? '') }];
}

/** How many words of what was not expected a message repeats. */
const MOST_SEEN = 3;

/** "Did not expect `region` here: write `zone us { node us1 }`.": as much of the text as a message has room for. */
function unexpected(what: string, texts: readonly string[]): string {
  const seen = what.split(' ');
  const found = seen.length > MOST_SEEN ? `${seen.slice(0, MOST_SEEN).join(' ')} …` : what;
  const say = (shown: string): string => `Did not expect \`${found}\` here: write ${shown}.`;
  const quoted = texts.slice(0, 3).map((text) => `\`${shorten(text)}\``);
  const words = shorten(texts[0] ?? '').split(' ');
  const cut = words.map((_, i) => say(`\`${words.slice(0, words.length - i - 1).join(' ')} …\``));
  return firstShort([say(quoted.join(', ')), say(quoted[0] ?? ''), ...cut]);
}

export function shorten(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The first token that is not in the rewritten text at its place. */
function firstDifference(tokens: readonly Token[], whole: string): Token | { readonly start: 0; readonly end: number } {
  const own = scan(whole).tokens;
  const at = tokens.findIndex(
    (token, i) => token.text !== own[i]?.text || (token.kind === 'word' && own[i]?.kind === 'quoted'),
  );
  const found = tokens[at];
  const foreign =
    at < 0
      ? undefined
      : tokens.slice(at).find((token) => !own.some(({ text }) => text === token.text) && !isFiller(token));
  const near = foreign !== undefined && !isMark(found, '{', ',') ? foreign : (found ?? foreign);
  return near ?? { start: 0, end: tokens.at(-1)?.end ?? 0 };
}
