import type { CheckJson } from '#core';

/** What both outputs of `netsplit check` count. */
export type Counts = Pick<CheckJson['summary'], 'files' | 'errors' | 'warnings' | 'expectations' | 'operations'> & {
  /** Information and hints. */
  readonly notes: number;
};

/** The counts that the JSON states. */
export function countsOfJson({ summary }: CheckJson): Counts {
  const { files, errors, warnings, information, hints, expectations, operations } = summary;
  return { files, errors, warnings, notes: information + hints, expectations, operations };
}

/** The counts that the last lines of the text state in words. */
export function countsOfText(text: string): Counts {
  const last = text.slice(text.search(/^\d+ files?: /m));
  const number = (pattern: RegExp): number => Number(pattern.exec(last)?.[1] ?? 0);
  const expectations = {
    holds: number(/(\d+)(?: of \d+)? expectations? holds?/),
    fails: number(/(\d+) fails?\b/),
    notKnown: number(/expectation.* (\d+) not known.*;/),
    notJudged: number(/(\d+) not judged/),
  };
  const operations = {
    holds: number(/(\d+) of \d+ operations?/),
    decided: number(/(\d+) decided/),
    undecided: number(/(\d+) undecided/),
    notKnown: number(/operation.* (\d+) not known/),
  };
  return {
    files: number(/(\d+) files?:/),
    errors: number(/(\d+) errors?,/),
    warnings: number(/(\d+) warnings?\./),
    notes: number(/(\d+) notes? (?:is|are) left out/),
    expectations,
    operations,
  };
}

/** How many diagnostics of a severity a text prints. */
export function printed(text: string, severity: string): number {
  return text.split('\n').filter((line) => new RegExp(`^\\S+:\\d+:\\d+: ${severity} `).test(line)).length;
}
