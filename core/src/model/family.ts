import type { FaultFamily, Model } from './model.js';

/** The family of the healthy network alone: others say what they add to it. */
export const EMPTY_FAMILY: FaultFamily = {
  links: 0,
  oneWays: 0,
  nodes: 0,
  zones: 0,
  isolated: 0,
  apart: 0,
  pairs: 0,
  destroyedNodes: 0,
  destroyedZones: 0,
};

/** Does some fault of the design destroy disks? */
export function destroysDisks({ families, partitions }: Pick<Model, 'families' | 'partitions'>): boolean {
  return (
    families.some(({ destroyedNodes, destroyedZones }) => destroyedNodes + destroyedZones > 0) ||
    partitions.some(({ fault }) => fault.destroyed.length > 0)
  );
}
