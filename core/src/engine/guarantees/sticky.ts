import type { StepPaths } from '../paths.js';

/** What keeps a client's session together. */
export function stickyRemedy({ store, step }: StepPaths): string {
  const { scheme } = store.replication;
  if (scheme === 'consensus' || scheme === 'primary') {
    return step.level === undefined || step.level === 'leader' || step.level === 'quorum'
      ? store.choice === 'AP'
        ? 'choose CP'
        : 'fail over only to a copy that has all that was acknowledged'
      : scheme === 'primary'
        ? 'read at the primary'
        : 'read at level quorum';
  }
  return scheme === 'quorum'
    ? 'read all copies, or replicate by consensus'
    : 'pin the client to one replica with via, which is what sticky availability means';
}
