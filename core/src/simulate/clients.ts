import type { Step, VertexId } from '../model/model.js';
import { readsOneCopy } from '../model/levels.js';
import { nearestFirst } from '../network/topology.js';
import {
  type Acknowledged,
  type Answer,
  bit,
  type Bits,
  Cluster,
  labels,
  type Protocol,
  type Write,
} from './cluster.js';
import { Choices } from './choices.js';
import { PROTOCOLS } from './protocols/index.js';
import { type Broken, type Issued, names, OUTCOME, type Run } from './run.js';
import type { Request, Seen } from './script.js';
import { rootOf, shownBy } from './derived.js';
import { passOn } from './services.js';
import { type About, SilentLog } from './trace.js';

/** One read of the target that was answered. */
export interface Answered {
  readonly store: number;
  readonly asked: number;
  readonly from: Bits;
  readonly seen: Bits;
  /** The writes that were acknowledged before it began. */
  readonly due: Bits;
}

/** The result of an operation as its client sees it at once. */
export type Performed =
  | 'error'
  | 'unknown'
  | 'partial'
  | { readonly reads: readonly Answered[]; readonly written: readonly Acknowledged[] };

/** The answer that a client got from one replica. */
type Replied = Extract<Answer, { kind: 'written' | 'read' }> & {
  readonly alone: boolean;
  readonly asked: number;
  /** The store that answered: derived data may be read from its source. */
  readonly store: number;
};

type Unanswered = 'error' | 'unknown' | 'refused';

/** A request whose steps the client or an instance of a service issues. `isHeard`: the client gets its answer. */
interface Issuing extends Request {
  readonly issuer: VertexId;
  readonly isHeard: boolean;
}

/** Clients issue the steps of their operations, and ask one replica after the other. */
export class Clients {
  constructor(private readonly run: Run) {}

  /** Issues an operation, or sends it through its services. */
  perform(request: Request): Performed {
    const { model, topology } = this.run.of;
    const operation = model.operations[request.operation];
    const services = (operation?.through ?? []).flatMap((index) => model.services[index] ?? []);
    const issued: (Issued | undefined)[] = [];
    const order = (from: VertexId, nodes: readonly VertexId[]): readonly VertexId[] =>
      nearestFirst(topology, from, nodes);
    const done = passOn(this.run, { request, services, order }, (issuer, isHeard) =>
      this.carryOut({ ...request, issuer, isHeard }, issued),
    );
    return done === 'refused' ? 'error' : done;
  }

  /**
   * Issues the steps in order; the first that is not answered ends it. Refused: no write has taken effect. `writes`:
   * per step, the write that an instance has issued already and all replicas have refused.
   */
  private carryOut(by: Issuing, writes: (Issued | undefined)[]): Performed | 'refused' {
    const { operation, client, issuer } = by;
    const reads: Answered[] = [];
    const written: Acknowledged[] = [];
    const steps = this.run.of.model.operations[operation]?.steps ?? [];
    const toWrite = steps.filter(({ access }) => access === 'write').length;
    for (const [index, step] of steps.entries()) {
      const root = rootOf(this.run.of.model, step.store);
      const due = this.run.acknowledged.reduce((all, one) => (one.store === root ? all | one.write.bit : all), 0);
      if (step.access === 'write') writes[index] ??= this.issue(issuer, step.store);
      const issued = writes[index];
      const call = this.run.tick();
      const answer = this.ask(by, index, step, issued);
      this.run.history.push({ operation, call, ...this.seenBy(client, step, issued?.write, answer) });
      if (answer === 'refused' && written.length === 0) return 'refused';
      if (answer === 'refused' || answer === 'error' || answer === 'unknown') {
        if (written.length > 0)
          this.run.log.event(
            client,
            () => `${this.run.requestName({ operation, client })} stops half way: ${names(written)} took effect`,
            OUTCOME,
          );
        // Nobody takes the acknowledged ones back.
        if (written.length > 0 && written.length < toWrite) return 'partial';
        return answer === 'refused' ? 'error' : answer;
      }
      if (answer.kind === 'read') {
        const member = this.run.member(answer.store);
        const seen =
          member.cluster.store.from === undefined
            ? member.cluster.seenFrom(answer.from)
            : shownBy(this.run, answer.store, answer.asked);
        reads.push({ store: answer.store, asked: answer.asked, from: answer.from, seen, due });
      } else if (issued !== undefined) {
        const { holders, home, rival, alone } = answer;
        const taken = { holders, home, rival, alone };
        const one: Acknowledged = { write: issued.write, operation, client, store: step.store, ...taken };
        written.push(one);
        // Nobody but the instance learns of it where no answer gets back to the client.
        if (!by.isHeard) continue;
        issued.acknowledged = true;
        this.run.acknowledged.push(one);
      }
    }
    return { reads, written };
  }

  private seenBy(
    client: VertexId,
    step: Step,
    write: Write | undefined,
    answer: Unanswered | Answer,
  ): Omit<Seen, 'call'> {
    const answered = typeof answer === 'object';
    const { cluster } = this.run.member(step.store);
    const value =
      write !== undefined
        ? write.label
        : answered && answer.kind === 'read'
          ? this.run.newest(step.store, cluster.seenFrom(answer.from))
          : null;
    return {
      kind: step.access,
      client: this.run.name(client),
      key: cluster.store.name,
      value,
      return: answered ? this.run.tick() : undefined,
    };
  }

  private issue(client: VertexId, store: number): Issued {
    const write = 1 << this.run.issued.length;
    const one: Issued = { write: { bit: write, label: labels(write) }, client, store, acknowledged: false };
    this.run.issued.push(one);
    return one;
  }

  /** Where derived data may be read from its source instead, the client does so if no copy answers. */
  private ask(by: Issuing, index: number, step: Step, issued: Issued | undefined): Unanswered | Replied {
    const answer = this.request(by, index, step, issued);
    const { from } = this.run.member(step.store).cluster.store;
    if (typeof answer === 'object' || from?.orSource !== true) return answer;
    return this.ask(by, index, { access: 'read', store: from.store, needs: [] }, undefined);
  }

  /** A client asks the next replica when one refuses. */
  private request(by: Issuing, index: number, step: Step, issued: Issued | undefined): Unanswered | Replied {
    const { cluster, protocol } = this.run.member(step.store);
    const { store } = cluster;
    const { issuer: client } = by;
    const write = issued?.write;
    const asksOne = write === undefined && readsOneCopy(step);
    const copies = [...store.replicas, ...(asksOne ? (store.observers ?? []).map(({ node }) => node) : [])];
    const nearest = nearestFirst(this.run.of.topology, client, copies).map((vertex) => copies.indexOf(vertex));
    const asks = write === undefined ? `reads ${store.name}` : `writes ${write.label} to ${store.name}`;
    const silence = write === undefined ? 'error' : 'unknown';
    const about: About = { asked: { operation: by.operation, step: index } };
    let first = true;
    const askedBefore = (): readonly VertexId[] => orderBefore(this.run.of, step, nearest);
    for (const asked of protocol.order(step, nearest)) {
      const replica = cluster.vertex(asked);
      const contact = this.run.contact(client, replica, askedBefore);
      const returns = contact === 'open';
      // The first sentence introduces the label of a write.
      const who = this.asker(by, first);
      first = false;
      this.run.log.message(
        { from: client, to: replica, arrives: returns || contact === 'deaf' },
        () => `${who} ${asks} at ${cluster.name(asked)}`,
        about,
      );
      if (contact === 'waits') return this.givesUp(client, about, silence);
      if (contact === 'unreached') continue;
      if (issued !== undefined) issued.takenBy = replica;
      else if (protocol.underway?.(asked) !== undefined && this.run.choices.of(2) === 1)
        this.run.arrive(step.store, asked);
      const lacks = cluster.lacks(asked);
      const answer = lacks === undefined ? answerOf(protocol, asked, step, write) : refusal(lacks);
      if (answer.kind === 'written' || answer.kind === 'read') {
        this.run.log.message(
          { from: replica, to: client, arrives: returns },
          () => this.answerText(cluster, asked, answer, write),
          about,
        );
        if (!returns) return this.givesUp(client, about, silence);
        return { ...answer, alone: false, asked, store: step.store };
      }
      if (store.choice === 'AP' && lacks === undefined && asked < cluster.d && answer.byOther !== true) {
        const itself = byItself(cluster, asked, write);
        this.run.log.message(
          { from: replica, to: client, arrives: returns },
          () => `${this.answerText(cluster, asked, itself, write)}, by itself: ${answer.why}`,
          about,
        );
        return returns ? { ...itself, alone: true, asked, store: step.store } : silence;
      }
      const { onPartition } = store;
      if (answer.kind === 'waits' || (onPartition.kind === 'wait' && !isAtOnce(answer))) {
        this.run.log.event(client, () => `${this.run.name(client)} hears nothing and gives up: ${answer.why}`, about);
        return silence;
      }
      this.run.log.message(
        { from: replica, to: client, arrives: returns },
        () => `${cluster.name(asked)} refuses: ${answer.why}`,
        about,
      );
      if (!returns) return this.givesUp(client, about, silence);
      if (answer.isFinal === true) break;
    }
    this.run.log.event(client, () => `${this.run.name(client)} has nobody left to ask`, about);
    return 'refused';
  }

  private givesUp(client: VertexId, about: About, silence: 'error' | 'unknown'): 'error' | 'unknown' {
    this.run.log.event(client, () => `${this.run.name(client)} hears nothing and gives up`, about);
    return silence;
  }

  private asker(by: Issuing, isFirst: boolean): string {
    const name = this.run.name(by.issuer);
    if (!isFirst) return `${name} tries the next one and`;
    return by.issuer === by.client ? this.run.requestName(by) : name;
  }

  private answerText(
    cluster: Cluster,
    asked: number,
    answer: Extract<Answer, { kind: 'written' | 'read' }>,
    write: Write | undefined,
  ): string {
    if (answer.kind === 'written') return `${cluster.name(asked)} acknowledges ${write?.label ?? '?'}`;
    const seen = cluster.seenFrom(answer.from);
    const here = this.run.issued.filter((one) => this.run.member(one.store).cluster === cluster);
    const missed = here.filter((one) => one.acknowledged && (seen & one.write.bit) === 0);
    const newest = here.findLast((one) => (seen & one.write.bit) !== 0);
    const shown =
      newest === undefined
        ? 'with what was there before any of these writes'
        : `with ${newest.write.label}${newest.acknowledged ? '' : ', which nobody acknowledged'}`;
    const were = missed.length === 1 ? 'was' : 'were';
    const though = missed.length === 0 ? '' : `, though ${names(missed)} ${were} acknowledged`;
    return `${cluster.name(asked)} answers ${shown}${though}`;
  }
}

/** Under `choose AP` a replica answers from its own copy where it would refuse, and keeps the write there. */
function byItself(
  cluster: Cluster,
  asked: number,
  write: Write | undefined,
): Extract<Answer, { kind: 'written' | 'read' }> {
  if (write === undefined) return { kind: 'read', from: bit(asked) };
  cluster.alone[asked] = (cluster.alone[asked] ?? 0) | write.bit;
  return { kind: 'written', holders: bit(asked), home: asked, rival: false };
}

function isAtOnce(answer: Answer): boolean {
  return answer.kind === 'refused' && (answer.isFinal === true || answer.atOnce === true);
}

/** The copies of a store that are asked on the healthy network, in order. */
function orderBefore({ model, healthy }: Broken, step: Step, nearest: readonly number[]): readonly VertexId[] {
  const store = model.stores[step.store];
  if (store === undefined) return [];
  const cluster = new Cluster(healthy, store, new Choices(), new SilentLog());
  const protocol = PROTOCOLS[store.replication.scheme](cluster);
  protocol.start();
  return protocol.order(step, nearest).map((asked) => cluster.vertex(asked));
}

function answerOf(protocol: Protocol, asked: number, step: Step, write: Write | undefined): Answer {
  return write === undefined ? protocol.read(asked, step) : protocol.write(asked, step, write);
}

function refusal(why: string): Answer {
  return { kind: 'refused', why };
}
