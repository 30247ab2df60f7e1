import type { TextFixKind } from './textFix.js';
import { wholeLine } from '../findings/acceptance.js';

/**
 * A store or a service that no operation uses has nothing to be judged for. Verdicts are about operations: without it
 * all of them are the same.
 */
export const removeUnused: TextFixKind = {
  codes: ['lonely-store', 'lonely-service'],
  fixes: ({ file, sources }, { span }) =>
    file.statements.flatMap((statement) =>
      (statement.kind === 'store' || statement.kind === 'service') && statement.name?.span.start === span.start
        ? [
            {
              title: `Remove \`${statement.name.name}\``,
              edits: [{ span: wholeLine(sources, statement.span), text: '' }],
            },
          ]
        : [],
    ),
};
