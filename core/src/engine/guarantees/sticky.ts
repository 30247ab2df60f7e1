import { schemeOf } from '../replication/index.js';
import type { StepPaths } from '../replication/path.js';

/** What keeps a client's session together. */
export const stickyRemedy = ({ store, step }: StepPaths): string =>
  schemeOf(store).words.remedy('session', step, store.choice);
