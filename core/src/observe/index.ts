import type { Model } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { type Observation, observe, type ObserveOptions } from './observe.js';
import { readRecording } from './recording.js';
import { type Names, requestsOf } from './requests.js';

/** A judged history, or why it is none: sentences without a full stop. */
export type Observed =
  | { readonly kind: 'observation'; readonly observation: Observation }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** Reads a recorded history, JSON lines or EDN, and judges it under one fault. */
export function observeText(
  model: Model,
  cause: Cause,
  text: string,
  options: ObserveOptions & { readonly names?: Names } = {},
): Observed {
  const recording = readRecording(text);
  if (recording.kind === 'mistake') return { kind: 'mistakes', mistakes: [recording.mistake] };
  const found = requestsOf(model, recording.events, options.names ?? {});
  if (found.kind === 'mistakes') return found;
  if (found.windows.length === 0)
    return {
      kind: 'mistakes',
      mistakes: ['it does not say when the network broke: an event of the process "nemesis" with "f": "start"'],
    };
  return { kind: 'observation', observation: observe(model, cause, found, options) };
}

/** Reads the file of names: {"operations": {"write": "pay"}, "clients": ["ann", "bob"]}. */
export function readNames(text: string): { readonly names: Names } | { readonly mistake: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { mistake: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { mistake: 'it has to be a JSON object' };
  const { operations = {}, clients = [], ...others } = json as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(others);
  if (other !== undefined) return { mistake: `there is no field "${other}"; there are operations and clients` };
  const areTexts = (values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');
  if (
    typeof operations !== 'object' ||
    operations === null ||
    Array.isArray(operations) ||
    !areTexts(Object.values(operations))
  )
    return { mistake: '"operations" has to be an object of names: {"write": "pay"}' };
  if (!Array.isArray(clients) || !areTexts(clients)) return { mistake: '"clients" has to be a list of names: ["ann"]' };
  return { names: { operations: operations as Names['operations'] & object, clients: clients as string[] } };
}
