import type { TextFixKind } from './textFix.js';
import { wholeLine } from '../findings/acceptance.js';

/**
 * A store that no operation uses has nothing to be judged for. Verdicts are about operations: without it all of them
 * are the same.
 */
export const removeUnused: TextFixKind = {
  codes: ['lonely-store'],
  fixes: ({ file, sources }, { span }) =>
    file.statements.flatMap((statement) =>
      statement.kind === 'store' && statement.name?.span.start === span.start
        ? [
            {
              title: `Remove \`${statement.name.name}\``,
              edits: [{ span: wholeLine(sources, statement.span), text: '' }],
            },
          ]
        : [],
    ),
};
