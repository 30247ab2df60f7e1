import { type Edn, EdnError, readEdn } from './edn.js';

/** One line of a recorded history, in the order of the recording. */
export interface Event {
  /** From 1. */
  readonly line: number;
  /** `invoke` begins a request; `ok`, `fail` (refused, without effect) or `info` (nobody knows) ends it. */
  readonly type: 'invoke' | 'ok' | 'fail' | 'info';
  /** The client, or Jepsen's number of one; "nemesis" is what breaks the network. */
  readonly process: string;
  /** The operation; of the nemesis, what it does. */
  readonly f: string;
  /** The register. */
  readonly key: string;
  readonly value: Edn;
  /** In milliseconds; undefined where the recording has no times. */
  readonly time: number | undefined;
}

/** The events of a text, or what is wrong with it: a sentence without a full stop. */
export type Recording =
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  | { readonly kind: 'mistake'; readonly mistake: string };

/**
 * Reads JSON lines, or EDN as Jepsen writes it: one map for each event, or all of them in one vector. Times are in
 * milliseconds in JSON, in nanoseconds in EDN.
 */
export function readRecording(text: string): Recording {
  const isJson = /^\s*\{\s*"/.test(text);
  try {
    const events = isJson ? fromJson(text) : fromEdn(text);
    return events.length > 0
      ? { kind: 'events', events }
      : { kind: 'mistake', mistake: 'it has no event: one JSON object a line, or EDN as Jepsen writes it' };
  } catch (error) {
    if (error instanceof EdnError || error instanceof LineError)
      return { kind: 'mistake', mistake: `line ${error.line}: ${error.message}` };
    throw error;
  }
}

class LineError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

function fromJson(text: string): Event[] {
  return text.split('\n').flatMap((content, i) => {
    if (content.trim() === '') return [];
    let value: Edn;
    try {
      value = JSON.parse(content) as Edn;
    } catch (error) {
      throw new LineError(error instanceof Error ? error.message : String(error), i + 1);
    }
    return [eventOf(value, i + 1, 1)];
  });
}

/** Nanoseconds in a millisecond. */
const PER_MS = 1e6;

function fromEdn(text: string): Event[] {
  return [...readEdn(text)].flatMap(({ value, line }) =>
    (Array.isArray(value) ? (value as readonly Edn[]) : [value]).map((one) => eventOf(one, line, PER_MS)),
  );
}

const TYPES = ['invoke', 'ok', 'fail', 'info'] as const;

function eventOf(value: Edn, line: number, perMs: number): Event {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LineError('an event has to be an object, or a map', line);
  const { type, f, key, time, value: content = null, ...rest } = value as Readonly<Record<string, Edn>>;
  const client = rest['process'];
  const known = TYPES.find((one) => one === type);
  if (known === undefined) throw new LineError(`"type" has to be one of ${TYPES.join(', ')}`, line);
  if (typeof client !== 'string' && typeof client !== 'number')
    throw new LineError('"process" has to be the name of a client, or a number', line);
  if (typeof f !== 'string') throw new LineError('"f" has to be the name of an operation', line);
  if (time !== undefined && time !== null && typeof time !== 'number')
    throw new LineError('"time" has to be a number', line);
  return {
    line,
    type: known,
    process: String(client),
    f,
    key: key === undefined || key === null ? '' : typeof key === 'string' ? key : JSON.stringify(key),
    value: content,
    time: typeof time === 'number' ? time / perMs : undefined,
  };
}
