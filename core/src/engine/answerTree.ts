import { run } from '../base/steps.js';
import type { VertexId } from '../model/model.js';
import { IS_DESTROYED, IS_UP, type World } from '../network/world.js';
import { answerTo, type Question } from './question.js';

/** What a question asks of the network first, or next after these answers; or its own answer. */
type Node = Asks | number;

interface Asks {
  readonly from: VertexId;
  readonly to: VertexId;
  yes?: Node;
  no?: Node;
}

/** No more is kept of one question than this many nodes, about 50 bytes each. */
const MOST_NODES = 50_000;

/**
 * A question that is judged once for each row of answers that it gets from the network. Judging is a function of those
 * answers, and under nearly all single faults they are the same few rows: going through one takes a tenth of judging.
 * What a world decides on the way is the same, in the same order.
 */
export class AnswerTree {
  /** One tree where messages pass both ways or not at all, and one where that is asked for. */
  private readonly roots: { yes?: Node; no?: Node } = {};
  private nodes = 0;
  /** By what is asked: the number of the last judgement that asked for it. */
  private readonly heard = new Map<number, number>();
  private judgements = 0;

  constructor(private readonly question: Question) {}

  answer(world: World): number {
    return run(this.inSteps(world));
  }

  /** The same, with pauses where judging takes long. */
  *inSteps(world: World): Generator<void, number> {
    if (world.decidesFacts) return yield* answerTo(this.question, world);
    const known = this.known(world.isTwoWay, (from, to) => ask(world, from, to));
    return known ?? (yield* this.judged(world, world.isTwoWay ? 'yes' : 'no'));
  }

  /** What was judged for the answers that `ask` gives; undefined: nothing yet. `isTwoWay` as a world says it. */
  known(isTwoWay: boolean, ask: (from: VertexId, to: VertexId) => boolean): number | undefined {
    let at = this.roots[isTwoWay ? 'yes' : 'no'];
    while (typeof at === 'object') at = ask(at.from, at.to) ? at.yes : at.no;
    return at;
  }

  /** The world has decided what the answers so far depend on, and gives them again. */
  private *judged(world: World, side: 'yes' | 'no'): Generator<void, number> {
    if (this.nodes > MOST_NODES) return yield* answerTo(this.question, world);
    const { heard } = this;
    const judgement = ++this.judgements;
    /** Three numbers for each that is asked: from, to, and 1 for yes. */
    const row: number[] = [];
    const { length } = world.topology.model.vertices;
    world.tell((from, to, answer) => {
      const place = from * (length + 2) + to + 2;
      if (heard.get(place) === judgement) return;
      heard.set(place, judgement);
      row.push(from, to, answer ? 1 : 0);
    });
    const mask = yield* answerTo(this.question, world);
    world.tell(undefined);
    let last: { yes?: Node; no?: Node } = this.roots;
    let way = side;
    for (let i = 0; i < row.length; i += 3) {
      const [from = -1, to = -1, answer] = [row[i], row[i + 1], row[i + 2]];
      let next = last[way];
      if (typeof next !== 'object') {
        next = { from, to };
        last[way] = next;
        this.nodes++;
      }
      last = next;
      way = answer === 1 ? 'yes' : 'no';
    }
    last[way] = mask;
    return mask;
  }
}

function ask(world: World, from: VertexId, to: VertexId): boolean {
  if (to === IS_UP) return world.isUp(from);
  if (to === IS_DESTROYED) return world.isDestroyed(from);
  return world.reach(from, to);
}

const trees = new WeakMap<Question, AnswerTree>();

/** The tree of a question, which is asked in several sweeps. */
export function answerTreeOf(question: Question): AnswerTree {
  const tree = trees.get(question) ?? new AnswerTree(question);
  trees.set(question, tree);
  return tree;
}
