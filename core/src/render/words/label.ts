import type { Availability } from '../../engine/availability.js';
import { compareCauses } from '../../engine/causes.js';
import type { Cause, ClientResult, Outcome } from '../../engine/facts.js';
import { type Consistency, type CountedHarm, type Label, labelOf } from '../../engine/label.js';
import type { Model, VerdictKind } from '../../model/model.js';
import { topologyOf } from '../../network/topology.js';
import { toldCause } from '../../review/standing.js';
import { causeRank } from '../../review/tier.js';
import { whenText } from './cause.js';
import { list } from './sentence.js';

/** What an operation turned out to be over these results of its clients. */
export function operationLabel(model: Model, operation: number, results: readonly ClientResult[]): Label {
  return labelOf(model, topologyOf(model), operation, results);
}

const WORDS: Readonly<Record<Consistency, string>> = {
  linearizable: 'linearizable',
  regular: 'regular (no acknowledged write is missed, lost or in conflict, and no discarded one is shown)',
  lagging: 'missing at most what has not arrived yet',
};

const CLASSES: Readonly<Record<Availability, string>> = {
  total: 'total (answered wherever a replica is in reach)',
  sticky: 'sticky (answered wherever its usual replica is in reach)',
  majority: 'majority (answered wherever a replica with a majority is in reach)',
  none: 'none (unanswered even where a replica with a majority is in reach)',
};

/**
 * "linearizable; unavailable when link us–eu is cut; beyond one fault in doubt; availability: majority (…)". `results`:
 * those that the label is of.
 */
export function labelText(model: Model, label: Label, results: readonly ClientResult[]): string {
  if (label.notKnown !== undefined) return 'not known';
  const available = label.availability === 'total';
  // Unanswered where no replica is in reach is nobody's choice; the table of verdicts has it.
  const harms = [...label.inconsistent, ...(available ? [] : label.unanswered)];
  return [
    consistencyText(label, available),
    ...untilNoticedText(model, label),
    ...harmTexts(model, harms, results),
    `availability: ${label.availability === undefined ? 'not known' : CLASSES[label.availability]}`,
    ...(label.complete ? [] : ['beyond what was looked at not known']),
  ].join('; ');
}

function consistencyText({ consistency, untilNoticed, knownUntilNoticed }: Label, available: boolean): string {
  if (consistency === undefined) return available ? 'available' : 'neither consistent nor available';
  const always = untilNoticed.length === 0 && knownUntilNoticed;
  return `${WORDS[consistency]}${available ? ' and available' : ''}${always ? '' : ', once a break is noticed'}`;
}

function untilNoticedText(model: Model, { untilNoticed, knownUntilNoticed }: Label): string[] {
  const harms = untilNoticed.map((harm) => untilNoticedHarm(model, harm));
  if (harms.length === 0) return knownUntilNoticed ? [] : ['until it is noticed not known'];
  return [`until it is noticed ${[...harms, ...(knownUntilNoticed ? [] : ['more not known'])].join(', ')}`];
}

const HARMS: Readonly<Record<VerdictKind, string>> = {
  ok: 'ok',
  error: 'unavailable',
  unknown: 'in doubt',
  dirty: 'dirty',
  partial: 'half done',
  stale: 'stale',
  conflict: 'in conflict',
  lost: 'lost',
};

/** What one likely fault is enough for comes first, with that fault; then what takes more. */
function harmTexts(model: Model, harms: readonly CountedHarm[], results: readonly ClientResult[]): string[] {
  const told = harms.map(({ finding: { outcome } }) => ({
    word: HARMS[outcome.verdict],
    cause: likelyCauseOf(model, outcome, results),
  }));
  const likely = told.flatMap(({ word, cause }) => (cause === undefined ? [] : [`${word} ${whenText(model, cause)}`]));
  const rare = told.flatMap(({ word, cause }) => (cause === undefined ? [word] : []));
  return [
    ...(likely.length === 0 ? [] : [likely.join(', ')]),
    ...(rare.length === 0 ? [] : [`beyond one fault ${list(rare)}`]),
  ];
}

/** Of all clients' likely faults that end so, the one to tell first. */
function likelyCauseOf(model: Model, outcome: Outcome, results: readonly ClientResult[]): Cause | undefined {
  const causes = results.flatMap((result) =>
    result.findings
      .filter((one) => one.outcome.verdict === outcome.verdict && one.outcome.howLong === outcome.howLong)
      .map((finding) => toldCause(model, result, finding))
      .filter(({ tier }) => tier === 'likely')
      .map(({ cause }) => cause),
  );
  return causes.sort((a, b) => causeRank(model, a) - causeRank(model, b) || compareCauses(a, b))[0];
}

function untilNoticedHarm(model: Model, { finding }: CountedHarm): string {
  return `${HARMS[finding.outcome.verdict]} ${whenText(model, finding.cause)}`;
}
