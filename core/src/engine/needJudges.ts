import { destroysDisks } from '../model/family.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { World } from '../network/world.js';
import { type Code, CODES, STALE_HEAL, STALE_LAG } from './code.js';
import type { Breakers, Earlier } from './guarantees/guarantee.js';
import { Judge } from './judge/judge.js';
import { mostHarm } from './judge/mostCodes.js';
import type { Detail, Sink } from './judge/sink.js';
import type { Phase } from './judge/situations.js';
import { writesOfSession, type Writer } from './judge/writers.js';
import { kindsOf } from './interchangeable.js';
import { limitOfCases } from './limit.js';
import type { NeedQuestion } from './needs.js';

export const STALE = (1 << STALE_LAG) | (1 << STALE_HEAL);

/** Verdicts that break a guarantee: those of the step itself, of its session, or of a write to the store. */
export interface Source {
  readonly kind: 'step' | 'session' | 'write';
  /** Of a session: the kind of earlier requests that the step is compared with. */
  readonly earlier?: Earlier;
  /** Equal keys mean equal judges. */
  readonly key: string;
  readonly phase: Phase;
  readonly judge: Judge;
  readonly writer: Writer;
  /** The codes that break the guarantee, as a mask. */
  readonly wanted: number;
}

/** Decides whether a guarantee is broken in one world, and why. */
export class NeedJudges {
  private readonly judges = new Map<string, Judge>();
  private readonly destroysDisks: boolean;

  constructor(
    private readonly model: Model,
    private readonly topology: Topology,
  ) {
    this.destroysDisks = destroysDisks(model);
  }

  /** Every source that can break a guarantee in one phase, without those that cannot by the rules of their scheme. */
  sources(question: NeedQuestion, breakers: Breakers, phase: Phase): Source[] {
    return this.allSources(question, breakers, phase).filter(({ writer }) => !this.harmsNoData(writer));
  }

  /** The same without a look at the rules of schemes; sources without codes that break the guarantee are left out. */
  allSources(question: NeedQuestion, { own, writes, ownWrites, session }: Breakers, phase: Phase): Source[] {
    const { operation, step, client } = question;
    const asked: Writer = { operation, step, client };
    const sources: Source[] = [
      { kind: 'step', key: phase, phase, judge: this.judge(phase), writer: asked, wanted: own },
      ...session.map((earlier): Source => {
        const key = `${phase} ${earlier} ${client}`;
        const judge = this.sessionJudge(phase, earlier, asked);
        return { kind: 'session', earlier, key, phase, judge, writer: asked, wanted: STALE };
      }),
      ...this.writers(operation, step).map((writer): Source => {
        const wanted = writer.client === client ? writes | ownWrites : writes;
        return { kind: 'write', key: phase, phase, judge: this.judge(phase), writer, wanted };
      }),
    ];
    return sources.filter(({ wanted }) => wanted !== 0);
  }

  /** Which machines can change places, as in a `Question`. */
  kindsOf({ kind, phase, writer: { operation: index, client } }: Source): readonly number[] | undefined {
    const operation = this.model.operations[index];
    return (
      operation && kindsOf(this.model, { operation, client, phase, isOkAsked: false, inSession: kind === 'session' })
    );
  }

  /** Can no fault of the model break a guarantee by what becomes of this step? Only harmed data breaks one. */
  harmsNoData({ operation, step }: Writer): boolean {
    const asked = this.model.operations[operation]?.steps[step];
    return asked !== undefined && mostHarm(this.model, { steps: [asked] }, !this.destroysDisks) === 0;
  }

  /** Is it broken in a world by one of these? */
  *isBroken(world: World, sources: readonly Source[]): Generator<void, boolean> {
    for (const { judge, writer, wanted } of sources) if (yield* hasCodes(judge, world, writer, wanted)) return true;
    return false;
  }

  /** Why it is broken under a cause: the reason of the first source that has a wanted code. */
  *reason(cause: Cause, sources: readonly Source[]): Generator<void, string> {
    const world = new LinkWorld(this.topology, cause, 0);
    for (const source of sources) {
      const why = yield* firstReason(world, source);
      if (why === undefined) continue;
      if (source.kind === 'step' || source.earlier === 'writes') return why;
      if (source.kind === 'session')
        return 'it can be answered by a copy that need not have what an earlier answer to the same client came from';
      const operation = this.model.operations[source.writer.operation];
      const client = this.model.vertices[source.writer.client];
      return `${operation?.name ?? '?'} from ${client?.name ?? '?'}: ${why}`;
    }
    return '';
  }

  /** Why there are too many cases to judge the step, or a write to its store; undefined: there are few. */
  limit({ operation, step, client }: NeedQuestion): string | undefined {
    for (const asked of [{ operation, step, client }, ...this.writers(operation, step)]) {
      const limit = limitOfCases(this.model, (phase) => this.judge(phase), asked);
      if (limit !== undefined) return limit;
    }
    return undefined;
  }

  private writers(operation: number, step: number): readonly Writer[] {
    return this.judge('settled').writers[this.model.operations[operation]?.steps[step]?.store ?? -1] ?? [];
  }

  private judge(phase: Phase): Judge {
    return this.made(phase, () => new Judge(this.topology, { phase }));
  }

  /** A judge that compares with nothing but the client's own writes to the store, or its answers from it. */
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

/** Can the step have one of the wanted codes in a world? */
export function* hasCodes(judge: Judge, world: World, writer: Writer, wanted: number): Generator<void, boolean> {
  const sink = new Wanted(wanted);
  yield* judge.judgeStep(world, writer, sink);
  return sink.found;
}

function* firstReason(world: World, { judge, writer, wanted }: Source): Generator<void, string | undefined> {
  const sink = new Worst(wanted);
  yield* judge.judgeStep(world, writer, sink);
  return sink.detail?.reason();
}

/** Does any of these codes occur? */
class Wanted implements Sink {
  readonly thorough = false;
  found = false;
  constructor(private readonly wanted: number) {}
  add(code: Code): void {
    if ((this.wanted & (1 << code)) !== 0) this.found = true;
  }
}

/** The reason of the worst of these codes that occurs. */
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
