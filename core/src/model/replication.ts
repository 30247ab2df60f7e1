import type { Fix } from '../base/diagnostic.js';
import type { Span } from '../base/span.js';
import type { SchemeArgument, StoreClause, Word } from '../syntax/ast.js';
import type { Replication, VertexId } from './model.js';

/** What a reader of `replicate` arguments needs of the file around them. */
export interface ReplicationContext {
  readonly store: string;
  readonly replicas: readonly VertexId[];
  /** The primary where none is named: a preset's text knows no names. */
  readonly unnamedPrimary?: VertexId;
  /** The replica that a word names; reports where it is none. */
  replica(word: Word): VertexId | undefined;
  /** The node that a word names; reports where it is none. */
  node(word: Word): VertexId | undefined;
  value<T extends string>(word: Word, values: readonly T[], what: string): T | undefined;
  report(code: string, span: Span, message: string, fixes?: readonly Fix[]): void;
}

type Clause = Extract<StoreClause, { kind: 'replicate' }>;

/**
 * Reads the arguments of one scheme; undefined where nothing sensible is left. One reader per scheme: `replicate` in
 * the grammar knows none.
 */
const READERS: Readonly<
  Record<
    Replication['scheme'],
    (args: Arguments, clause: Clause, context: ReplicationContext) => Replication | undefined
  >
> = {
  consensus(args, _clause, context) {
    let leader: VertexId | undefined;
    let relays = false;
    let noPreVote = false;
    args.each(context, 'leader A, relay or no-prevote', {
      relay: () => (relays = true),
      'no-prevote': () => (noPreVote = true),
      leader: () => {
        const word = args.word();
        if (word === undefined) args.missing(context, 'the name of the leader');
        else leader = context.replica(word);
      },
    });
    return {
      scheme: 'consensus',
      ...(leader === undefined ? {} : { leader }),
      ...(relays ? { relay: true } : {}),
      ...(noPreVote ? { noPreVote: true } : {}),
    };
  },

  primary(args, clause, context) {
    const first = context.unnamedPrimary === undefined ? args.word() : undefined;
    const primary = first === undefined ? context.unnamedPrimary : context.replica(first);
    const others = context.replicas.length - 1;
    let sync: number | undefined;
    let weakens: Span | undefined;
    let inSync: { readonly value: number; readonly span: Span } | undefined;
    let minReplicas: number | undefined;
    let stepsDown = false;
    let failover: 'automatic' | 'manual' = 'manual';
    let electors: readonly VertexId[] = [];
    let by: Span | undefined;
    if (first === undefined && primary === undefined)
      context.report(
        'primary-not-replica',
        clause.span,
        `Which replica of \`${context.store}\` is the primary? Write its name: \`replicate primary A\`.`,
      );
    const wholeNumber = (word: string, most: number, beyond: string): number | undefined => {
      const number = args.number();
      if (number === undefined) {
        args.missing(context, `how many: \`${word} 1\``);
        return undefined;
      }
      if (!Number.isInteger(number.value) || number.value < 0)
        context.report('number-out-of-range', number.span, `\`${word}\` takes a whole number.`);
      else if (number.value > most)
        context.report(
          'sync-too-large',
          number.span,
          `\`${word} ${number.value}\` ${beyond}: no write could ever be acknowledged. Write \`${word} ${most}\` or less.`,
        );
      else return number.value;
      return undefined;
    };
    args.each(context, 'sync 1, async, in-sync 2, min-replicas 1, step-down or failover automatic', {
      async: () => (sync = 0),
      sync: () =>
        (sync =
          wholeNumber(
            'sync',
            others,
            `waits for more replicas than the ${others} that \`${context.store}\` has besides its primary`,
          ) ?? sync),
      weakens: (span) => (weakens = span),
      'in-sync': (span) => {
        const value = wholeNumber(
          'in-sync',
          others + 1,
          `is more than the ${others + 1} replicas that \`${context.store}\` has`,
        );
        if (value !== undefined) inSync = { value, span };
      },
      'min-replicas': () =>
        (minReplicas =
          wholeNumber(
            'min-replicas',
            others,
            `is more than the ${others} that \`${context.store}\` has besides its primary`,
          ) ?? minReplicas),
      'step-down': () => (stepsDown = true),
      failover: () => {
        const word = args.word();
        if (word === undefined) return args.missing(context, '`automatic` or `manual`');
        failover = context.value(word, ['automatic', 'manual'], 'kind of failover') ?? failover;
      },
      by: (span) => {
        by = span;
        const words = args.words();
        if (words.length === 0) return args.missing(context, 'the names of the nodes that vote: `by s1, s2, s3`');
        electors = [...new Set(words.flatMap((word) => context.node(word) ?? []))];
      },
    });
    if (inSync !== undefined && (sync !== undefined || weakens !== undefined)) {
      context.report(
        'contradictory-clause',
        inSync.span,
        '`in-sync` says already who must acknowledge: leave `sync`, `async` and `weakens` out, or leave `in-sync` out. Read as if they were not there.',
      );
      sync = weakens = undefined;
    }
    if (weakens !== undefined && (sync ?? 0) === 0) {
      context.report(
        'contradictory-clause',
        weakens,
        '`weakens` is about the acknowledgements that `sync` waits for, and there are none: write `sync 1 weakens`, or leave it out.',
      );
      weakens = undefined;
    }
    if (by !== undefined && failover === 'manual' && !stepsDown) {
      context.report(
        'contradictory-clause',
        by,
        '`by` names who votes on the primary, and nobody does: write `failover automatic by …`, or leave it out.',
      );
      electors = [];
    }
    if (primary === undefined) return undefined;
    return {
      scheme: 'primary',
      primary,
      sync: sync ?? 0,
      ...(weakens === undefined ? {} : { weakens: true }),
      ...(inSync === undefined ? {} : { inSync: inSync.value }),
      ...(minReplicas === undefined ? {} : { minReplicas }),
      ...(stepsDown ? { stepsDown: true } : {}),
      failover,
      ...(electors.length === 0 ? {} : { electors }),
    };
  },

  quorum(args, _clause, context) {
    const n = context.replicas.length;
    const majority = Math.floor(n / 2) + 1;
    let read = majority;
    let write = majority;
    let sloppy = false;
    let readRepair = false;
    const size = (value: number, span: Span, letter: string): number => {
      if (Number.isInteger(value) && value >= 1 && value <= n) return value;
      const why =
        value > n
          ? `${letter}=${value} of ${n} ${n === 1 ? 'replica' : 'replicas'} can never be reached`
          : `${letter} is a whole number of at least 1`;
      context.report('bad-quorum', span, `${why}; a majority is ${majority}.`, [
        { title: `Change to ${letter}=${majority}`, edits: [{ span, text: `${letter}=${majority}` }] },
      ]);
      return majority;
    };
    args.each(
      context,
      'R=2, W=2, sloppy or read-repair',
      { sloppy: () => (sloppy = true), 'read-repair': () => (readRepair = true) },
      (name, value, span) => {
        if (name.name === 'R') read = size(value, span, 'R');
        else if (name.name === 'W') write = size(value, span, 'W');
        else
          context.report(
            'unknown-value',
            name.span,
            `\`${name.name}\` is no setting of \`quorum\`; there are R and W.`,
          );
      },
    );
    return { scheme: 'quorum', read, write, sloppy, ...(readRepair ? { readRepair } : {}) };
  },

  any(args, _clause, context) {
    args.each(context, 'nothing', {});
    return { scheme: 'any' };
  },
};

export function readReplication(
  scheme: Replication['scheme'],
  clause: Clause,
  context: ReplicationContext,
): Replication | undefined {
  return READERS[scheme](new Arguments(clause.args, clause.span), clause, context);
}

/** Walks over the arguments of one `replicate`. */
class Arguments {
  private next = 0;

  constructor(
    private readonly args: readonly SchemeArgument[],
    private readonly span: Span,
  ) {}

  word(): Word | undefined {
    const arg = this.args[this.next];
    if (arg?.kind !== 'word') return undefined;
    this.next++;
    return arg.word;
  }

  /** Names with commas between them. */
  words(): Word[] {
    const words: Word[] = [];
    for (
      let word = this.word();
      word !== undefined;
      word = this.args[this.next]?.kind === 'comma' ? (this.next++, this.word()) : undefined
    )
      words.push(word);
    return words;
  }

  number(): { readonly value: number; readonly span: Span } | undefined {
    const arg = this.args[this.next];
    if (arg?.kind !== 'number') return undefined;
    this.next++;
    return arg;
  }

  missing(context: ReplicationContext, what: string): void {
    const last = this.args[this.next - 1];
    context.report('syntax-error', last?.span ?? this.span, `Something is missing behind this: ${what}.`);
  }

  /** Calls what belongs to each word; anything else is one diagnostic. */
  each(
    context: ReplicationContext,
    expected: string,
    words: Readonly<Record<string, (span: Span) => unknown>>,
    setting?: (name: Word, value: number, span: Span) => void,
  ): void {
    const known = new Map(Object.entries(words));
    for (let arg = this.args[this.next]; arg !== undefined; arg = this.args[this.next]) {
      this.next++;
      const act = arg.kind === 'word' ? known.get(arg.word.name) : undefined;
      if (act !== undefined) act(arg.span);
      else if (arg.kind === 'setting' && setting !== undefined) setting(arg.name, arg.value, arg.span);
      else if (arg.kind === 'word' && context.value(arg.word, [...known.keys()], 'word for this scheme') !== undefined)
        continue;
      else if (arg.kind !== 'word')
        context.report('syntax-error', arg.span, `Did not expect this here: expected ${expected}.`);
    }
  }
}
