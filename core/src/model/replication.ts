import type { Fix } from '../base/diagnostic.js';
import type { Span } from '../base/span.js';
import type { SchemeArgument, StoreClause, Word } from '../syntax/ast.js';
import type { Replication, VertexId } from './model.js';

/** What a reader of `replicate` arguments needs of the file around them. */
export interface ReplicationContext {
  readonly store: string;
  readonly replicas: readonly VertexId[];
  /** The replica that a word names; reports where it is none. */
  replica(word: Word): VertexId | undefined;
  value<T extends string>(word: Word, values: readonly T[], what: string): T | undefined;
  report(code: string, span: Span, message: string, fixes?: readonly Fix[]): void;
}

type Clause = Extract<StoreClause, { kind: 'replicate' }>;

/** Reads the arguments of one scheme; undefined where nothing sensible is left. One reader per scheme: `replicate` in the grammar knows none. */
const READERS: Readonly<Record<Replication['scheme'], (args: Arguments, clause: Clause, context: ReplicationContext) => Replication | undefined>> = {
  consensus(args, _clause, context) {
    let leader: VertexId | undefined;
    args.each(context, 'leader A', {
      leader: () => {
        const word = args.word();
        if (word === undefined) args.missing(context, 'the name of the leader');
        else leader = context.replica(word);
      },
    });
    return leader === undefined ? { scheme: 'consensus' } : { scheme: 'consensus', leader };
  },

  primary(args, clause, context) {
    const first = args.word();
    const primary = first === undefined ? undefined : context.replica(first);
    let sync = 0;
    let failover: 'automatic' | 'manual' = 'manual';
    if (first === undefined) context.report('primary-not-replica', clause.span, `Which replica of \`${context.store}\` is the primary? Write its name: \`replicate primary A\`.`);
    args.each(context, 'sync 1, async or failover automatic', {
      async: () => (sync = 0),
      sync: () => {
        const number = args.number();
        if (number === undefined) return args.missing(context, 'how many other replicas must acknowledge: `sync 1`');
        const others = context.replicas.length - 1;
        if (!Number.isInteger(number.value) || number.value < 0) context.report('number-out-of-range', number.span, '`sync` takes a whole number.');
        else if (number.value > others) context.report('sync-too-large', number.span, `\`sync ${number.value}\` waits for more than the ${others} other replicas that \`${context.store}\` has: no write could ever be acknowledged.`);
        else sync = number.value;
      },
      failover: () => {
        const word = args.word();
        if (word === undefined) return args.missing(context, '`automatic` or `manual`');
        failover = context.value(word, ['automatic', 'manual'], 'kind of failover') ?? failover;
      },
    });
    return primary === undefined ? undefined : { scheme: 'primary', primary, sync, failover };
  },

  quorum(args, _clause, context) {
    const n = context.replicas.length;
    const majority = Math.floor(n / 2) + 1;
    let read = majority;
    let write = majority;
    let sloppy = false;
    const size = (value: number, span: Span, letter: string): number => {
      if (Number.isInteger(value) && value >= 1 && value <= n) return value;
      const why = value > n ? `${letter}=${value} of ${n} ${n === 1 ? 'replica' : 'replicas'} can never be reached` : `${letter} is a whole number of at least 1`;
      context.report('bad-quorum', span, `${why}; a majority is ${majority}.`, [{ title: `Change to ${letter}=${majority}`, edits: [{ span, text: `${letter}=${majority}` }] }]);
      return majority;
    };
    args.each(context, 'R=2, W=2 or sloppy', { sloppy: () => (sloppy = true) }, (name, value, span) => {
      if (name.name === 'R') read = size(value, span, 'R');
      else if (name.name === 'W') write = size(value, span, 'W');
      else context.report('unknown-value', name.span, `\`${name.name}\` is no setting of \`quorum\`; there are R and W.`);
    });
    return { scheme: 'quorum', read, write, sloppy };
  },

  any(args, _clause, context) {
    args.each(context, 'nothing', {});
    return { scheme: 'any' };
  },
};

export function readReplication(scheme: Replication['scheme'], clause: Clause, context: ReplicationContext): Replication | undefined {
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
    words: Readonly<Record<string, () => unknown>>,
    setting?: (name: Word, value: number, span: Span) => void,
  ): void {
    const known = new Map(Object.entries(words));
    for (let arg = this.args[this.next]; arg !== undefined; arg = this.args[this.next]) {
      this.next++;
      const act = arg.kind === 'word' ? known.get(arg.word.name) : undefined;
      if (act !== undefined) act();
      else if (arg.kind === 'setting' && setting !== undefined) setting(arg.name, arg.value, arg.span);
      else if (arg.kind === 'word' && context.value(arg.word, [...known.keys()], 'word for this scheme') !== undefined) continue;
      else if (arg.kind !== 'word') context.report('syntax-error', arg.span, `Did not expect this here: expected ${expected}.`);
    }
  }
}
