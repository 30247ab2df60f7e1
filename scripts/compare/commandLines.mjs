// Which command lines are compared: every command on every file, and on what the file declares. A sample is asked in
// every format; generated designs, of which there are many, take turns.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const COMMANDS = ['check', 'simulate', 'explain', 'timeline', 'fmt', 'diff', 'diagram', 'report', 'export'];
const REPORTS = ['text', 'markdown', 'json'];
const TRACED = REPORTS.map((format) => [format, '--trace']);
/** Of the operations of a design that many are asked about. */
const MOST_OPERATIONS = 3;

/** Each with its arguments, and which file is standard input, if any. `columns`: as if for a terminal. */
export function commandLines(designs) {
  const files = readdirSync(designs).filter((name) => name.endsWith('.cap'));
  return [
    ...general(),
    ...files.flatMap((file, turn) => onFile({ designs, file, turn, other: files[turn - 1] ?? file })),
  ];
}

function general() {
  return [
    ['--help'],
    ['--version'],
    ['what'],
    ...COMMANDS.map((command) => [command, '--help']),
    ...COMMANDS.map((command) => [command]),
    ['check', 'missing.cap'],
    ['check', 'nothing-*.cap'],
    ['check', 'shared'],
    ['check', '*.cap', '--format', 'xml'],
    ['check', '{bank,cart}.cap', 'shared/*.cap'],
    ['fmt', '--check', '**/*.cap'],
    ['explain', 'bank.cap', '--operation', 'nobody'],
    ['simulate', 'bank.cap', '--under', 'nothing'],
    ['timeline', 'bank.cap', '--operation', 'balance', '--verdict', 'conflict'],
  ].map((args) => ({ args }));
}

function onFile({ designs, file, turn, other }) {
  const text = readFileSync(path.join(designs, file), 'utf8');
  const some = inTurn(file, turn);
  const operations = named(text, 'operation').slice(0, MOST_OPERATIONS);
  return [
    { args: ['check', file] },
    { args: ['check', file, '--format', 'json'] },
    ...some([
      { args: ['check', file, '--color'], columns: 100 },
      { args: ['check', '-'], stdin: file },
      { args: ['check', file, '--format', 'json', '--no-last-writes'] },
    ]),
    { args: ['fmt', '-'], stdin: file },
    { args: ['export', file] },
    ...some(['html', 'md', 'svg']).map((format) => ({ args: ['report', file, '--format', format] })),
    ...some(['text', 'markdown']).map((format) => ({ args: ['diff', other, file, '--format', format] })),
    ...some(pictures(text, file, operations)),
    ...operations.flatMap((operation, i) => onOperation(text, file, operation, inTurn(file, turn + i))),
    ...named(text, 'partition').flatMap((partition, i) => onPartition(file, partition, inTurn(file, turn + i))),
  ];
}

/** Picks one of a list for a generated design, and all for a sample. */
function inTurn(file, turn) {
  return (list) => (file.startsWith('generated-') ? [list[turn % list.length]] : list);
}

function pictures(text, file, operations) {
  const pointedOut = [
    [],
    ...named(text, 'partition').map((name) => ['--partition', name]),
    ...named(text, 'store').map((name) => ['--store', name]),
    ...named(text, 'zone').map((name) => ['--zone', name]),
    ...operations.map((name) => ['--operation', name]),
  ];
  return [
    ...pointedOut.map((args) => ({ args: ['diagram', file, ...args] })),
    ...['mermaid', 'dot'].flatMap((format) =>
      pointedOut.slice(0, 2).map((args) => ({ args: ['diagram', file, '--format', format, ...args] })),
    ),
  ];
}

function onOperation(text, file, operation, some) {
  const client = named(text, 'client')[0] ?? 'nobody';
  const asked = ['--operation', operation];
  return [
    ...some(REPORTS).map((format) => ({ args: ['explain', file, ...asked, '--format', format] })),
    ...some(TRACED).map((format) => ({ args: ['explain', file, ...asked, '--format', ...format] })),
    ...some([
      { args: ['explain', file, ...asked, '--from', client, '--color'], columns: 72 },
      { args: ['timeline', file, ...asked, '--from', client, '--verdict', 'error', '--format', 'text'] },
      { args: ['timeline', file, ...asked] },
      { args: ['timeline', file, ...asked, '--format', 'text'] },
      { args: ['timeline', file, ...asked, '--format', 'markdown'] },
    ]),
  ];
}

function onPartition(file, partition, some) {
  const under = ['--under', partition];
  return [
    ...some(REPORTS).map((format) => ({ args: ['simulate', file, ...under, '--format', format] })),
    ...some(TRACED).map((format) => ({ args: ['simulate', file, ...under, '--format', ...format] })),
  ];
}

/** What the file declares, as far as one sees it without a parser. */
function named(text, keyword) {
  const names = [...text.matchAll(new RegExp(`^\\s*${keyword}\\s+([\\w-]+|"[^"\\n]*")`, 'gm'))];
  return [...new Set(names.map(([, name = '']) => name.replaceAll('"', '')))];
}
