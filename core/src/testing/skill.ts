import { analyze } from '../analyze.js';
import { PRESETS } from '../model/presets/index.js';
import { wrap } from '../render/print/text.js';
import { LEGEND } from '../render/words/legend.js';
import { SIGNS } from '../render/words/signs.js';

/** The chapters of the language that somebody needs who writes a first design. */
const CHAPTERS = ['The network', 'Stores', 'Operations', 'Partitions', 'Expectations'];

/**
 * A skill for agents, made from the page of the language and from what the engine says of its first design. `language`:
 * the text of `docs/language.md`.
 */
export function skillPage(language: string): string {
  const design = /```cap\n([^]*?)```/.exec(language)?.[1] ?? '';
  const { diagnostics } = analyze(design);
  const said = diagnostics.filter(({ code }) => code.startsWith('op-')).map(({ message }) => `- ${message}`);
  return `---
name: netsplit
description: Write, check and review designs of distributed systems in .cap files. Netsplit computes what every
  operation does under every network partition - it works, errors, goes stale, conflicts or is lost. Use it when a
  design has replicas, regions, failover, quorums, caches or the choice between consistency and availability.
---

# Netsplit

A design says where data lives, who talks to whom, and what was chosen when the network breaks. Do not guess what a
partition does: write the design, run the tool, and report what it says with its cause.

## How to work

1. Write a \`.cap\` file. Take names of machines, regions and stores from the user. Ask about what is not known: which
   replicas are there, who leads, who reads from where.
2. Run the checks, and mend errors until there is none:

\`\`\`sh
netsplit fmt design.cap
netsplit check design.cap
netsplit explain design.cap --operation pay
netsplit simulate design.cap --under ocean
netsplit diff --base main
\`\`\`

3. Each warning is a decision that nobody has made. Read it to the user with its cause. Change the design, or write
   \`accept VERDICT on OPERATION "reason"\` with the reason that the user gives, never with one of your own.
4. Write what must hold as \`expect\`. \`netsplit check\` exits with 0 if all hold, 1 if one fails, 2 if a file has
   errors or something is not known.
5. Never say that a design is safe. Say what was looked at: the last lines of each report.

With \`npx --yes netsplit\` nothing has to be installed. \`netsplit mcp\` offers the same as tools.

## A design

\`\`\`cap
${design}\`\`\`

What it says of this design:

${said.join('\n')}

## Verdicts, from harmless to harmful

| sign | verdict | the request is |
|---|---|---|
${LEGEND.map(({ verdict, meaning }) => `| ${SIGNS[verdict]} | \`${verdict}\` | ${meaning} |`).join('\n')}

## The language

Statements begin with their keyword; line breaks mean nothing; comments are \`//\` and \`/* */\`. Names may be used before
they are declared. Durations are \`80ms\`, \`5s\`, \`2min\`.

${CHAPTERS.map((name) => chapter(language, name)).join('\n\n')}

## Products

\`store orders on a, b, c { like PRODUCT }\` has the defaults of the product, and its operations may use the product's own
names for levels. There are:

${wrap(PRESETS.map(({ name }) => name).join(', '), 118).join('\n')}.
`;
}

/** The tables and designs of a chapter, without links. */
function chapter(language: string, name: string): string {
  const from = language.indexOf(`\n## ${name}\n`);
  const end = language.indexOf('\n## ', from + 1);
  const text = language.slice(from, end).split('\n### ')[0] ?? '';
  const kept = text.match(/^```cap\n[^]*?^```|(?:^\|.*\n)+/gm) ?? [];
  const plain = kept.map((block) => block.trim().replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  return [`### ${name}`, ...plain].join('\n\n');
}
