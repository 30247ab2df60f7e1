import type { Expectation, FaultFamily, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { familySize, familyText } from '../network/families.js';
import { World } from '../network/world.js';
import { codesOf, LAG_CODES, OK, UNANSWERED_CODES } from './code.js';
import type { ExpectationResult, FaultVerdict } from './facts.js';
import { partitionBound } from './operation.js';
import { compareCauses, smallest, sweep, type Sweep } from './sweep.js';
import type { Verdicts } from './verdicts.js';

/** What was explored for one client of an expectation, and the smallest fault under which it does not hold. */
export interface Looked {
  readonly bound: string;
  /** The part that was not explored. */
  readonly undecided?: string;
  readonly verdict?: FaultVerdict;
}

/** The status of an expectation, from the results for each of its clients. */
export function together(expectation: number, looked: readonly { client: VertexId; one: Looked }[]): ExpectationResult {
  const bound = [...new Set(looked.map(({ one }) => one.bound))].join('; ');
  const against = looked.flatMap(({ client, one: { verdict } }) =>
    verdict === undefined ? [] : [{ client, verdict }],
  );
  const [first, ...others] = against;
  if (first !== undefined) {
    const counterexample = others.reduce(
      (least, other) => (compareCauses(other.verdict.cause, least.verdict.cause) < 0 ? other : least),
      first,
    );
    return { expectation, status: 'fails', bound, counterexample };
  }
  const why = looked.find(({ one }) => one.undecided !== undefined)?.one.undecided;
  return why === undefined ? { expectation, status: 'holds', bound } : { expectation, status: 'not known', bound, why };
}

/** Explores every fault that an expectation covers, for one client. */
export function* look(
  verdicts: Verdicts,
  expectation: Expectation,
  client: VertexId,
  limitOfRuns: number,
): Generator<void, Looked> {
  const { model, topology } = verdicts;
  const { operation } = expectation;
  const judge = expectation.whileDetecting ? verdicts.detecting : verdicts.settled;
  const answer = verdicts.question(operation, client, judge);
  const violated = (world: World): number => (violates(expectation, answer(world)) ? 1 : 0);
  const { families, singles, text } = coveredBy(verdicts, expectation);
  const causes = singles.filter((cause) => violated(new World(topology, cause, 0)) !== 0);
  const sweeps: Sweep[] = [];
  for (const family of families) {
    const one = yield* sweep(topology, family, { bits: 1, answer: violated }, limitOfRuns);
    sweeps.push(one);
    causes.push(...(one.causes[0] ?? []));
  }
  const texts = [...sweeps.map(({ family }) => familyText(model, family)), ...text];
  const bound = `${texts.join(', ')}${expectation.whileDetecting ? ', while it is being detected' : ''}`;
  const [cause] = smallest(model, causes);
  if (cause !== undefined) return { bound, verdict: verdicts.under(cause, operation, client, judge) };
  const short = sweeps.find(({ complete }) => !complete);
  if (short === undefined) return { bound };
  return {
    bound,
    undecided: `too many faults to look at all of them: it holds for ${familyText(model, short.family)}`,
  };
}

/** The families to sweep, the single faults to judge, and the name of the latter. */
interface Covered {
  readonly families: readonly FaultFamily[];
  readonly singles: readonly Cause[];
  readonly text: readonly string[];
}

function coveredBy({ model }: Verdicts, { under }: Expectation): Covered {
  switch (under.kind) {
    case 'explored': {
      const named = model.partitions.map((_, partition) => ({ ...HEALTHY, partition }));
      const text = named.length > 0 ? [partitionBound(named.length).text] : [];
      const families = model.families.filter((family) => familySize(model, family) > 0n);
      return { families, singles: [HEALTHY, ...named], text };
    }
    case 'family':
      return { families: [under.family], singles: [], text: [] };
    case 'partition': {
      const { partition } = under;
      const text = [`under ${model.partitions[partition]?.name ?? '?'}`];
      return { families: [], singles: [{ ...HEALTHY, partition }], text };
    }
    case 'none':
      return { families: [], singles: [HEALTHY], text: ['the healthy network'] };
  }
}

/**
 * Do the possible codes under one fault contradict the expectation? A silent client has none, and contradicts nothing.
 */
function violates(expectation: Expectation, codes: number): boolean {
  if (codes === 0) return false;
  const counted = expectation.beyondLag ? withoutLag(codes) : codes;
  if (expectation.verdict === 'available') {
    const answered = (counted & UNANSWERED_CODES) === 0;
    return expectation.never ? (counted & ~UNANSWERED_CODES) !== 0 : !answered;
  }
  const wanted = codesOf(expectation.verdict);
  if (expectation.never) return (counted & wanted) !== 0;
  const worst = 1 << (31 - Math.clz32(counted));
  return (worst & wanted) === 0;
}

/** Codes for the lag only count as ok. */
function withoutLag(codes: number): number {
  return (codes & LAG_CODES) === 0 ? codes : (codes & ~LAG_CODES) | (1 << OK);
}
