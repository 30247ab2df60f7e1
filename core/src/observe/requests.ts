import type { Model, VertexId } from '../model/model.js';
import type { Edn } from './edn.js';
import type { Event } from './recording.js';

/** How the names of a recording stand for those of the design. */
export interface Names {
  /** By what the recording calls an operation. */
  readonly operations?: Readonly<Record<string, string>>;
  /** Jepsen's process n is the client at n modulo their number. */
  readonly clients?: readonly string[];
}

/** One request and what its client knows of it. Times in milliseconds, or in events where the recording has none. */
export interface Request {
  readonly line: number;
  readonly operation: number;
  readonly client: VertexId;
  readonly access: 'read' | 'write' | 'several';
  /** The register, with its store: registers of two stores are two. */
  readonly register: string;
  /** Written, or answered. */
  readonly value: Edn;
  /** Of a compare-and-set. */
  readonly expected?: Edn;
  readonly called: number;
  /** Infinity: the recording ends before. */
  readonly returned: number;
  readonly outcome: 'ok' | 'error' | 'unknown';
}

/** A time in which the network was broken. */
export interface Window {
  /** It may have been broken from here on, and is from `inForce` on. */
  readonly began: number;
  readonly inForce: number;
  /** It may be whole again from here on; Infinity: it never was. */
  readonly healed: number;
}

export interface Requests {
  readonly requests: readonly Request[];
  readonly windows: readonly Window[];
  /** Its events have times. */
  readonly isTimed: boolean;
}

/** The requests of a recording, or what in it the design does not know: sentences without a full stop. */
export type FoundRequests =
  | ({ readonly kind: 'requests' } & Requests)
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

const NEMESIS = 'nemesis';

/** Pairs invocations with completions; a process has one request at a time, and a client may have several processes. */
export function requestsOf(model: Model, events: readonly Event[], names: Names): FoundRequests {
  const isTimed = events.every(({ time }) => time !== undefined);
  const timeOf = (event: Event, i: number): number => (isTimed ? (event.time ?? i) : i);
  const mistakes = new Set<string>();
  const open = new Map<string, Request>();
  const requests: Request[] = [];
  for (const [i, event] of events.entries()) {
    if (event.process === NEMESIS) continue;
    if (event.type === 'invoke') {
      const request = invoked(model, event, names, timeOf(event, i));
      if (typeof request === 'string') mistakes.add(request);
      else if (open.has(event.process))
        mistakes.add(`line ${event.line}: ${event.process} invokes a second request before the first one has ended`);
      else open.set(event.process, request);
      continue;
    }
    const request = open.get(event.process);
    open.delete(event.process);
    if (request !== undefined) requests.push(completed(request, event, timeOf(event, i)));
  }
  requests.push(...open.values());
  if (mistakes.size > 0) return { kind: 'mistakes', mistakes: [...mistakes] };
  return {
    kind: 'requests',
    requests: requests.sort((a, b) => a.called - b.called || a.line - b.line),
    windows: windowsOf(events, timeOf),
    isTimed,
  };
}

function invoked(model: Model, event: Event, names: Names, called: number): Request | string {
  const f = names.operations?.[event.f] ?? event.f;
  const operation = model.operations.findIndex(({ name }) => name === f);
  const found = model.operations[operation];
  if (found === undefined) return `the design has no operation ${f}`;
  const { clients = [] } = names;
  const listed = /^\d+$/.test(event.process) ? clients[Number(event.process) % Math.max(1, clients.length)] : undefined;
  const clientNamed = (name: string): VertexId | undefined =>
    found.clients.find((one) => model.vertices[one]?.name === name);
  const name = listed ?? event.process;
  const client = clientNamed(name) ?? clientNamed(name.slice(0, Math.max(0, name.lastIndexOf('/'))));
  if (client === undefined) return `${f} is not issued by ${name} in the design`;
  const [step, ...more] = found.steps;
  const isCas = event.f === 'cas' && Array.isArray(event.value);
  const [expected = null, written = null] = isCas ? (event.value as readonly Edn[]) : [];
  return {
    line: event.line,
    operation,
    client,
    access: step === undefined || more.length > 0 ? 'several' : step.access,
    register: `${model.stores[step?.store ?? -1]?.name ?? ''} ${event.key}`,
    value: isCas ? written : event.value,
    ...(isCas ? { expected } : {}),
    called,
    returned: Infinity,
    outcome: 'unknown',
  };
}

function completed(request: Request, { type, value }: Event, returned: number): Request {
  if (type === 'ok') return { ...request, returned, outcome: 'ok', ...(request.access === 'read' ? { value } : {}) };
  // Nobody knows when what was not answered takes effect; how long the client waited is known.
  return { ...request, returned, outcome: type === 'fail' ? 'error' : 'unknown' };
}

const BREAKS = ['start', 'start-partition', 'kill', 'pause', 'break'];
const HEALS = ['stop', 'stop-partition', 'heal', 'resume'];

/** Jepsen tells twice of each thing that the nemesis does: before it, and when it is done. */
function windowsOf(events: readonly Event[], timeOf: (event: Event, i: number) => number): Window[] {
  const windows: Window[] = [];
  let current: { began: number; inForce: number; f: string } | undefined;
  for (const [i, event] of events.entries()) {
    if (event.process !== NEMESIS) continue;
    const time = timeOf(event, i);
    // A machine that was killed starts again; a partitioner starts with its break.
    const isHeal = HEALS.includes(event.f) || (event.f === 'start' && current?.f === 'kill');
    if (isHeal) {
      if (current !== undefined) windows.push({ began: current.began, inForce: current.inForce, healed: time });
      current = undefined;
    } else if (BREAKS.includes(event.f)) {
      if (current === undefined) current = { began: time, inForce: time, f: event.f };
      else current.inForce = time;
    }
  }
  if (current !== undefined) windows.push({ began: current.began, inForce: current.inForce, healed: Infinity });
  return windows;
}
