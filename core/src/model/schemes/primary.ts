import type { Span } from '../../base/span.js';
import { NAMES } from '../../checks/names.js';
import { STORE } from '../../checks/store.js';
import type { Word } from '../../syntax/ast.js';
import type { VertexId } from '../model.js';
import type { Arguments } from './arguments.js';
import type { Scheme, Wording } from './scheme.js';

export type StepsDown = 'everything' | 'writes';

/** `safe`: as `automatic`, but nobody is promoted who may lack an acknowledged write. */
export type Failover = 'automatic' | 'safe' | 'manual';

const FAILOVERS: readonly Failover[] = ['automatic', 'safe', 'manual'];

export interface PrimaryReplication {
  readonly scheme: 'primary';
  readonly primary: VertexId;
  /** How many others acknowledge a write before its client is answered. */
  readonly sync: number;
  /** These are the others, by name: as many as `sync` says. */
  readonly syncWith?: readonly VertexId[];
  /** `sync k weakens`: after a timeout as many of them as are in reach. */
  readonly weakens?: true;
  /** Instead of `sync`: every replica that is in sync, and no fewer than this, the primary counted. */
  readonly inSync?: number;
  /** With fewer others in reach it refuses writes. */
  readonly minReplicas?: number;
  /** Without a majority of the electorate it refuses what only a primary may serve, or only writes. */
  readonly stepsDown?: StepsDown;
  readonly failover: Failover;
  /** Voters refuse a candidate whose log lags behind their own, so that perhaps nobody is promoted. */
  readonly election?: 'raft';
  /** The nodes that vote on the primary; absent: the replicas and witnesses. Not empty. */
  readonly electors?: readonly VertexId[];
}

const PRIMARY = { name: 'primary', notReplica: STORE.primaryNotReplica };

export const primary: Scheme<PrimaryReplication> = {
  levels: { read: ['leader', 'local', 'one', 'bounded'], write: ['leader', 'one', 'two', 'quorum', 'all'] },
  leads: PRIMARY,
  read(args) {
    const id = readPrimary(args);
    const asked = readWords(args, id);
    withoutContradictions(asked, args);
    return id === undefined ? undefined : replicationOf(id, asked);
  },
  leader: (replication) => replication.primary,
  noVoteBecause: ({ electors }) =>
    electors === undefined ? undefined : 'here `by` says who does: name it there, or leave `by` out.',
  relays: () => false,
  electors: ({ electors }) => electors,
  elects: ({ failover }) => failover !== 'manual',
  discards: ({ failover }) => failover !== 'manual',
  settings(replication, { replicas }, written) {
    const { sync, inSync, syncWith } = replication;
    // Replicas that must acknowledge by name are as many as there are names.
    const counts = syncWith !== undefined ? [sync] : replicas.map((_, i) => (inSync === undefined ? i : i + 1));
    return replicas.flatMap((primary) =>
      counts.flatMap((count) => {
        const isHere = primary === replication.primary;
        const isAsNow = count === (inSync ?? sync);
        if ((isHere && isAsNow) || syncWith?.includes(primary) === true) return [];
        const what = [
          ...(isAsNow ? [] : [inSync === undefined ? `sync ${count}` : `in-sync ${count}`]),
          ...(isHere ? [] : [`primary ${written(primary)}`]),
        ];
        const changed = inSync === undefined ? { primary, sync: count } : { primary, inSync: count };
        return [{ what: what.join(' '), args: argumentsOf({ ...replication, ...changed }, written) }];
      }),
    );
  },
  contradiction: () => undefined,
  merges: false,
  surprise(replication, { choice, product }) {
    if (choice === 'AP' && product !== undefined)
      return (
        'With `choose AP` replicas without a primary take conflicting writes, ' +
        `which \`${product}\` never does: leave \`choose AP\` out.`
      );
    return choice === 'CP' && replication.failover === 'automatic' && acknowledgesAlone(replication)
      ? '`choose CP` changes nothing here: a failover discards what the promoted replica lacks. ' +
          'Wait for one (`sync 1`).'
      : undefined;
  },
  describe(replication, _store, text) {
    const { minReplicas, failover, electors, stepsDown, election } = replication;
    const facts = [
      acknowledgements(replication, text),
      ...(minReplicas === undefined
        ? []
        : [`refuses writes with fewer than ${text.count(minReplicas, 'other replica')} in reach`]),
      `${failover} failover${electors === undefined ? '' : ` by ${text.list(electors)}`}`,
      ...(election === undefined ? [] : ['voters refuse a candidate whose log lags behind theirs']),
      ...(stepsDown === undefined
        ? []
        : [`${stepsDown === 'writes' ? 'refuses writes' : 'steps down'} without a majority`]),
    ];
    return `primary ${text.name(replication.primary)}: ${facts.join(', ')}`;
  },
};

/** Whether the primary answers a write, at the default level, that no other replica may have. */
function acknowledgesAlone({
  sync,
  weakens,
  inSync,
}: Pick<PrimaryReplication, 'sync' | 'weakens' | 'inSync'>): boolean {
  return inSync === undefined && (sync === 0 || weakens === true);
}

function acknowledgements({ sync, syncWith, weakens, inSync }: PrimaryReplication, text: Wording): string {
  if (inSync !== undefined) return `waits for all that are in sync, at least ${inSync} with itself`;
  if (sync === 0) return 'asynchronous';
  const awaited = syncWith === undefined ? text.count(sync, 'replica') : text.list(syncWith);
  return `waits for ${awaited}${weakens === true ? ', as far as they are in reach' : ''}`;
}

/** The arguments as they are written, each with its place where another may contradict it. */
interface Asked {
  sync?: number | undefined;
  syncWith: readonly VertexId[];
  weakens?: Span | undefined;
  inSync?: { readonly value: number; readonly span: Span };
  minReplicas?: number | undefined;
  stepsDown?: StepsDown;
  failover: Failover;
  /** The word after `failover`. */
  failoverSpan?: Span;
  raft?: Span | undefined;
  electors: readonly VertexId[];
  by?: Span;
}

function readPrimary(args: Arguments): VertexId | undefined {
  const { unnamedPrimary, store } = args.context;
  if (unnamedPrimary !== undefined) return unnamedPrimary;
  const word = args.word();
  if (word !== undefined) return args.context.replica(word, PRIMARY);
  args.context.report(
    STORE.primaryNotReplica,
    args.span,
    `Which replica of \`${store}\` is the primary? Write its name: \`replicate primary A\`.`,
  );
  return undefined;
}

function readWords(args: Arguments, primary: VertexId | undefined): Asked {
  const { context } = args;
  const all = context.replicas.length;
  const others = { most: all - 1, which: `${all - 1} that \`${context.store}\` has besides its primary` };
  const asked: Asked = { syncWith: [], failover: 'manual', electors: [] };
  args.each('sync 1, async, in-sync 2, min-replicas 1, step-down or failover automatic', {
    async: () => {
      asked.sync = 0;
      asked.syncWith = [];
    },
    sync: () => {
      const names = args.names();
      asked.syncWith = [...new Set(names.flatMap((name) => acknowledging(name, primary, args) ?? []))];
      asked.sync =
        names.length > 0
          ? asked.syncWith.length
          : (wholeNumber(args, 'sync', { ...others, beyond: 'waits for more replicas than the' }) ?? asked.sync);
    },
    weakens: (span) => (asked.weakens = span),
    'in-sync': (span) => {
      const most = { most: all, beyond: 'is more than the', which: `${all} replicas that \`${context.store}\` has` };
      const value = wholeNumber(args, 'in-sync', most);
      if (value !== undefined) asked.inSync = { value, span };
    },
    'min-replicas': () => {
      asked.minReplicas =
        wholeNumber(args, 'min-replicas', { ...others, beyond: 'is more than the' }) ?? asked.minReplicas;
    },
    raft: (span) => (asked.raft = span),
    'step-down': () => (asked.stepsDown = args.take('writes') ? 'writes' : 'everything'),
    failover: () => {
      const word = args.word();
      if (word === undefined) return args.missing('`automatic`, `safe` or `manual`');
      asked.failover = context.value(word, FAILOVERS, 'kind of failover') ?? asked.failover;
      asked.failoverSpan = word.span;
    },
    by: (span) => {
      asked.by = span;
      const words = args.words();
      if (words.length === 0) return args.missing('the names of the nodes that vote: `by s1, s2, s3`');
      asked.electors = [...new Set(words.flatMap((word) => context.node(word) ?? []))];
    },
  });
  return asked;
}

/** One of the names after `sync`. */
function acknowledging(name: Word, primary: VertexId | undefined, { context }: Arguments): VertexId | undefined {
  const id = context.replica(name, { name: 'synchronous replica', notReplica: STORE.syncNotReplica });
  if (id === undefined || id !== primary) return id;
  context.report(
    STORE.syncNotReplica,
    name.span,
    `\`${name.name}\` is the primary, which has every write already: \`sync\` names others, as in \`sync b, c\`.`,
  );
  return undefined;
}

/** The arguments as they are written. */
function argumentsOf(
  {
    primary,
    sync,
    syncWith,
    weakens,
    inSync,
    minReplicas,
    stepsDown,
    failover,
    election,
    electors,
  }: PrimaryReplication,
  written: (vertex: VertexId) => string,
): string {
  const names = (nodes: readonly VertexId[]): string => nodes.map(written).join(', ');
  return [
    `primary ${written(primary)}`,
    ...(syncWith !== undefined ? [`sync ${names(syncWith)}`] : sync > 0 ? [`sync ${sync}`] : []),
    ...(weakens === true && sync > 0 ? ['weakens'] : []),
    ...(inSync === undefined ? [] : [`in-sync ${inSync}`]),
    ...(minReplicas === undefined ? [] : [`min-replicas ${minReplicas}`]),
    ...(stepsDown === undefined ? [] : [stepsDown === 'writes' ? 'step-down writes' : 'step-down']),
    `failover ${failover}`,
    ...(election === undefined ? [] : [election]),
    ...(electors === undefined ? [] : [`by ${names(electors)}`]),
  ].join(' ');
}

interface Most {
  readonly most: number;
  /** The parts of "`sync 5` is more than the 2 that …". */
  readonly beyond: string;
  readonly which: string;
}

/** The number after a word; reports a number that exceeds the replicas. */
function wholeNumber(args: Arguments, word: string, { most, beyond, which }: Most): number | undefined {
  const number = args.number();
  if (number === undefined) {
    args.missing(`how many: \`${word} 1\``);
    return undefined;
  }
  if (!Number.isInteger(number.value) || number.value < 0) {
    args.context.report(NAMES.numberOutOfRange, number.span, `\`${word}\` takes a whole number.`);
    return undefined;
  }
  if (number.value <= most) return number.value;
  args.context.report(
    STORE.syncTooLarge,
    number.span,
    `\`${word} ${number.value}\` ${beyond} ${which}: write \`${word} ${most}\` or less.`,
  );
  return undefined;
}

/** Reports arguments that contradict each other, and takes away the one that is read as if it were not there. */
function withoutContradictions(asked: Asked, { context }: Arguments): void {
  const { inSync, by } = asked;
  if (inSync !== undefined && (asked.sync !== undefined || asked.weakens !== undefined)) {
    context.report(
      STORE.contradictoryClause,
      inSync.span,
      '`in-sync` says already who must acknowledge: leave `sync`, `async` and `weakens` out, or `in-sync`.',
    );
    asked.sync = asked.weakens = undefined;
    asked.syncWith = [];
  }
  if (asked.weakens !== undefined && (asked.sync ?? 0) === 0) {
    context.report(
      STORE.contradictoryClause,
      asked.weakens,
      '`weakens` is about the acknowledgements that `sync` waits for: write `sync 1 weakens`, or leave it out.',
    );
    asked.weakens = undefined;
  }
  const { sync = 0, weakens, failover, failoverSpan } = asked;
  const alone = acknowledgesAlone({ sync, ...(weakens && { weakens: true }), ...(inSync && { inSync: inSync.value }) });
  if (failover === 'safe' && failoverSpan !== undefined && asked.stepsDown === undefined && alone) {
    context.report(
      STORE.ineffectiveClause,
      failoverSpan,
      '`failover safe` promotes nobody where the primary acknowledges alone: write `sync 1`, or `failover automatic`.',
    );
  }
  if (asked.raft !== undefined && (failover === 'manual' || by !== undefined)) {
    context.report(
      STORE.contradictoryClause,
      asked.raft,
      by === undefined
        ? '`raft` is about the votes of a failover: write `failover automatic raft`, or leave it out.'
        : 'With `raft` the replicas and witnesses vote, since they have logs: leave `by` out, or `raft`.',
    );
    asked.raft = undefined;
  }
  if (by !== undefined && asked.failover === 'manual' && asked.stepsDown === undefined) {
    context.report(
      STORE.contradictoryClause,
      by,
      '`by` names who votes on the primary, and nobody does: write `failover automatic by …` or `failover safe by …`.',
    );
    asked.electors = [];
  }
}

function replicationOf(id: VertexId, asked: Asked): PrimaryReplication {
  const { sync, syncWith, weakens, inSync, minReplicas, stepsDown, failover, raft, electors } = asked;
  return {
    scheme: 'primary',
    primary: id,
    sync: sync ?? 0,
    ...(syncWith.length === 0 ? {} : { syncWith }),
    ...(weakens === undefined ? {} : { weakens: true }),
    ...(inSync === undefined ? {} : { inSync: inSync.value }),
    ...(minReplicas === undefined ? {} : { minReplicas }),
    ...(stepsDown === undefined ? {} : { stepsDown }),
    failover,
    ...(raft === undefined ? {} : { election: 'raft' }),
    ...(electors.length === 0 ? {} : { electors }),
  };
}
