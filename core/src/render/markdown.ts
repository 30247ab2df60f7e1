import type { Report, Section, Table } from './document.js';
import { visible } from './visible.js';

/** Everything that means something in Markdown or HTML, in an autolink, or in an icon reference of VS Code. */
const MARKUP = /[\\`*_{}[\]<>()#+.!|~&$:@^=-]/g;

/** A text that may hold names of the file, as Markdown that shows that very text. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(MARKUP, '\\$&');
}

/** For a pull request, a wiki, or an editor's preview. */
export function printMarkdown(report: Report): string {
  const blocks = [`# ${escapeMarkdown(report.title)}`, escapeMarkdown(report.summary), ...report.sections.flatMap(sectionBlocks)];
  if (report.bound !== '') blocks.push(`*Looked at: ${escapeMarkdown(report.bound)}.*`);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionBlocks(section: Section): string[] {
  return [
    section.heading === undefined ? '' : `## ${escapeMarkdown(section.heading)}`,
    ...section.paragraphs.map(escapeMarkdown),
    section.table === undefined ? '' : tableBlock(section.table),
  ];
}

function tableBlock(table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  const rows = table.rows.map((row) =>
    line(row.cells.map((cell) => (cell.verdict === undefined || cell.verdict === 'ok' || cell.text === '' ? escapeMarkdown(cell.text) : `**${escapeMarkdown(cell.text)}**`))),
  );
  return [line(table.columns.map(escapeMarkdown)), line(table.columns.map(() => '---')), ...rows].join('\n');
}
