import { wrap } from '../core/src/index.js';
import { agreementOf, type Agreement, type Compared } from './compare.js';
import { isLag, type JudgedRow } from './judge.js';
import { CAUSES, KNOWN } from './known.js';

/** The parts of `docs/reality.md` that are made from the rows, by the names of their marks. */
const PARTS: Readonly<Record<string, (all: readonly Compared[]) => string>> = {
  agreement: agreementTable,
  disagreements,
  confusion,
};

/** The page with its made parts brought in step: each stands between two marks, `<!-- NAME -->` and `<!-- end -->`. */
export function realityPage(page: string, all: readonly Compared[]): string {
  return Object.entries(PARTS).reduce((text, [name, make]) => {
    const [before, rest] = text.split(`<!-- ${name} -->\n`);
    const after = rest?.split('<!-- end -->').slice(1).join('<!-- end -->');
    if (before === undefined || after === undefined) throw new Error(`docs/reality.md has no part called ${name}`);
    return `${before}<!-- ${name} -->\n\n${make(all)}\n\n<!-- end -->${after}`;
  }, page);
}

/** What was measured of each preset, by its name: a block of its page, as Markdown. */
export function measuredTexts(all: readonly Compared[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  for (const compared of all) {
    const preset = /^like ([\w-]+)/.exec(compared.system.store)?.[1] ?? '';
    lines.set(preset, [...(lines.get(preset) ?? []), measuredText(compared)]);
  }
  return new Map([...lines].map(([preset, own]) => [preset, `Measured ([how](reality.md)):\n${own.join('\n')}`]));
}

function measuredText({ system, observations, rows }: Compared): string {
  const { rows: count, agree } = agreementOf(rows);
  const { measured, version, broken } = observations;
  const cuts = broken.length === 1 ? '1 cut' : `${broken.length} cuts`;
  return `- ${version}, ${measured}, \`${system.name}\`: under ${cuts}, ${agree} of ${count} rows agree.`;
}

function agreementTable(all: readonly Compared[]): string {
  const rows = all.map(({ system, observations, rows: own }) =>
    line([system.name, observations.version, String(observations.broken.length), ...figures(agreementOf(own))]),
  );
  const total = agreementOf(all.flatMap(({ rows: own }) => own));
  const cuts = all.reduce((sum, { observations }) => sum + observations.broken.length, 0);
  return [
    line(['system', 'version', 'cuts', 'rows', 'agree', '', 'settled', 'exact', '']),
    line(Array<string>(9).fill('---')),
    ...rows,
    line(['all', '', String(cuts), ...figures(total)]),
    '',
    ...folded(
      `Where the lab also asked before the cut and after the heal, ${total.wholeAgree} of ${total.whole} rows agree.`,
    ),
    '',
    ...all.flatMap(({ system: { name, setup } }) => folded(`- ${name}: ${setup}.`)),
  ].join('\n');
}

function figures({ rows, agree, settled, exact }: Agreement): string[] {
  return [String(rows), String(agree), percent(agree, rows), String(settled), String(exact), percent(exact, settled)];
}

function percent(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(1)} %`;
}

function disagreements(all: readonly Compared[]): string {
  const wrong = all.flatMap(({ rows }) => rows.filter(({ unforeseen }) => unforeseen.length > 0)).length;
  const causes = Object.entries(CAUSES).map(([cause, text]) => {
    const places = Object.keys(KNOWN[cause as keyof typeof CAUSES]).length;
    return `- ${text} (${places} ${places === 1 ? 'cut' : 'cuts'})`;
  });
  return [`${wrong} rows:`, '', ...causes].flatMap((text) => folded(text)).join('\n');
}

/** From harmless to harmful; a loss is the other side of a conflict. */
const CLASSES = ['ok', 'error', 'stale', 'unknown', 'conflict'] as const;
type Class = (typeof CLASSES)[number];
const CLASS_OF: Readonly<Record<string, Class>> = {
  lag: 'ok',
  applied: 'unknown',
  discarded: 'conflict',
  lost: 'conflict',
};

function classOf(names: readonly string[]): Class {
  const found = names.map((name) => CLASSES.indexOf(CLASS_OF[name] ?? (name as Class)));
  return CLASSES[Math.max(0, ...found)] ?? 'ok';
}

function confusion(all: readonly Compared[]): string {
  const settled = all.flatMap(({ rows }) => rows.filter(({ phase }) => phase === 'settled'));
  const worst = (row: JudgedRow): Class => classOf(row.outcomes.map((one) => (isLag(one) ? 'lag' : one.verdict)));
  const count = (predicted: Class, seen: Class): number =>
    settled.filter((row) => worst(row) === predicted && classOf([...row.seen.keys()]) === seen).length;
  return [
    line(['predicted', ...CLASSES]),
    line(Array<string>(CLASSES.length + 1).fill('---')),
    ...CLASSES.map((predicted) => line([predicted, ...CLASSES.map((seen) => String(count(predicted, seen)))])),
  ].join('\n');
}

/** Columns of a page. */
const COLUMNS = 120;

function folded(item: string): string[] {
  return wrap(item, COLUMNS - 2).map((part, i) => (i === 0 ? part : `  ${part}`));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
