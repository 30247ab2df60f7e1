import { form, part, type WordRow } from './word.js';

/** What a replica that cannot serve does: `on partition error`. */
export const REACTION_WORDS = {
  wait: {
    meaning: 'Hold the request and time out: a write that was taken in is then `unknown`, not an error.',
    form: form('on partition wait', 'Hold the request and time out.', part('5s', 'How long.')),
  },
  error: { meaning: 'Refuse at once: a definite answer.', form: form('on partition error', 'Refuse at once.') },
} satisfies Record<string, WordRow>;
