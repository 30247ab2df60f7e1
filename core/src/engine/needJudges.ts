import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { type Code, CODES, STALE_HEAL, STALE_LAG } from './code.js';
import type { Breakers, Earlier } from './guarantees/guarantee.js';
import { Judge } from './judge/judge.js';
import type { Detail, Sink } from './judge/sink.js';
import type { Phase } from './judge/situations.js';
import { writesOfSession, type Writer } from './judge/writers.js';
import type { NeedQuestion } from './needs.js';

export const STALE = (1 << STALE_LAG) | (1 << STALE_HEAL);

/** Whether a guarantee is broken in one world, and why: by the verdicts of the step, its session and all writers. */
export class NeedJudges {
  private readonly judges = new Map<string, Judge>();

  constructor(
    private readonly model: Model,
    private readonly topology: Topology,
  ) {}

  isBroken(
    world: World,
    { operation, step, client }: NeedQuestion,
    { own, writes, ownWrites, session }: Breakers,
    phase: Phase,
  ): boolean {
    if (own !== 0 && this.codes(this.judge(phase), world, { operation, step, client }, own)) return true;
    if (
      session.some((earlier) =>
        this.codes(
          this.sessionJudge(phase, earlier, { operation, step, client }),
          world,
          { operation, step, client },
          STALE,
        ),
      )
    )
      return true;
    return this.writers(operation, step).some((writer) => {
      const wanted = writer.client === client ? writes | ownWrites : writes;
      return wanted !== 0 && this.codes(this.judge(phase), world, writer, wanted);
    });
  }

  codes(judge: Judge, world: World, writer: Writer, wanted: number): boolean {
    const sink = new Wanted(wanted);
    judge.judgeStep(world, writer, sink);
    return sink.found;
  }

  /** Why it is broken there: the step's own verdict first, then its session, then the store's writes. */
  reason(
    cause: Cause,
    { operation, step, client }: NeedQuestion,
    { own, writes, ownWrites, session }: Breakers,
    phase: Phase,
  ): string {
    const world = new World(this.topology, cause, 0);
    const verdict = this.firstReason(this.judge(phase), world, { operation, step, client }, own);
    if (verdict !== undefined) return verdict;
    for (const earlier of session) {
      const missed = this.firstReason(
        this.sessionJudge(phase, earlier, { operation, step, client }),
        world,
        { operation, step, client },
        STALE,
      );
      if (missed === undefined) continue;
      return earlier === 'writes'
        ? missed
        : 'it can be answered by a copy that need not have what an earlier answer to the same client came from';
    }
    for (const writer of this.writers(operation, step)) {
      const harm = this.firstReason(
        this.judge(phase),
        world,
        writer,
        writer.client === client ? writes | ownWrites : writes,
      );
      if (harm !== undefined)
        return (
          `${this.model.operations[writer.operation]?.name ?? '?'} from ` +
          `${this.model.vertices[writer.client]?.name ?? '?'}: ${harm}`
        );
    }
    return '';
  }

  private firstReason(judge: Judge, world: World, writer: Writer, wanted: number): string | undefined {
    const sink = new Worst(wanted);
    if (wanted !== 0) judge.judgeStep(world, writer, sink);
    return sink.detail?.reason();
  }

  private writers(operation: number, step: number): readonly Writer[] {
    return this.judge('settled').writers[this.model.operations[operation]?.steps[step]?.store ?? -1] ?? [];
  }

  private judge(phase: Phase): Judge {
    return this.made(phase, () => new Judge(this.topology, { phase }));
  }

  /** One that knows of nothing but what the client itself wrote to the store, or was answered from it. */
  sessionJudge(phase: Phase, earlier: Earlier, { operation, step, client }: Writer): Judge {
    const store = this.model.operations[operation]?.steps[step]?.store ?? -1;
    return this.made(`${phase} ${earlier} ${store} ${client}`, () => {
      const session = { store, steps: ownSteps(this.model, earlier, store, client), carried: [] };
      return new Judge(this.topology, { phase, source: writesOfSession(session) });
    });
  }

  private made(key: string, make: () => Judge): Judge {
    const known = this.judges.get(key) ?? make();
    this.judges.set(key, known);
    return known;
  }
}

export function ownSteps(model: Model, earlier: Earlier, store: number, client: VertexId): Writer[] {
  const access = earlier === 'writes' ? 'write' : 'read';
  return model.operations.flatMap(({ clients, steps }, operation) =>
    clients.includes(client)
      ? steps.flatMap((step, i): Writer[] =>
          step.store === store && step.access === access ? [{ operation, step: i, client }] : [],
        )
      : [],
  );
}

/** Is any of these codes there? */
class Wanted implements Sink {
  readonly thorough = false;
  found = false;
  constructor(private readonly wanted: number) {}
  add(code: Code): void {
    if ((this.wanted & (1 << code)) !== 0) this.found = true;
  }
}

/** Why the worst of these codes is there. */
class Worst implements Sink {
  readonly thorough = true;
  detail: Detail | undefined;
  private worst: Code | undefined;
  constructor(private readonly wanted: number) {}
  add(code: Code, detail: Detail): void {
    if (
      (this.wanted & (1 << code)) === 0 ||
      (this.worst !== undefined && CODES.indexOf(code) <= CODES.indexOf(this.worst))
    )
      return;
    this.worst = code;
    this.detail = detail;
  }
}
