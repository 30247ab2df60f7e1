import type { Step } from '../../model/model.js';
import { type Answer, bit, bits, type Underway, type Write } from '../cluster.js';
import { Leaderless } from './leaderless.js';

type View = readonly number[];

/**
 * Replicas that agree on a group view. A write goes to all members of the view, and each of them tells the others that
 * it has it, as in a ring; until the last one has, the client gets no answer. With `choose CP` a replica whose view has
 * no majority pauses.
 */
export class AgreedGroup extends Leaderless {
  override readonly eachForItself = true;
  override readonly clocks = 'replicas';
  /** Per data replica: the view that it follows. */
  private views: View[] = [];
  /** The views that follow the break, once a replica has noticed it. */
  private next: readonly View[] | undefined;

  override start(): void {
    const views = this.agree();
    this.views = this.cluster.replicas().map((r) => viewOf(views, r));
  }

  override notice(who: readonly number[]): void {
    super.notice(who);
    const { cluster } = this;
    const next = (this.next ??= this.agree());
    for (const r of who) {
      const [before, view] = [this.views[r] ?? [], viewOf(next, r)];
      this.views[r] = view;
      if (before.join() === view.join() || !cluster.isUp(r)) continue;
      cluster.log.event(cluster.vertex(r), () => `${cluster.name(r)} follows a view of ${cluster.names(view)} now`, {
        housekeeping: true,
      });
    }
  }

  write(asked: number, _step: Step, write: Write): Answer {
    const { cluster } = this;
    const refusal = this.pauses(asked);
    if (refusal !== undefined) return refusal;
    const view = this.views[asked] ?? [];
    const isComplete = this.canBeOne(view);
    if (!isComplete && cluster.store.choice === 'AP') {
      cluster.keep(asked, write.bit);
      return { kind: 'written', holders: bit(asked), home: asked, rival: false };
    }
    // Of a write that is not acknowledged, at most one other has got it yet.
    const reached = view.filter((r) => r !== asked && cluster.connected(asked, r));
    const first = isComplete ? undefined : [undefined, ...reached][cluster.choices.of(reached.length + 1)];
    for (const r of view) {
      const keeps = r === asked || isComplete || r === first;
      cluster.send(
        { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: cluster.connected(asked, r) },
        () => `${cluster.name(asked)} sends ${write.label} to ${cluster.name(r)}${keeps ? ', which keeps it' : ''}`,
      );
      if (keeps) cluster.keep(r, write.bit);
    }
    if (isComplete) return { kind: 'written', holders: bits(view), home: asked, rival: false };
    return { kind: 'waits', why: `the view of ${cluster.name(asked)} is still ${cluster.names(view)}` };
  }

  read(asked: number): Answer {
    return this.pauses(asked) ?? { kind: 'read', from: bit(asked) };
  }

  private pauses(asked: number): Answer | undefined {
    const { cluster } = this;
    const view = this.views[asked] ?? [];
    if (cluster.store.choice !== 'CP' || view.length >= Math.floor(cluster.d / 2) + 1) return undefined;
    return {
      kind: 'refused',
      why: `${cluster.name(asked)} pauses: its view has ${view.length} of ${cluster.d} replicas, itself counted`,
    };
  }

  override underway(to: number): Underway | undefined {
    const { cluster } = this;
    if (cluster.store.merge !== 'discard') return undefined;
    const others = cluster
      .replicas()
      .filter(
        (r) => r !== to && this.exchanges(r, to) && cluster.unnoticed[r] !== true && cluster.unnoticed[to] !== true,
      );
    const writes = others.reduce((all, r) => all | (cluster.copies[r] ?? 0), 0) & ~(cluster.copies[to] ?? 0);
    return writes === 0 ? undefined : { from: others[0] ?? to, writes };
  }

  protected override exchanges(i: number, j: number): boolean {
    return this.cluster.connected(i, j) && this.views[i]?.includes(j) === true;
  }

  protected override sideOf(replica: number): View {
    return this.views[replica] ?? [replica];
  }

  /**
   * Running replicas start alone, and two views that reach each other become one, in any order, until no two can: what
   * a group may come to.
   */
  private agree(): readonly View[] {
    const { cluster } = this;
    const alone = cluster
      .replicas()
      .filter((r) => cluster.isUp(r))
      .map((r): View => [r]);
    const reached = new Map([[JSON.stringify(alone), alone]]);
    const final: (readonly View[])[] = [];
    for (const views of reached.values()) {
      let isFinal = true;
      views.forEach((one, i) => {
        views.slice(i + 1).forEach((other) => {
          const joined = [...one, ...other].sort((x, y) => x - y);
          if (!this.canBeOne(joined)) return;
          isFinal = false;
          const after = [...views.filter((view) => view !== one && view !== other), joined];
          after.sort(([x = 0], [y = 0]) => x - y);
          reached.set(JSON.stringify(after), after);
        });
      });
      if (isFinal) final.push(views);
    }
    return cluster.choices.from(final);
  }

  /** Do all of them reach each other? */
  private canBeOne(view: View): boolean {
    return view.every((one) => view.every((other) => this.cluster.connected(one, other)));
  }
}

/** A replica that does not run is alone. */
function viewOf(views: readonly View[], replica: number): View {
  return views.find((view) => view.includes(replica)) ?? [replica];
}
