import { run } from '../base/steps.js';
import type { Model } from '../model/model.js';
import { failingOf } from '../network/failing.js';
import { owedTo } from './reliability.js';
import { Verdicts } from './verdicts.js';

/** Runs of one picture, shared by its questions. */
const MOST_RUNS = 6000;

/**
 * How much of the time without an answer is owed to each link that fails: the mean over the clients of all operations,
 * each counted alike. By link; a link that is not in it fails never.
 */
export type LinkImportance = ReadonlyMap<number, number>;

const NOTHING: LinkImportance = new Map();
/** There are too many combinations of what fails to look at all. */
export const IMPORTANCE_NOT_KNOWN: LinkImportance = new Map();

/** A picture is drawn again for every click, and none of them changes how often links fail. */
const known = new WeakMap<Model, LinkImportance>();

/** The importance of the links of a model; of one whose links never fail, nothing is explored. */
export function linkImportance(model: Model): LinkImportance {
  return run(linkImportanceInSteps(model));
}

/** `linkImportance`, with pauses. */
export function* linkImportanceInSteps(model: Model): Generator<void, LinkImportance> {
  const found = known.get(model) ?? (yield* explored(model));
  known.set(model, found);
  return found;
}

function* explored(model: Model): Generator<void, LinkImportance> {
  const failing = failingOf(model);
  const questions = model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => ({ operation, client })),
  );
  if (questions.length === 0 || !failing.some(({ kind }) => kind === 'link')) return NOTHING;
  const verdicts = new Verdicts(model);
  const sums = new Map<number, number>();
  for (const { operation, client } of questions) {
    if (verdicts.limit(operation) !== undefined) return IMPORTANCE_NOT_KNOWN;
    const owed = yield* owedTo(verdicts, operation, client, Math.floor(MOST_RUNS / questions.length));
    if (owed === undefined) return IMPORTANCE_NOT_KNOWN;
    for (const [thing, { kind, index }] of failing.entries())
      if (kind === 'link') sums.set(index, (sums.get(index) ?? 0) + Math.max(0, owed[thing] ?? 0));
  }
  return new Map([...sums].map(([link, sum]) => [link, sum / questions.length]));
}
