import { printMermaid } from '../diagram/mermaid.js';
import type { DesignReport } from '../reports/designReport.js';
import type { Report, Section, Table } from '../reports/document.js';
import { visible } from './visible.js';

/** Everything that means something in Markdown or HTML, in an autolink, or in an icon reference of VS Code. */
const MARKUP = /[\\`*_{}[\]<>()#+.!|~&$:@^=-]/g;

/** A text that may hold names of the file, as Markdown that shows that very text. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(MARKUP, '\\$&');
}

/** A report as Markdown, for a pull request, a wiki, or an editor's preview. */
export function printMarkdown(report: Report): string {
  return joined(reportBlocks(report, '#', []));
}

/** A whole design in one file. Pictures are Mermaid, which the places where Markdown is read draw by themselves. */
export function printDesignMarkdown({ title, model, chapters }: DesignReport): string {
  const blocks = chapters.flatMap(({ report, picture }) =>
    reportBlocks(
      report,
      '##',
      picture === undefined ? [] : [`\`\`\`mermaid\n${printMermaid(model, { cause: picture })}\`\`\``],
    ),
  );
  return joined([`# ${escapeMarkdown(title)}`, ...blocks]);
}

function joined(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function reportBlocks(report: Report, level: string, picture: readonly string[]): string[] {
  return [
    `${level} ${escapeMarkdown(report.title)}`,
    escapeMarkdown(report.summary),
    ...picture,
    ...report.sections.flatMap((section) => sectionBlocks(section, `${level}#`)),
    report.bound === '' ? '' : `*Looked at: ${escapeMarkdown(report.bound)}.*`,
  ];
}

function sectionBlocks(section: Section, level: string): string[] {
  return [
    section.heading === undefined ? '' : `${level} ${escapeMarkdown(section.heading)}`,
    ...section.paragraphs.map(escapeMarkdown),
    section.table === undefined ? '' : tableBlock(section.table),
  ];
}

function tableBlock(table: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  const rows = table.rows.map((row) =>
    line(
      row.cells.map((cell) =>
        cell.verdict === undefined || cell.verdict === 'ok' || cell.text === ''
          ? escapeMarkdown(cell.text)
          : `**${escapeMarkdown(cell.text)}**`,
      ),
    ),
  );
  return [line(table.columns.map(escapeMarkdown)), line(table.columns.map(() => '---')), ...rows].join('\n');
}
