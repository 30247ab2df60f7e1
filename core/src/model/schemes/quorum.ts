import type { Span } from '../../base/span.js';
import { NAMES } from '../../checks/names.js';
import { STORE } from '../../checks/store.js';
import { majorityOf } from '../majority.js';
import type { Arguments } from './arguments.js';
import type { Scheme } from './scheme.js';

export interface QuorumReplication {
  readonly scheme: 'quorum';
  readonly read: number;
  readonly write: number;
  readonly sloppy: boolean;
  /** A read is answered once those that it asked have what it answers. */
  readonly readRepair?: true;
}

export const quorum: Scheme<QuorumReplication> = {
  levels: {
    read: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum'],
    write: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum', 'hint'],
  },
  read(args) {
    const majority = majorityOf(args.context.replicas.length);
    let read = majority;
    let write = majority;
    let sloppy = false;
    let readRepair = false;
    args.each(
      'R=2, W=2, sloppy or read-repair',
      { sloppy: () => (sloppy = true), 'read-repair': () => (readRepair = true) },
      (name, value, span) => {
        if (name.name === 'R') read = quorumSize(args, 'R', value, span);
        else if (name.name === 'W') write = quorumSize(args, 'W', value, span);
        else
          args.context.report(
            NAMES.unknownValue,
            name.span,
            `\`${name.name}\` is not a setting of \`quorum\`; use R or W.`,
          );
      },
    );
    return { scheme: 'quorum', read, write, sloppy, ...(readRepair ? { readRepair } : {}) };
  },
  leader: () => undefined,
  noVoteBecause: () => '`quorum` takes no votes: make it a replica, or leave it out.',
  relays: () => false,
  electors: () => undefined,
  elects: () => false,
  discards: () => false,
  settings({ read, write, sloppy, readRepair }, { replicas }, _written) {
    const words = `${sloppy ? ' sloppy' : ''}${readRepair === true ? ' read-repair' : ''}`;
    const sizes = replicas.map((_, i) => i + 1);
    return sizes.flatMap((r) =>
      sizes.flatMap((w) => {
        if (r === read && w === write) return [];
        const what = `R=${r} W=${w}`;
        return [{ what, args: `quorum ${what}${words}` }];
      }),
    );
  },
  contradiction: ({ sloppy }, choice) =>
    sloppy && choice === 'CP'
      ? '`sloppy` lets stand-ins take what `choose CP` refuses: leave one of the two out.'
      : undefined,
  merges: true,
  surprise({ read, write, sloppy }, { choice, replicas, product }) {
    if (choice === 'AP')
      return product === undefined || sloppy
        ? undefined
        : 'With `choose AP` fewer replicas answer than the level asks, ' +
            `which \`${product}\` refuses: leave \`choose AP\` out.`;
    if (product !== undefined)
      return (
        `\`choose CP\` changes nothing of \`${product}\`, where levels decide: ` +
        'leave it out, and give operations a `level`.'
      );
    const miss = 2 * write > replicas ? 'a read may miss a write' : 'two writes may share no replica';
    return 2 * write > replicas && read + write > replicas
      ? undefined
      : `\`choose CP\` changes nothing of R=${read} W=${write}, where ${miss}: ask more than half.`;
  },
  describe({ read, write, sloppy, readRepair }, { replicas }, _text) {
    const words = `${sloppy ? ' sloppy' : ''}${readRepair === true ? ' read-repair' : ''}`;
    const overlap = read + write > replicas.length ? 'reads and writes overlap' : 'a read may miss a write';
    const effect = sloppy ? 'stand-ins take writes' : overlap;
    return `quorum R=${read} W=${write}${words} of ${replicas.length}: ${effect}`;
  },
};

/** The size that is asked for, if that many replicas can answer; else a majority, and a diagnostic. */
function quorumSize({ context }: Arguments, letter: string, value: number, span: Span): number {
  const n = context.replicas.length;
  if (Number.isInteger(value) && value >= 1 && value <= n) return value;
  const majority = majorityOf(n);
  const why =
    value > n
      ? `${letter}=${value} of ${n} ${n === 1 ? 'replica' : 'replicas'} can never be reached`
      : `${letter} is a whole number of at least 1`;
  context.report(STORE.badQuorum, span, `${why}; a majority is ${majority}.`, [
    { title: `Change to ${letter}=${majority}`, edits: [{ span, text: `${letter}=${majority}` }] },
  ]);
  return majority;
}
