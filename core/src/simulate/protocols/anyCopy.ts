import { type Answer, bit, type Cluster } from '../cluster.js';
import type { Voters } from './voters.js';

/** Of any one copy whose machine runs; one that is out of reach gets no request, and nobody says so. */
export function fromAnyCopy(cluster: Cluster, voters: Voters, asked: number): Answer {
  const copies = [...cluster.replicas(), ...cluster.observers()].filter((copy) => cluster.isUp(copy));
  const copy = copies[cluster.choices.of(copies.length)] ?? asked;
  if (copy === asked) return { kind: 'read', from: bit(asked) };
  const arrives = voters.inTouch(cluster.vertex(asked), cluster.vertex(copy));
  cluster.send(
    { from: cluster.vertex(asked), to: cluster.vertex(copy), arrives },
    () => `${cluster.name(asked)} passes it on to ${cluster.name(copy)}, which was drawn`,
  );
  if (!arrives) return { kind: 'waits', why: `${cluster.name(copy)} does not answer`, byOther: true };
  const why = cluster.lacks(copy);
  return why === undefined ? { kind: 'read', from: bit(copy) } : { kind: 'refused', why, byOther: true };
}
