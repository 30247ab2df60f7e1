import type { CheckDoc } from './check.js';

export const syncTooLarge: CheckDoc = {
  code: 'sync-too-large',
  severity: 'error',
  title: 'More acknowledgements than there are replicas',
  what: '`sync` waits for more replicas than the store has besides its primary.',
  why: 'No write could ever be acknowledged.',
  remedy: 'Take a smaller number.',
  example:
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { replicate primary a sync 2 }\noperation r: read s from c',
};
