import type { VertexId } from '../model/model.js';
import { HEALTHY } from './fault.js';
import { type Fact, nameOfFact } from './facts/fact.js';
import type { Possible } from './facts/possible.js';
import type { Topology } from './topology.js';
import { World } from './world.js';

interface Decision<P> {
  readonly fact: Fact;
  /** How many answers there were in this run before it. */
  readonly answers: number;
  /** What was possible before it. */
  readonly before: P;
  readonly yes: P;
  readonly no: P;
  isTurned: boolean;
}

/**
 * A network of machines that are linked directly, under all cuts. Not links are decided but facts, as a question asks
 * for them: that a majority is in reach of a replica is one decision and not one for each of its links.
 */
export class FactWorld<P extends Possible> extends World {
  private readonly decisions: Decision<P>[] = [];
  /** What is known in this run, by the name of the fact; and in which order it came, with the decisions before it. */
  private readonly known = new Map<string, boolean>();
  private readonly learnt: { readonly name: string; readonly decisions: number }[] = [];
  /**
   * The answers of this run. The next one asks the same as far as the decision that is turned: there, answers are
   * given by their place, and no fact is looked at.
   */
  private readonly answers: boolean[] = [];
  /** How many of these were given in this run. */
  private given = 0;
  private current: P;
  private ended = false;
  private exceeded = false;

  /**
   * @param isDone need these not be looked at any more, after that many decisions?
   * @param named the vertex that stands for another one in facts.
   */
  constructor(
    topology: Topology,
    possible: P,
    private readonly isDone: (possible: P, decisions: number) => boolean = () => false,
    private readonly named: (vertex: VertexId) => VertexId = (vertex) => vertex,
  ) {
    super(topology, HEALTHY);
    this.current = possible;
  }

  override get decidesFacts(): boolean {
    return true;
  }

  /** The cuts that agree with all answers of this run. */
  get possible(): P {
    return this.current;
  }

  /** What was possible before each decision of this run, and what is now. */
  get steps(): readonly P[] {
    return [...this.decisions.map(({ before }) => before), this.current];
  }

  /** How much of all that can be decided lies before this run, if each decision halves what is left. */
  get passed(): number {
    return this.decisions.reduce((sum, { isTurned }, i) => (isTurned ? sum + 2 ** -(i + 1) : sum), 0);
  }

  /** Has the run come to what need not be looked at? Its answers are made up then, and it decides nothing more. */
  get isEnded(): boolean {
    return this.ended;
  }

  /** Was a fact asked for that cannot be written down, so that no answer counts? */
  get isExceeded(): boolean {
    return this.exceeded;
  }

  advance(): boolean {
    this.beginRun();
    for (let last = this.decisions.pop(); last !== undefined; last = this.decisions.pop()) {
      if (last.isTurned) continue;
      this.forget(this.decisions.length);
      last.isTurned = true;
      this.decisions.push(last);
      this.turnTo(last.no);
      this.answers.length = last.answers;
      this.answers.push(false);
      this.learn(nameOfFact(last.fact), false);
      return true;
    }
    return false;
  }

  protected override beginRun(): void {
    super.beginRun();
    this.given = 0;
  }

  override connectsAtLeast(vertex: VertexId, others: readonly VertexId[], least: number): boolean {
    if (least <= 0) return true;
    return this.repeated() ?? this.isSo({ kind: 'atLeast', of: this.at(vertex), others: others.map(this.at), least });
  }

  override joins(a: VertexId, b: VertexId, over: readonly VertexId[]): boolean {
    if (a === b) return true;
    return this.repeated() ?? this.isSo({ kind: 'joined', a: this.at(a), b: this.at(b), over: over.map(this.at) });
  }

  override meetsBeside(from: VertexId, to: VertexId, over: readonly VertexId[]): boolean {
    return (
      this.repeated() ?? this.isSo({ kind: 'beside', from: this.at(from), to: this.at(to), over: over.map(this.at) })
    );
  }

  protected carries(start: VertexId, goal: VertexId): boolean {
    return this.repeated() ?? this.isSo({ kind: 'pair', a: this.named(start), b: this.named(goal) });
  }

  private readonly at = (vertex: VertexId): VertexId => this.named(this.topology.anchor[vertex] ?? vertex);

  private turnTo(possible: P): void {
    this.current = possible;
    this.ended = this.isDone(possible, this.decisions.length);
  }

  /** The answer that the run before gave in the same place; undefined: nobody asked so far. */
  private repeated(): boolean | undefined {
    if (this.ended) return false;
    return this.given < this.answers.length ? this.answers[this.given++] : undefined;
  }

  private isSo(fact: Fact): boolean {
    const name = nameOfFact(fact);
    const isSo = this.known.get(name) ?? this.find(fact, name);
    if (isSo !== undefined) {
      this.answers.push(isSo);
      this.given++;
    }
    return isSo ?? false;
  }

  /** Undefined: it cannot be written down. */
  private find(fact: Fact, name: string): boolean | undefined {
    const split = this.current.split(fact);
    if (split === undefined) {
      this.exceeded = true;
      return undefined;
    }
    const { yes, no } = split;
    const isSo = yes !== undefined;
    if (yes !== undefined && no !== undefined) {
      const { length } = this.answers;
      this.decisions.push({ fact, answers: length, before: this.current, yes: yes as P, no: no as P, isTurned: false });
      this.turnTo(yes as P);
    }
    this.learn(name, isSo);
    return isSo;
  }

  private learn(name: string, isSo: boolean): void {
    this.known.set(name, isSo);
    this.learnt.push({ name, decisions: this.decisions.length });
  }

  /** What follows from the first decisions stays known. */
  private forget(decisions: number): void {
    for (let last = this.learnt.at(-1); last !== undefined && last.decisions > decisions; last = this.learnt.at(-1)) {
      this.known.delete(last.name);
      this.learnt.pop();
    }
  }
}
