import type { VerdictKind } from '../../base/harm.js';
import { run, type Steps } from '../../base/steps.js';
import { inOrder } from '../../checks/diagnostic.js';
import { MISTAKES } from '../../checks/index.js';
import { resolve } from '../../model/resolve.js';
import type { Resolved } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { likelyHeatInSteps } from '../../review/heatmap.js';
import { type FileReader, parseDesignAt, type Place } from '../../syntax/parseDesign.js';
import { isSettingsFile } from '../../syntax/settings/settings.js';
import { drawWithVerdictsInSteps } from '../diagram/draw.js';
import type { Scene } from '../diagram/scene.js';
import type { Report, Section } from '../reports/document.js';
import { likelySection } from '../reports/heatSections.js';
import { simulationReportInSteps } from '../reports/simulationReport.js';
import { LEGEND } from '../words/legend.js';
import { SIGNS } from '../words/signs.js';
import type { FenceInfo, FencePart } from './info.js';

/** A design in a Markdown page, as what stands in its place. Texts are text, never markup. */
export interface Fence {
  readonly blocks: readonly FenceBlock[];
  /** Why the design is shown as its text, or in part: mistakes in it and in what was asked for. Lines from 0. */
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
  /** Every file that the design includes, relative to the folder of the place. */
  readonly files: readonly string[];
}

export type FenceBlock =
  | { readonly kind: 'picture'; readonly scene: Scene }
  | { readonly kind: 'table'; readonly report: Report }
  | { readonly kind: 'source'; readonly text: string };

/** At most this many verdicts stand in one table: drawing a page takes a tenth of a second for each at most. */
const MOST_VERDICTS = 400;

/**
 * Draws the design of one fence from its text alone: the picture, and every operation under every likely fault; or both
 * under one partition. A design with mistakes is shown as its text. The work is bounded, whatever the design.
 */
export function drawFence(text: string, info: FenceInfo, place: Place): Fence {
  return run(drawReadFenceInSteps(readFence(text, place), info));
}

/** The design of a fence, as its picture is drawn from it. Reads all files that it includes. */
export function readFence(text: string, place: Place): Resolved {
  return resolve(parseDesignAt({ ...place, read: withoutSettings(place.read) }, text));
}

/** `drawFence` of a design that was read, in steps. */
export function* drawReadFenceInSteps(resolved: Resolved, { parts, under, unknown }: FenceInfo): Steps<Fence> {
  const { text } = resolved;
  const asked = unknown.map(({ word, meant }) => ({
    line: -1,
    message:
      `after “cap”, \`${word}\` means nothing: ` +
      (meant === undefined ? 'write picture, table, source or under=PARTITION' : `did you mean \`${meant}\`?`),
  }));
  const files = [...resolved.reads.keys()].filter((file) => !isSettingsFile(file));
  const source = [{ kind: 'source', text }] as const;
  if (parts.every((part) => part === 'source')) return { blocks: source, mistakes: asked, files };
  const partition = under === undefined ? undefined : resolved.model.partitions.findIndex(({ name }) => name === under);
  const mistakes = [...asked, ...(partition === -1 ? [noPartition(resolved, under ?? '')] : []), ...written(resolved)];
  if (written(resolved).length > 0 || partition === -1) return { blocks: source, mistakes, files };
  const cause = partition === undefined ? HEALTHY : { ...HEALTHY, partition };
  const blocks: FenceBlock[] = [];
  for (const part of parts) blocks.push(...(yield* blockOf(part, { text, resolved, cause })));
  return { blocks: blocks.length > 0 ? blocks : source, mistakes, files };
}

/** Settings say how loudly findings are said, and a picture says none. */
function withoutSettings(read: FileReader): FileReader {
  return (path) => (isSettingsFile(path) ? { kind: 'missing' } : read(path));
}

interface Drawn {
  readonly text: string;
  readonly resolved: Resolved;
  readonly cause: typeof HEALTHY;
}

/** A part has nothing to show where the design declares nothing for it. */
function* blockOf(part: FencePart, { text, resolved, cause }: Drawn): Steps<readonly FenceBlock[]> {
  const { model } = resolved;
  switch (part) {
    case 'picture':
      if (model.vertices.length === 0) return [];
      return [{ kind: 'picture', scene: yield* drawWithVerdictsInSteps(model, { cause }) }];
    case 'table':
      return model.operations.length === 0 ? [] : [{ kind: 'table', report: yield* tableOf(resolved, cause) }];
    case 'source':
      return [{ kind: 'source', text }];
  }
}

/**
 * What many steps may do until a fault is noticed takes seconds to tell, for each fault: with more of them in one
 * operation, a page says where to ask.
 */
const MOST_STEPS = 6;

function* tableOf(resolved: Resolved, cause: typeof HEALTHY): Steps<Report> {
  const long = resolved.model.operations.find(({ steps }) => steps.length > MOST_STEPS);
  if (long !== undefined) {
    const said = `${long.name} has ${long.steps.length} steps, too many for a table in a page: see netsplit simulate.`;
    return { title: 'No table', summary: '', sections: [{ paragraphs: [said] }], bound: '' };
  }
  if (cause.partition !== undefined) {
    const { title, sections } = yield* simulationReportInSteps(resolved, cause);
    return { title, summary: '', sections, bound: '' };
  }
  const section = likelySection(resolved, yield* likelyHeatInSteps(resolved.model, MOST_VERDICTS));
  return {
    title: 'Every operation under every likely fault',
    summary: '',
    sections: [{ ...section, paragraphs: [signsIn(section), ...section.paragraphs] }],
    bound: '',
  };
}

/** "✓ ok · ✕ refused or timed out": of the signs that the table has. */
function signsIn({ table }: Section): string {
  const cells = table?.rows.flatMap((row) => row.cells) ?? [];
  const has = (verdict: VerdictKind): boolean =>
    cells.some((cell) => cell.verdict === verdict || cell.passing === verdict);
  return LEGEND.filter(({ verdict }) => has(verdict))
    .map(({ verdict, meaning }) => `${SIGNS[verdict]} ${meaning}`)
    .join(' · ');
}

/** At most this many mistakes stand below a design. */
const MOST_MISTAKES = 5;

/** What is said below a design: "Line 2: …", and how many more there are. */
export function mistakeLines({ mistakes }: Fence): readonly string[] {
  const shown = mistakes.length <= MOST_MISTAKES + 1 ? mistakes : mistakes.slice(0, MOST_MISTAKES);
  return [
    ...shown.map(({ line, message }) => `${line < 0 ? '' : `Line ${line + 1}: `}${message}`),
    ...(shown.length < mistakes.length ? [`${mistakes.length - shown.length} more mistakes`] : []),
  ];
}

function noPartition({ model }: Resolved, name: string): Fence['mistakes'][number] {
  const names = model.partitions.map((one) => one.name);
  const has = names.length === 0 ? 'it declares none' : `it has ${names.join(', ')}`;
  return { line: -1, message: `the design has no partition called \`${name}\`: ${has}` };
}

function written({ diagnostics, sources }: Resolved): Fence['mistakes'] {
  return diagnostics
    .filter(({ code }) => MISTAKES.has(code))
    .sort(inOrder)
    .map(({ span, message }) => ({ line: sources.isOwn(span) ? sources.position(span.start).line : -1, message }));
}
