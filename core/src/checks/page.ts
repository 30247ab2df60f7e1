import type { CheckDoc } from './check.js';

/** The page of one code in `docs/diagnostics/`, as Markdown; `said`: what its example is told. */
export function checkPage(check: CheckDoc, said: readonly string[]): string {
  const shown = check.example !== '' && check.example.length < 500 && !/[\u0000-\u0008]/u.test(check.example);
  return [
    `# ${check.code}`,
    '',
    `**${check.title}** · ${check.severity}`,
    '',
    check.what,
    '',
    `**Why.** ${check.why}`,
    '',
    `**What to do.** ${check.remedy}`,
    '',
    ...(shown
      ? [
          'For example:',
          '',
          '```cap',
          check.example,
          '```',
          '',
          ...filesOf(check),
          ...said.flatMap((message) => [`> ${message}`, '']),
        ]
      : []),
  ].join('\n');
}

/** The index of all pages. */
export function checkIndex(checks: readonly CheckDoc[]): string {
  const rows = checks.map((check) => `| [${check.code}](${check.code}.md) | ${check.severity} | ${check.title} |`);
  return [
    '# Diagnostics',
    '',
    'One page for each code; made from the table in `core/src/checks/index.ts` by `node scripts/docs.mjs`.',
    '',
    '| code | severity | what |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function filesOf({ files = {} }: CheckDoc): string[] {
  const shown = Object.entries(files).filter(([name]) => !name.endsWith('/'));
  return (shown.length > 3 ? [] : shown).flatMap(([name, text]) => [
    `where \`${name}\` is`,
    '',
    '```cap',
    text,
    '```',
    '',
  ]);
}
