import type { Resolved } from '../model/model.js';
import { observeText, readNames } from '../observe/index.js';
import { observationReport } from '../observe/report.js';
import type { Names } from '../observe/requests.js';
import { visible } from '../render/print/visible.js';
import { pickedCause, type FaultPick } from './choices.js';
import { tooMuchToList } from './panelLimit.js';
import { missingPicks, type ReportPanel } from './reportPanel.js';

/** A recorded history, as JSON lines or EDN, and the JSON that says what its names mean. */
export interface RecordedHistory {
  readonly name: string;
  readonly text: string;
  readonly names?: string;
}

/** The report that judges a recorded history under one fault. */
export function observationPanel(resolved: Resolved, fault: FaultPick, history: RecordedHistory): ReportPanel {
  const tooMuch = tooMuchToList(resolved.model);
  if (tooMuch !== undefined) return { kind: 'none', reason: tooMuch };
  const picked = pickedCause(resolved.model, fault);
  if (picked.kind === 'missing') return missingPicks(picked.names, 'Compare');
  let names: Names = {};
  if (history.names !== undefined) {
    const read = readNames(history.names);
    if ('mistake' in read) return { kind: 'none', reason: visible(`names.json has no names: ${read.mistake}.`) };
    ({ names } = read);
  }
  const observed = observeText(resolved.model, picked.cause, history.text, { names });
  if (observed.kind === 'mistakes')
    return { kind: 'none', reason: visible(`${history.name} can't be judged: ${observed.mistakes.join('; ')}.`) };
  return { kind: 'report', report: observationReport(resolved, observed.observation) };
}
