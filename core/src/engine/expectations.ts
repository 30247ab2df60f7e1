import { compareHarm, harmsData } from '../base/harm.js';
import { destroysDisks } from '../model/family.js';
import type { Expectation, FaultFamily, Model, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { familySize, familyText } from '../network/families.js';
import type { World } from '../network/world.js';
import { CODES, codeOf, codesOf, DATA_CODES, LAG_CODES, OK, UNANSWERED_CODES } from './code.js';
import type { ExpectationResult, FaultVerdict, HarmedUntilNoticed } from './facts.js';
import { mostHarm } from './judge/mostCodes.js';
import type { Phase } from './judge/situations.js';
import { partitionBound } from './operation.js';
import { compareCauses, smallest } from './causes.js';
import { answersUnder, askedInSteps, madeOf, type Sweep, withBit } from './question.js';
import { sweep } from './sweep.js';
import type { Verdicts } from './verdicts.js';

/** What was explored for one client of an expectation, and the smallest fault under which it does not hold. */
export interface Looked {
  readonly bound: string;
  /** The part that was not explored. */
  readonly undecided?: string;
  /** Where it does not hold. */
  readonly against?: Against;
  /** Under no explored fault the client issues a request. */
  readonly silent?: true;
  /** It holds once the break has settled: the worst harm to data until then. */
  readonly window?: HarmedUntilNoticed;
}

interface Against {
  readonly verdict: FaultVerdict;
  /** Only until the break is noticed. */
  readonly whileDetecting?: true;
  /** For an expectation that covers both times: it holds once the break has settled. */
  readonly holdsOnceSettled?: true;
}

/** The times of a break that an expectation covers: until it is noticed, and once it has settled. */
type Phases = Phase | 'both';

/**
 * Harmed data stays harmed after the break is noticed, so that `never` covers both times for such a verdict. That
 * nothing is answered until then is the nature of a store that elects; all else is about what is left once the break
 * has settled.
 */
function phasesOf({ never, verdict, whileDetecting, onceSettled }: Expectation): Phases {
  if (whileDetecting) return 'unaware';
  return never && !onceSettled && verdict !== 'available' && harmsData(verdict) ? 'both' : 'settled';
}

/** The results for each client of an expectation together. */
export function together(
  model: Model,
  expectation: number,
  looked: readonly { client: VertexId; one: Looked }[],
): ExpectationResult {
  const bound = [...new Set(looked.map(({ one }) => one.bound))].join('; ');
  const result = { expectation, bound };
  const [first, ...others] = looked.flatMap(({ client, one: { against } }) =>
    against === undefined ? [] : [{ client, ...against }],
  );
  const why = looked.find(({ one }) => one.undecided !== undefined)?.one.undecided;
  if (first !== undefined) {
    const all = [first, ...others];
    const { holdsOnceSettled: _, ...counterexample } = others.reduce(
      (so, one) => (isBefore(one, so) ? one : so),
      first,
    );
    const onceSettled = why === undefined && all.every(({ holdsOnceSettled }) => holdsOnceSettled === true);
    return { ...result, status: 'fails', counterexample, ...(onceSettled ? { holdsOnceSettled: true } : {}) };
  }
  if (why !== undefined) return { ...result, status: 'not known', why };
  if (looked.every(({ one }) => one.silent === true)) {
    const asked = model.expectations[expectation]?.operation ?? -1;
    const name = model.operations[asked]?.name ?? '?';
    return { ...result, status: 'not known', why: `nobody can issue \`${name}\` here` };
  }
  const windows = looked.flatMap(({ client, one: { window } }) =>
    window === undefined ? [] : [{ client, ...window }],
  );
  const [worst] = windows.sort((a, b) => compareHarm(b.outcome, a.outcome) || compareCauses(a.cause, b.cause));
  return { ...result, status: 'holds', ...(worst === undefined ? {} : { window: worst }) };
}

/** A harm that is left once the break has settled refutes more than one that passes; then the smaller cause does. */
function isBefore(one: Against, other: Against): boolean {
  if (one.whileDetecting !== other.whileDetecting) return other.whileDetecting === true;
  return compareCauses(one.verdict.cause, other.verdict.cause) < 0;
}

/** Explores every fault that an expectation covers, for one client. */
export function* look(
  verdicts: Verdicts,
  expectation: Expectation,
  client: VertexId,
  limitOfRuns: number,
): Generator<void, Looked> {
  const phases = phasesOf(expectation);
  const subject: Subject = { verdicts, expectation, client, limitOfRuns };
  const found = yield* explored(subject, phases === 'both' ? 'detecting' : phases);
  const { bound, undecided, cause, silent } = found;
  if (cause !== undefined) return { bound, against: yield* againstOf(subject, phases, cause) };
  if (undecided !== undefined) return { bound, undecided };
  if (silent) return { bound, silent };
  if (!hasWindow(expectation)) return { bound };
  const { window, complete } = yield* windowOf(subject);
  return {
    bound: complete ? bound : `${bound}; until a break is noticed, not all of them`,
    ...(window === undefined ? {} : { window }),
  };
}

interface Subject {
  readonly verdicts: Verdicts;
  readonly expectation: Expectation;
  readonly client: VertexId;
  readonly limitOfRuns: number;
}

interface Explored {
  readonly bound: string;
  readonly undecided?: string;
  /** The smallest cause under which it does not hold. */
  readonly cause?: Cause;
  readonly silent: boolean;
}

const WHEN: Readonly<Record<Phase, string>> = {
  settled: ', once it is noticed',
  detecting: ', while it is being detected',
  unaware: ', while it is being detected',
};

/** Do the rules of its schemes exclude, for every network, the harm that an operation shall never have? */
function cannotHarm({ model }: Verdicts, { never, verdict, operation }: Expectation, covered: Covered): boolean {
  return (
    never &&
    verdict !== 'available' &&
    harmsData(verdict) &&
    (harmIn(model, operation, covered) & codesOf(verdict)) === 0
  );
}

/** The codes of harmed data that an operation can have at most under these faults. */
function harmIn(model: Model, operation: number, { families, singles }: Covered): number {
  const asked = model.operations[operation];
  const partitions = model.partitions.filter((_, index) => singles.some(({ partition }) => partition === index));
  return asked === undefined ? 0 : mostHarm(model, asked, !destroysDisks({ families, partitions }));
}

/** All faults in one phase of the break. */
function* explored(subject: Subject, phase: Phase): Generator<void, Explored> {
  const { verdicts, expectation, client, limitOfRuns } = subject;
  const { model, topology } = verdicts;
  // Whether a client is answered during the break says nothing of what it got acknowledged before.
  const onlyDuring = expectation.verdict === 'available';
  const asked = verdicts.question(expectation.operation, client, verdicts.judgeOf(phase), onlyDuring);
  const covered = coveredBy(verdicts, expectation);
  const { families, singles, text } = covered;
  // While nobody has noticed the break, only answers tell that the request is issued.
  const isHarmless = phase !== 'unaware' && cannotHarm(verdicts, expectation, covered);
  let silent = true;
  const harmless = (world: World): number => {
    if (!world.isSilent(client)) silent = false;
    return 0;
  };
  const violated = (codes: number): number => {
    if (codes !== 0) silent = false;
    return violates(expectation, codes) ? 1 : 0;
  };
  const { inSteps: _, ...known } = asked;
  const question = isHarmless ? { ...known, bits: 1, answer: harmless } : { ...madeOf(asked, violated), bits: 1 };
  const answers = yield* answersUnder(topology, question, singles);
  const causes = withBit(singles, answers, 0);
  const sweeps: Sweep[] = [];
  for (const family of families) {
    const one = yield* sweep(topology, family, question, limitOfRuns);
    sweeps.push(one);
    causes.push(...(one.causes[0] ?? []));
  }
  const texts = [...sweeps.map(({ family }) => familyText(model, family)), ...text];
  const { whileDetecting, onceSettled } = expectation;
  const bound = `${texts.join(', ')}${whileDetecting || onceSettled ? WHEN[phase] : ''}`;
  const [cause] = smallest(model, causes);
  if (cause !== undefined) return { bound, cause, silent };
  const short = sweeps.find(({ complete }) => !complete);
  if (short === undefined) return { bound, silent };
  const undecided = `too many faults to look at all of them: it holds for ${familyText(model, short.family)}`;
  return { bound, undecided, silent };
}

/** The counterexample; of both times, one that is left once the break has settled, if there is any. */
function* againstOf(subject: Subject, phases: Phases, cause: Cause): Generator<void, Against> {
  const { verdicts, expectation, client } = subject;
  const { operation } = expectation;
  if (phases === 'settled') return { verdict: yield* verdicts.underInSteps(cause, operation, client) };
  const early = {
    verdict: yield* verdicts.underInSteps(
      cause,
      operation,
      client,
      verdicts.judgeOf(phases === 'both' ? 'detecting' : phases),
    ),
    whileDetecting: true,
  } as const;
  if (phases !== 'both') return early;
  const settled = yield* explored(subject, 'settled');
  if (settled.cause !== undefined) return { verdict: yield* verdicts.underInSteps(settled.cause, operation, client) };
  return { ...early, ...(settled.undecided === undefined ? { holdsOnceSettled: true } : {}) };
}

/** An answer is expected, and it is not said of which time. */
function hasWindow({ never, verdict, whileDetecting, onceSettled, under }: Expectation): boolean {
  const isAnswer = verdict === 'ok' || verdict === 'available';
  return isAnswer && !never && !whileDetecting && !onceSettled && under.kind !== 'none';
}

/**
 * The worst harm to data that is possible only until the break is noticed, with its smallest cause, and whether all
 * faults were looked at for it.
 */
function* windowOf({
  verdicts,
  expectation,
  client,
  limitOfRuns,
}: Subject): Generator<void, { readonly window?: HarmedUntilNoticed; readonly complete: boolean }> {
  const { model, topology } = verdicts;
  const { operation } = expectation;
  const covered = coveredBy(verdicts, expectation);
  if ((harmIn(model, operation, covered) & DATA_CODES) === 0) return { complete: true };
  const early = verdicts.harms(operation, client, verdicts.detecting);
  const settled = verdicts.harms(operation, client);
  const harmedInWindow = askedInSteps(function* (world) {
    const harmed = (yield* early.inSteps(world)) & DATA_CODES;
    return harmed === 0 ? 0 : harmed & ~(yield* settled.inSteps(world));
  }, early.cases);
  // Machines that can change places while the break is being detected can do so once it has settled.
  const kinds = (): readonly number[] | undefined => (settled.kinds() === undefined ? undefined : early.kinds());
  const question = { ...harmedInWindow, bits: CODES.length, kinds };
  const { families, singles } = covered;
  const answers = yield* answersUnder(topology, question, singles);
  const causes = CODES.map((code) => withBit(singles, answers, code));
  let complete = true;
  for (const family of families) {
    const one = yield* sweep(topology, family, question, limitOfRuns);
    complete &&= one.complete;
    for (const code of CODES) causes[code]?.push(...(one.causes[code] ?? []));
  }
  const worst = CODES.findLast((code) => (causes[code]?.length ?? 0) > 0);
  const [cause] = smallest(model, worst === undefined ? [] : (causes[worst] ?? []));
  if (cause === undefined) return { complete };
  const { outcomes } = yield* verdicts.underInSteps(cause, operation, client, verdicts.detecting);
  const outcome = outcomes.find((one) => codeOf(one) === worst);
  return { complete, ...(outcome === undefined ? {} : { window: { cause, outcome } }) };
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
