import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type Cause,
  type ExperimentFormat,
  exploreAll,
  exportExperiment,
  type ExportFormat,
  HEALTHY,
  countPairs,
  likelyCauses,
  parseDesignAt,
  readTargets,
  resolve,
  type Resolved,
  type Targets,
  visible,
  worstCause,
} from '#core';
import { decode } from '#disk';
import { readBytes, readInput } from './input.js';
import { type Io, OptionsError, UsageError } from './io.js';
import { jsonText } from './jsonText.js';
import { emit, whyUnwritable } from './output.js';
import { filesOf } from './place.js';
import { findJudged, findName } from './report.js';
import { version } from './version.js';

/** What an experiment is about, and where it goes. */
export interface ExperimentOptions {
  readonly under?: string;
  readonly cause?: string;
  readonly likely?: boolean;
  readonly targets?: string;
  readonly out?: string;
}

interface Design {
  readonly name: string;
  readonly resolved: Resolved;
  /** Every file that was read for it. */
  readonly files: readonly string[];
}

/**
 * A statement with a mistake is left out of a model, and the person who runs the export elsewhere would never know.
 */
async function readDesign(io: Io, file: string): Promise<Design> {
  const { name, text, place } = await readInput(io, file);
  const resolved = resolve(parseDesignAt(place, text));
  if (resolved.diagnostics.some(({ severity }) => severity === 'error'))
    throw new UsageError(`${name} has errors, so it is not exported: see netsplit check ${name}`);
  return { name, resolved, files: filesOf(file, place, resolved) };
}

export async function exportModel(io: Io, file: string, format: ExportFormat, out: string | undefined): Promise<void> {
  const { name, resolved, files } = await readDesign(io, file);
  const exported = format.write(resolved.model);
  if (exported.kind === 'refused')
    throw new UsageError(`${name} can't be exported as ${format.name}: ${exported.reasons.join('; ')}`);
  await emit(io, exported.text, { out, inputs: files });
}

/** Writes the experiments that the options name; several, or with what to expect as JSON, into a folder. */
export async function exportExperiments(
  io: Io,
  file: string,
  format: ExperimentFormat,
  options: ExperimentOptions,
): Promise<void> {
  const design = await readDesign(io, file);
  const causes = causesOf(design, format, options);
  const targets = await targetsOf(io, options.targets);
  const { out } = options;
  if (out === undefined && options.likely === true)
    throw new OptionsError('--likely writes many files: name a folder after --out');
  const left = options.likely === true ? countPairs(design.resolved.model) - MOST_PAIRS : 0;
  if (left > 0) io.err(`netsplit: left out ${left} pairs of places: the first ${MOST_PAIRS} are exported\n`);
  const slugs = new Map<string, number>();
  for (const cause of causes) {
    const made = exportExperiment(design.resolved.model, cause, format, {
      file: design.name,
      netsplit: version,
      targets,
    });
    if (made.kind === 'refused') {
      // Of all likely faults, those that a tool can bring about.
      if (options.likely !== true)
        throw new UsageError(`${design.name} can't be exported as ${format.name}: ${made.reasons.join('; ')}`);
      io.err(`netsplit: left out ${visible(made.title)}: ${visible(made.reasons.join('; '))}\n`);
      continue;
    }
    if (out === undefined) {
      io.out(made.text);
      return;
    }
    const count = (slugs.get(made.slug) ?? 0) + 1;
    slugs.set(made.slug, count);
    const name = count === 1 ? made.slug : `${made.slug}-${count}`;
    await makeFolder(io, out);
    for (const [ending, text] of [
      [format.ending, made.text],
      ['expected.json', jsonText(made.expected)],
    ] as const)
      await emit(io, text, { out: path.join(out, `${name}.${ending}`), inputs: design.files });
  }
}

/** The faults that are asked for: exactly one way of naming them. */
function causesOf({ name, resolved }: Design, format: ExperimentFormat, options: ExperimentOptions): readonly Cause[] {
  const { under, cause, likely } = options;
  const named = [under, cause, likely].filter((one) => one !== undefined);
  if (named.length !== 1)
    throw new OptionsError(
      `${format.name} is about faults: give one of --under PARTITION, --cause OPERATION, --likely`,
    );
  if (under !== undefined) return [{ ...HEALTHY, partition: findJudged(resolved, 'partition', under, name) }];
  if (cause !== undefined) return [worstFor(resolved, cause, name)];
  return likelyCauses(resolved.model, MOST_PAIRS).flatMap((one) => (one.group === 'no fault' ? [] : [one.cause]));
}

/** Of the pairs of places, as many are exported. */
const MOST_PAIRS = 100;

/** The smallest cause of the worst that can become of an operation; "pay@bob" of one client. */
function worstFor(resolved: Resolved, request: string, file: string): Cause {
  const at = request.lastIndexOf('@');
  const { model } = resolved;
  const isWhole = at < 0 || model.operations.some(({ name }) => name === request);
  const operation = findJudged(resolved, 'operation', isWhole ? request : request.slice(0, at), file);
  const clients = model.operations[operation]?.clients ?? [];
  const names = clients.map((client) => model.vertices[client]?.name ?? '?');
  const client = isWhole ? undefined : clients[findName(names, request.slice(at + 1), 'client of it', file)];
  const worst = worstCause(exploreAll(model).clients, operation, client);
  if (worst === undefined)
    throw new UsageError(`nothing that ${file} explores breaks ${request}: name a partition with --under`);
  return worst;
}

async function targetsOf(io: Io, file: string | undefined): Promise<Targets> {
  if (file === undefined) return new Map();
  const read = readTargets(decode(await readBytes(io, file)));
  if (read.kind === 'mistakes') throw new UsageError(`${file} has no targets: ${read.mistakes.join('; ')}`);
  return read.targets;
}

async function makeFolder(io: Io, folder: string): Promise<void> {
  try {
    await mkdir(path.resolve(io.cwd, folder), { recursive: true });
  } catch (error) {
    throw new UsageError(whyUnwritable(folder, error));
  }
}
