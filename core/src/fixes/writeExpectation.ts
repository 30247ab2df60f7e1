import { onlyCuts } from '../network/places.js';
import { type Harmful, isAnswered, VERDICTS } from '../base/harm.js';
import type { Cache } from '../engine/memory.js';
import type { ClientResult, Results } from '../engine/facts.js';
import { quotedIfNeeded } from '../ide/nameText.js';
import type { Expectation, Model, Step } from '../model/model.js';
import { isLimited } from '../render/words/bound.js';
import { count } from '../render/words/sentence.js';
import type { Design } from './design.js';
import { EMPTY_FAMILY } from '../model/family.js';

/** May a verdict other than ok happen to an operation of these steps? */
const HAPPENS_TO: Readonly<Record<Harmful, (steps: readonly Step[]) => boolean>> = {
  error: () => true,
  stale: reads,
  dirty: reads,
  unknown: (steps) => writes(steps) > 0,
  partial: (steps) => writes(steps) > 1,
  conflict: (steps) => writes(steps) > 0,
  lost: (steps) => writes(steps) > 0,
};
const WORST_FIRST = VERDICTS.filter((verdict) => verdict !== 'ok').reverse();

/** One expectation as a statement, and as what the statement means. */
interface Written {
  readonly text: string;
  readonly expectation: Expectation;
}

/** Explores a model within a budget. */
type Explore<B> = (model: Model, cache: Cache, budget: B) => Generator<void, Results | undefined>;

/**
 * Per operation, the statements that say how well it does: verdicts that never occur, and how many cuts leave it
 * answered. Each is asked of the engine as the expectation that it will be; those that hold and are not written yet
 * remain.
 */
export function* expectationsThatHold<B>(
  design: Design,
  cache: Cache,
  budget: B,
  explored: Explore<B>,
): Generator<void, readonly (readonly string[])[]> {
  const { model } = design;
  const written = new Set(model.expectations.map((one) => JSON.stringify(one)));
  const proposals: Written[][] = [];
  for (const operation of model.operations.keys()) {
    yield;
    proposals.push(proposalsOf(design, operation, written));
  }
  const all = proposals.flat();
  if (all.length === 0) return proposals.map(() => []);
  const results = yield* explored({ ...model, expectations: all.map(({ expectation }) => expectation) }, cache, budget);
  const holds = new Set(
    results?.expectations.flatMap(({ expectation, status }) => (status === 'holds' ? [all[expectation]] : [])),
  );
  return proposals.map((list) => list.filter((one) => holds.has(one)).map(({ text }) => text));
}

function proposalsOf(design: Design, operation: number, written: ReadonlySet<string>): Written[] {
  const { model } = design;
  const found = model.operations[operation];
  const results = design.resultsOf(operation);
  const statement = design.operation(operation);
  if (found === undefined || statement?.name === undefined || results.length === 0 || results.some(isLimited))
    return [];
  const base = { operation, clients: [], beyondLag: false, whileDetecting: false, onceSettled: false };
  const possible = WORST_FIRST.filter((verdict) => HAPPENS_TO[verdict](found.steps));
  const name = quotedIfNeeded(found.name);
  const never = possible.flatMap((verdict): Written[] =>
    results.some(({ findings }) => findings.some(({ outcome }) => outcome.verdict === verdict))
      ? []
      : [
          {
            text: `expect ${name} never ${verdict}`,
            expectation: { ...base, never: true, verdict, under: { kind: 'explored' } },
          },
        ],
  );
  const cuts = answeredUpTo(model, results);
  const available: Written[] =
    cuts < 1
      ? []
      : [
          {
            text: `expect ${name} available under any ${count(cuts, 'link')}`,
            expectation: {
              ...base,
              never: false,
              verdict: 'available',
              under: { kind: 'family', family: { ...EMPTY_FAMILY, links: cuts } },
            },
          },
        ];
  return [...never, ...available].filter(({ expectation }) => !written.has(JSON.stringify(expectation)));
}

function reads(steps: readonly Step[]): boolean {
  return steps.some(({ access }) => access === 'read');
}

function writes(steps: readonly Step[]): number {
  return steps.filter(({ access }) => access === 'write').length;
}

/** How many cut links at most leave it answered, whichever they are. */
function answeredUpTo(model: Model, results: readonly ClientResult[]): number {
  const causes = results.flatMap(({ findings }) =>
    findings.flatMap(({ outcome, causes: all }) => (isAnswered(outcome.verdict) ? [] : all)),
  );
  const cuts = causes.flatMap((cause) => onlyCuts(model, cause));
  return cuts.length === 0 ? 0 : Math.min(...cuts, model.links.length + 1) - 1;
}
