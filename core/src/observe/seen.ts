import { countLeading } from '../base/sorted.js';
import type { Edn } from './edn.js';
import type { Request, Window } from './requests.js';

/**
 * What was seen of a request. `lag`: a read that misses only what was acknowledged just before it. `discarded`: a write
 * that was acknowledged, and is gone after the heal. `refused value`: a read answers what a refused write wrote.
 * `nobody's value`: a read answers what no request wrote.
 */
export type SeenKind = 'ok' | 'error' | 'unknown' | 'lag' | 'stale' | 'discarded' | 'refused value' | "nobody's value";

export interface Seen {
  readonly request: Request;
  readonly kind: SeenKind;
  /** The write that a read misses or shows, or the read after the heal that shows that a write is gone. */
  readonly other?: Request;
}

/** Looks at each request beside those of its register. `lag` in the unit of the times. */
export function seenOf(requests: readonly Request[], windows: readonly Window[], lag: number): Seen[] {
  const registers = new Map<string, Request[]>();
  for (const request of requests) {
    if (request.access === 'several') continue;
    const own = registers.get(request.register);
    if (own === undefined) registers.set(request.register, [request]);
    else own.push(request);
  }
  const healed = windows.at(-1)?.healed ?? Infinity;
  const judges = new Map([...registers].map(([name, own]) => [name, new Register(own, healed, lag)]));
  return requests.map((request) => {
    const register = request.access === 'several' ? undefined : judges.get(request.register);
    if (request.outcome !== 'ok') return { request, kind: request.outcome };
    if (register === undefined) return { request, kind: 'ok' };
    return request.access === 'read' ? register.read(request) : register.written(request);
  });
}

/** The requests of one register. A list as the answer of a read is a set, of which each write adds one value. */
class Register {
  private readonly writes = new Map<string, Request[]>();
  /** Acknowledged, and of these the ones that are still there after the heal. */
  private readonly acknowledged: Acknowledged;
  private readonly kept: Acknowledged;
  /** It says what was kept. */
  private readonly lastRead: Request | undefined;

  constructor(
    requests: readonly Request[],
    private readonly healed: number,
    private readonly lag: number,
  ) {
    for (const request of requests) {
      if (request.access === 'read') continue;
      const key = textOf(request.value);
      const same = this.writes.get(key);
      if (same === undefined) this.writes.set(key, [request]);
      else same.push(request);
    }
    this.lastRead = requests.findLast(
      ({ access, outcome, called }) => access === 'read' && outcome === 'ok' && called >= healed,
    );
    const written = requests.filter(({ access, outcome }) => access === 'write' && outcome === 'ok');
    this.acknowledged = new Acknowledged(written);
    this.kept = new Acknowledged(written.filter((request) => this.written(request).kind === 'ok'));
  }

  read(request: Request): Seen {
    for (const value of valuesOf(request.value)) {
      const writers = this.writes.get(textOf(value)) ?? [];
      const [refused] = writers;
      if (refused === undefined) return { request, kind: "nobody's value" };
      if (writers.every(({ outcome }) => outcome === 'error'))
        return { request, kind: 'refused value', other: refused };
    }
    const missed = this.missedBy(request, request.called);
    if (missed === undefined) return { request, kind: 'ok' };
    const old = this.missedBy(request, request.called - this.lag);
    return old === undefined ? { request, kind: 'lag', other: missed } : { request, kind: 'stale', other: old };
  }

  /** What the last read after the heal says of an acknowledged write. */
  written(request: Request): Seen {
    const last = this.lastRead;
    if (last === undefined || request.returned >= last.called - this.lag) return { request, kind: 'ok' };
    const isGone = Array.isArray(last.value)
      ? !valuesOf(last.value).some((value) => textOf(value) === textOf(request.value))
      : this.isOlder(last, request);
    return isGone ? { request, kind: 'discarded', other: last } : { request, kind: 'ok' };
  }

  /**
   * A write that was acknowledged before a time, and that the answer of a read does not have. After the heal, a write
   * that is gone is missed by nobody: it counts once, where it was acknowledged.
   */
  private missedBy(read: Request, before: number): Request | undefined {
    const writes = read.called >= this.healed ? this.kept : this.acknowledged;
    if (Array.isArray(read.value)) {
      const values = new Set(valuesOf(read.value).map(textOf));
      return writes.all.find(({ returned, value }) => returned < before && !values.has(textOf(value)));
    }
    const latest = writes.latestBefore(before);
    return latest !== undefined && this.isOlder(read, latest) ? latest : undefined;
  }

  /** The value that the read answers was overwritten: all who wrote it were answered before the write was called. */
  private isOlder({ value }: Request, write: Request): boolean {
    const writers = value === null ? [] : (this.writes.get(textOf(value)) ?? []);
    return writers.every(({ returned, outcome }) => outcome === 'ok' && returned < write.called);
  }
}

/** Acknowledged writes, in the order of their answers. */
class Acknowledged {
  readonly all: readonly Request[];
  /** Of the writes up to each, the one that was called last. */
  private readonly latest: readonly Request[];

  constructor(writes: readonly Request[]) {
    this.all = writes.toSorted((a, b) => a.returned - b.returned);
    let last: Request | undefined;
    this.latest = this.all.map((one) => {
      last = last === undefined || one.called > last.called ? one : last;
      return last;
    });
  }

  /** Of the writes that were acknowledged before a time, the one that was called last. */
  latestBefore(time: number): Request | undefined {
    return this.latest[countLeading(this.all, ({ returned }) => returned < time) - 1];
  }
}

/** The values of a read: of a set, all; null is none. */
function valuesOf(value: Edn): readonly Edn[] {
  if (Array.isArray(value)) return value as readonly Edn[];
  return value === null ? [] : [value];
}

/** The same for equal values. */
function textOf(value: Edn): string {
  return JSON.stringify(value);
}
