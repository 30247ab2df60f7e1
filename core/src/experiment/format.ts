import type { Target } from './targets.js';

/** A machine of the design, and where it runs. */
export interface Machine {
  readonly name: string;
  /** Servers listen; clients only open connections. */
  readonly isServer: boolean;
  readonly target: Target;
}

/** One fault to bring about, for a tool. */
export interface Experiment {
  /** Short, of letters that every file system and every tool takes: "link-us-eu-cut". */
  readonly slug: string;
  /** What the design means by it, and what everybody may then get: lines of plain text for a comment. */
  readonly comment: readonly string[];
  /** Every machine of the design, in order of declaration. */
  readonly machines: readonly Machine[];
  /** In order of the receiver, then of the sender. */
  readonly drops: readonly { readonly from: Machine; readonly to: Machine }[];
  readonly stopped: readonly Machine[];
}

/** A tool that breaks networks. Pure: the same experiment gives the same text. */
export interface ExperimentFormat {
  /** What the user calls it. */
  readonly name: string;
  /** Of its files. */
  readonly ending: string;
  /** What one line of help says of it. */
  readonly what: string;
  /** The field of a target that it reads, of machines whose messages are dropped (or only of servers). */
  readonly field: keyof Target;
  readonly of: 'machines' | 'servers';
  /** It stops machines by itself, by that same field; else by the commands of their targets. */
  readonly stops: boolean;
  write(experiment: Experiment): string;
}

/** The machines that drop something, each with those from which it does. */
export function byReceiver({ machines, drops }: Experiment): { readonly to: Machine; readonly from: Machine[] }[] {
  return machines.flatMap((to) => {
    const from = drops.flatMap((drop) => (drop.to === to ? [drop.from] : []));
    return from.length > 0 ? [{ to, from }] : [];
  });
}
