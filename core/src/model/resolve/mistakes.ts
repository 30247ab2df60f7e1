import { countLeading } from '../../base/sorted.js';
import type { Span } from '../../base/span.js';
import { flatMapped, sizeOf, type Steps } from '../../base/steps.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import { INCLUDE } from '../../checks/include.js';
import { SETTINGS } from '../../checks/settings.js';
import { TEXT } from '../../checks/text.js';
import type { Parsed, Statement } from '../../syntax/ast.js';
import { MAX_DIAGNOSTICS } from '../../syntax/parse.js';
import { isSettingsFile } from '../../syntax/settings/settings.js';
import type { Mistake } from '../model.js';

/** Names that others refer to, and on which they depend. */
type Dependable = 'client' | 'store' | 'service' | 'operation' | 'partition';

/**
 * Errors that change nothing of what a design means: they repeat others, which count, or concern comments, or how
 * loudly things are said.
 */
const REPEATED: ReadonlySet<string> = new Set([INCLUDE.hasErrors.code, TEXT.foreignComment.code, SETTINGS.wrong.code]);
const OF_TEXT: ReadonlySet<string> = new Set(Object.values(TEXT).map(({ code }) => code));

/** The work of finding the statement of an error, in the units of a step. */
const ERROR_SIZE = 10;

/**
 * Which statements have an error, and which names therefore stand for something that is not known. What an error
 * leaves of a statement is never taken for what its author means.
 */
export class Mistakes {
  /** A mistake in the network, so that nothing of the design can be judged. */
  everywhere: Mistake | undefined;
  /** It is not known under which faults everything is to be looked at. */
  exploring: Mistake | undefined;
  private readonly statements = new Map<Statement, Diagnostic[]>();
  private readonly names: Readonly<Record<Dependable, Map<string, Mistake>>> = {
    client: new Map(),
    store: new Map(),
    service: new Map(),
    operation: new Map(),
    partition: new Map(),
  };

  private constructor() {}

  /** `diagnostics`: all that was found in the design's texts so far. */
  static *of({ statements, sources, parses }: Parsed, diagnostics: readonly Diagnostic[]): Steps<Mistakes> {
    const mistakes = new Mistakes();
    const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && !REPEATED.has(code));
    if (errors.length === 0) return mistakes;
    const ordered = [...statements].sort((a, b) => a.span.start - b.span.start);
    const line = (offset: number): string =>
      `${sources.fileAt(offset).path}:${sources.position(Math.max(0, offset)).line}`;
    yield* flatMapped(
      [...errors].sort((a, b) => a.span.start - b.span.start),
      () => ERROR_SIZE,
      (error) => {
        if (isSettingsFile(sources.fileAt(error.span.start).path)) mistakes.exploring ??= mistake('`explore`', error);
        else mistakes.add(error, statementsOf(error, ordered, line));
        return [];
      },
    );
    yield* flatMapped(ordered, sizeOf, (statement) => {
      mistakes.spoil(statement);
      return [];
    });
    // Of a text with more errors than are told, nobody knows where the others are.
    const [first] = errors;
    if (first !== undefined && [...parses.values()].some((one) => one.diagnostics.length >= MAX_DIAGNOSTICS))
      mistakes.everywhere ??= mistake('the text', first);
    return mistakes;
  }

  private add(error: Diagnostic, statements: readonly Statement[]): void {
    if (statements.length === 0) this.everywhere ??= mistake('the text', error);
    for (const one of statements) {
      const known = this.statements.get(one);
      if (known === undefined) this.statements.set(one, [error]);
      else known.push(error);
    }
  }

  /** Notes all that is not known any more if the statement has an error. */
  private spoil(statement: Statement): void {
    const own = this.in(statement);
    if (own === undefined) return;
    const spoilt = spoiltBy(statement);
    if (spoilt === 'everything') this.everywhere ??= own;
    if (spoilt === 'exploring') this.exploring ??= own;
    if (typeof spoilt !== 'object') return;
    // Each partition is explored as well.
    if (spoilt.kind === 'partition') this.exploring ??= own;
    for (const name of spoilt.names) if (!this.names[spoilt.kind].has(name)) this.names[spoilt.kind].set(name, own);
  }

  /** The first error in a statement itself. */
  in(statement: Statement): Mistake | undefined {
    const [first] = this.statements.get(statement) ?? [];
    return first === undefined ? undefined : mistake(whatIs(statement), first);
  }

  /** Whether the tree of a statement may lack parts of what is written. */
  isTorn(statement: Statement): boolean {
    return this.statements.get(statement)?.some(({ code }) => OF_TEXT.has(code)) ?? false;
  }

  /** The error in one of the statements that declare a name. */
  named(kind: Dependable, name: string): Mistake | undefined {
    return this.names[kind].get(name);
  }
}

function mistake(what: string, { span, message }: Diagnostic): Mistake {
  return { what, span, message };
}

/**
 * The statements that an error is in. A character that no token begins with belongs to what stands on its line;
 * anything else outside of all statements may be a statement of any kind.
 */
function statementsOf(
  { code, span }: Diagnostic,
  ordered: readonly Statement[],
  line: (offset: number) => string,
): readonly Statement[] {
  const next = countLeading(ordered, (one) => one.span.start <= span.start);
  const before = ordered[next - 1];
  if (before !== undefined && span.start <= before.span.end) return [before];
  if (code !== TEXT.unexpectedCharacter.code) return [];
  const here = line(span.start);
  const behind = ordered[next];
  return [
    ...(before !== undefined && line(before.span.end) === here ? [before] : []),
    ...(behind !== undefined && line(behind.span.start) === here ? [behind] : []),
  ];
}

type Spoilt = 'everything' | 'exploring' | 'itself' | { readonly kind: Dependable; readonly names: readonly string[] };

/** Everything that is not known any more if a statement has an error. */
function spoiltBy(statement: Statement): Spoilt {
  switch (statement.kind) {
    case 'node':
    case 'zone':
    case 'router':
    case 'link':
    case 'mesh':
    case 'risk':
    case 'include':
      return 'everything';
    // No message passes through a client.
    case 'client':
      return { kind: 'client', names: statement.names.map(({ name }) => name) };
    case 'store':
    case 'service':
    case 'operation':
    case 'partition':
      return { kind: statement.kind, names: statement.name === undefined ? [] : [statement.name.name] };
    case 'explore':
      return 'exploring';
    case 'expect':
    case 'accept':
      return 'itself';
  }
}

/** "store `orders`", "a link" */
function whatIs(statement: Statement): string {
  const name = nameOf(statement);
  if (name !== undefined) return `${statement.kind} \`${name}\``;
  return `${/^[aeio]/.test(statement.kind) ? 'an' : 'a'} ${statement.kind}`;
}

function nameOf(statement: Statement): string | undefined {
  if ('names' in statement) return statement.names.length === 1 ? statement.names[0]?.name : undefined;
  return 'name' in statement ? statement.name?.name : undefined;
}

/** A statement that was left out although no error is in it: for the reader it has one. */
export function leftOut(statement: Statement, span: Span): Mistake {
  return { what: whatIs(statement), span, message: 'It was left out, because it makes no sense here.' };
}
