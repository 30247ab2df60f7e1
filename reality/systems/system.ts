/** A system that was measured, as the design that states it. */
export interface System {
  /** As the observations name it. */
  readonly name: string;
  /** What was run, and how it was set up where that is not its default. */
  readonly setup: string;
  /** Replicas n1, n2 …; n1 leads when the network breaks. */
  readonly members: number;
  /** The store's clauses. */
  readonly store: string;
  /** The level of each operation; empty for the one that the preset has by itself. */
  readonly writes: Readonly<Record<string, string>>;
  readonly reads: Readonly<Record<string, string>>;
  /** Of the client outside: it names n1 alone, or is given the addresses of all. */
  readonly outside: 'pinned' | 'roaming';
  /** There are clients beside each replica that go on to another one, besides those that keep to theirs. */
  readonly hasRoamers: boolean;
  /** Operations over a connection from before the break, and how long a client keeps to it; others open one each time. */
  readonly old?: { readonly operations: readonly string[]; readonly lasts: 'the run' | 'until given up' };
}
