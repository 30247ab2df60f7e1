import { levelsOf } from '../../model/levels.js';
import type { Replication } from '../../model/model.js';

export interface StoreDesign {
  /** The clauses of the store. */
  readonly clauses: string;
  readonly scheme: Replication['scheme'];
}

/**
 * Every way to replicate over these nodes that the language has, with each choice. If there is a primary, it is the
 * first node.
 */
export function storeDesigns(nodes: readonly string[]): StoreDesign[] {
  const n = nodes.length;
  const sizes = Array.from({ length: n }, (_, i) => i + 1);
  const [first = ''] = nodes;
  const replications: StoreDesign[] = [
    { scheme: 'consensus', clauses: 'replicate consensus' },
    { scheme: 'consensus', clauses: `replicate consensus leader ${first}` },
    ...['', 'failover automatic'].flatMap((failover) =>
      Array.from(
        { length: n },
        (_, k): StoreDesign => ({ scheme: 'primary', clauses: `replicate primary ${first} sync ${k} ${failover}` }),
      ),
    ),
    ...sizes.flatMap((r) =>
      sizes.flatMap((w) =>
        ['', 'sloppy'].map(
          (sloppy): StoreDesign => ({ scheme: 'quorum', clauses: `replicate quorum R=${r} W=${w} ${sloppy}` }),
        ),
      ),
    ),
    { scheme: 'any', clauses: 'replicate any' },
  ];
  // The language refuses stand-ins under CP.
  return ['', 'choose CP', 'choose AP'].flatMap((choice) =>
    replications
      .filter(({ clauses }) => choice !== 'choose CP' || !clauses.includes('sloppy'))
      .map(({ scheme, clauses }) => ({ scheme, clauses: `${choice} ${clauses}` })),
  );
}

/** Levels of a scheme as they are written, the default first. */
export function levelTexts(scheme: Replication['scheme'], access: 'read' | 'write', replicas: number): string[] {
  const levels = levelsOf(scheme, access).filter((level) => level !== 'two' || replicas > 1);
  return ['', ...levels.map((level) => `level ${level}${level === 'bounded' ? ' 5s' : ''}`)];
}
