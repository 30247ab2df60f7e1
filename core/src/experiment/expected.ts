import type { FaultVerdict, Outcome } from '../engine/facts.js';
import { duration } from '../engine/request.js';
import { detectingUnder, settledUnder } from '../engine/under.js';
import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { causeJson, type CauseJson } from '../render/print/causeJson.js';
import { outcomesJson, type OutcomeJson } from '../render/print/outcomeJson.js';
import { wrap } from '../render/print/text.js';
import { visible } from '../render/print/visible.js';
import { breakText } from '../render/words/cause.js';
import { healText, withoutHeal } from '../render/words/heal.js';
import { operationName, vertexName } from '../render/words/names.js';
import { reasonText, verdictText } from '../render/words/verdict.js';
import type { Grudge } from './grudge.js';

/**
 * What a fault may do to every operation of every client, beside the files that bring it about: `expected.json`,
 * described in `docs/experiments.md`. A run that sees anything else contradicts the design.
 */
export interface ExpectedJson {
  readonly schema: 'netsplit-expected';
  readonly version: 1;
  readonly netsplit: string;
  readonly file: string;
  readonly fault: CauseJson;
  readonly drops: readonly { readonly from: string; readonly to: string }[];
  readonly stopped: readonly string[];
  /** How long a store says that it takes until everybody has noticed the break, in milliseconds. */
  readonly noticedWithinMs: Readonly<Record<string, number>>;
  readonly requests: readonly ExpectedRequest[];
}

interface ExpectedRequest {
  readonly operation: string;
  readonly client: string;
  /** The client's machine is stopped: it issues nothing, and the lists are empty. */
  readonly silent: boolean;
  /** Why nothing is known: a limit of the analysis. */
  readonly notKnown: string | null;
  /** Each of these may happen, worst first; anything else may not. */
  readonly untilNoticed: readonly OutcomeJson[];
  readonly onceSettled: readonly OutcomeJson[];
  readonly afterTheHeal: readonly OutcomeJson[];
}

export interface ExpectedOf {
  readonly file: string;
  readonly netsplit: string;
}

/** What may become of one request in each phase. */
interface Phases {
  readonly operation: number;
  readonly client: number;
  readonly notKnown?: string;
  readonly detecting: FaultVerdict;
  readonly settled: FaultVerdict;
  readonly healed: FaultVerdict;
}

export function expectedJson(model: Model, cause: Cause, grudge: Grudge, { file, netsplit }: ExpectedOf): ExpectedJson {
  const name = (vertex: number): string => vertexName(model, vertex);
  return {
    schema: 'netsplit-expected',
    version: 1,
    netsplit,
    file,
    fault: causeJson(model, cause),
    drops: grudge.drops.map(({ from, to }) => ({ from: name(from), to: name(to) })),
    stopped: grudge.stopped.map(name),
    noticedWithinMs: Object.fromEntries(
      model.stores.flatMap((store) => (store.detectMs === undefined ? [] : [[store.name, store.detectMs]])),
    ),
    requests: phasesUnder(model, cause).map(({ operation, client, notKnown, detecting, settled, healed }) => ({
      operation: operationName(model, operation),
      client: name(client),
      silent: settled.silent,
      notKnown: notKnown ?? null,
      untilNoticed: outcomesJson(model, operation, detecting),
      onceSettled: outcomesJson(model, operation, settled),
      afterTheHeal: outcomesJson(model, operation, healed),
    })),
  };
}

function phasesUnder(model: Model, cause: Cause): Phases[] {
  const healed = settledUnder(model, HEALTHY);
  const detecting = detectingUnder(model, cause);
  return settledUnder(model, cause).flatMap((one, i) => {
    const [before, after] = [detecting[i], healed[i]];
    if (before === undefined || after === undefined) return [];
    return [{ ...one, settled: one.verdict, detecting: before.verdict, healed: after.verdict }];
  });
}

/** Columns of a comment. */
const COLUMNS = 110;

/** The same in words, as lines of plain text: what breaks, and what each client may then get of each operation. */
export function expectedLines(model: Model, cause: Cause, { file }: ExpectedOf): string[] {
  return [
    `${visible(file)}: ${visible(breakText(model, cause))}`,
    '',
    'What everybody may get, by the design; anything else contradicts it.',
    ...phasesUnder(model, cause).flatMap((phases) => requestLines(model, phases)),
  ].flatMap((line) => wrapped(line));
}

function requestLines(model: Model, { operation, client, notKnown, detecting, settled, healed }: Phases): string[] {
  const head = `${operationName(model, operation)} from ${vertexName(model, client)}`;
  if (notKnown !== undefined) return ['', `${head}: not known, ${notKnown}`];
  if (settled.silent) return ['', `${head}: no request, its machine stands still`];
  const lines = (when: string, { outcomes }: FaultVerdict): string[] => [
    `  ${when}:`,
    ...outcomes.map((outcome) => `    ${verdictText(outcome)}: ${reason(model, operation, outcome)}`),
  ];
  const noticed = `until the break is noticed${within(model, operation)}`;
  const told = [lines(noticed, detecting), lines('once it is noticed', settled)] as const;
  const isSame = told[0].slice(1).join('\n') === told[1].slice(1).join('\n');
  const left = [...new Set([...detecting.outcomes, ...settled.outcomes].map(leftText))].filter((text) => text !== '');
  return [
    '',
    head,
    ...(isSame ? lines('during the break', settled) : told.flat()),
    ...lines('after the heal', healed),
    ...left.map((text) => `    ${text}`),
  ];
}

/** " (10 s)", of the slowest store of an operation. */
function within(model: Model, operation: number): string {
  const all = (model.operations[operation]?.steps ?? []).flatMap(({ store }) => model.stores[store]?.detectMs ?? []);
  return all.length === 0 ? '' : ` (${duration(Math.max(...all))})`;
}

function reason(model: Model, operation: number, outcome: Outcome): string {
  return withoutHeal(reasonText(model, operation, outcome), healText(outcome));
}

/** What becomes of a request that was answered, or not, during the break. */
function leftText(outcome: Outcome): string {
  const heal = healText(outcome);
  return heal === '' || outcome.verdict === 'error' ? '' : `of what was ${verdictText(outcome)}: ${heal}`;
}

/** A line with its indent kept. */
function wrapped(line: string): string[] {
  const text = line.trimStart();
  const indent = line.length - text.length;
  return wrap(visible(text), COLUMNS - indent).map((part, i) =>
    `${' '.repeat(i === 0 ? indent : indent + 2)}${part}`.trimEnd(),
  );
}
