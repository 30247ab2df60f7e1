import type { Availability } from '../../engine/availability.js';
import type { ClientResult } from '../../engine/facts.js';
import { type Consistency, type CountedHarm, type Label, labelOf } from '../../engine/label.js';
import type { Model, VerdictKind } from '../../model/model.js';
import { topologyOf } from '../../network/topology.js';
import { causeTitle } from './cause.js';
import { thousands } from './sentence.js';

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

/** "linearizable; unavailable under 7 of 64 faults (smallest: us–eu cut); availability: majority (…)" */
export function labelText(model: Model, label: Label): string {
  if (label.notKnown !== undefined) return 'not known';
  const available = label.availability === 'total';
  // Unanswered where no replica is in reach is nobody's choice; the table of verdicts has it.
  const harms = [...label.inconsistent, ...(available ? [] : label.unanswered)].map((harm) => harmText(model, harm));
  return [
    consistencyText(label, available),
    ...untilNoticedText(model, label),
    ...(harms.length === 0 ? [] : [harms.join(', ')]),
    `availability: ${label.availability === undefined ? 'not known' : CLASSES[label.availability]}`,
    ...(label.complete ? [] : ['beyond what was looked at not known']),
  ].join('; ');
}

function consistencyText({ consistency, untilNoticed, knownUntilNoticed }: Label, available: boolean): string {
  if (consistency === undefined) return available ? 'available' : 'neither consistent nor available';
  const always = untilNoticed.length === 0 && knownUntilNoticed;
  return `${WORDS[consistency]}${available ? ' and available' : ''}${always ? '' : ', once a break has settled'}`;
}

function untilNoticedText(model: Model, { untilNoticed, knownUntilNoticed }: Label): string[] {
  const harms = untilNoticed.map((harm) => harmText(model, harm)).join(', ');
  if (harms !== '') return [`until it is noticed ${harms}`];
  return knownUntilNoticed ? [] : ['until it is noticed not known'];
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

function harmText(model: Model, { finding, faults, of }: CountedHarm): string {
  const smallest = causeTitle(model, finding.cause);
  const harm = HARMS[finding.outcome.verdict];
  return `${harm} under ${thousands(faults)} of ${thousands(of)} faults (smallest: ${smallest})`;
}
