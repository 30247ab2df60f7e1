import { visible } from '../print/visible.js';
import { type CheckFormat, shownOf, worstFirst } from './format.js';

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/**
 * A Code Quality report of GitLab. A finding keeps its fingerprint as long as its file, its code and the name that it
 * is about stay, so that a merge request shows what is new and what is gone; lines may move.
 */
export const gitlab: CheckFormat = {
  name: 'gitlab',
  print: (run) => {
    const seen = new Map<string, number>();
    const issues = worstFirst(shownOf(run)).map(({ code, severity, message, file, range, of, diagnostic }) => {
      const { file: source, span } = of.resolved.sources.local(diagnostic.span);
      const subject = `${file}:${code}:${source.text.slice(span.start, span.end)}`;
      const number = (seen.get(subject) ?? 0) + 1;
      seen.set(subject, number);
      return {
        description: visible(message),
        check_name: code,
        fingerprint: visible(number === 1 ? subject : `${subject}#${number}`),
        severity: SEVERITIES[severity],
        location: { path: file, lines: { begin: range.start.line, end: range.end.line } },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
