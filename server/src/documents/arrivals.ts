/** When things were asked for, and what a computation had to do without because it is on its way. */
export class Arrivals {
  private missed = new Set<Promise<void>>();
  /** Counts what happens here: a clock without time. */
  private moment = 0;
  private changedAt = 0;
  /** The last computation that was begun or done again. */
  private computation = { since: 0, isNewest: false };

  /** Something may have changed anywhere: what is asked for from now on is looked at again. */
  changed(): void {
    this.changedAt = this.next();
  }

  next(): number {
    return ++this.moment;
  }

  /** When the computation that asks was begun. */
  get begun(): number {
    return this.computation.since;
  }

  /** Whether it wants what is there now, instead of what was there at the last change of anything. */
  get isNewestWanted(): boolean {
    return this.computation.isNewest;
  }

  /** Files that were looked at since then are as new as one wants them. */
  get newEnough(): number {
    return this.isNewestWanted ? this.begun : this.changedAt;
  }

  missing(arrival: Promise<void>): void {
    this.missed.add(arrival);
  }

  /**
   * The result of a computation that had everything it asked for: it is done again when what it missed has come, each
   * time once what it needs is `ready`.
   */
  async complete<T>(compute: () => T, { ready, isNewest = false }: Completing = {}): Promise<T> {
    const since = this.next();
    for (;;) {
      if (ready !== undefined) await ready();
      this.missed = new Set();
      this.computation = { since, isNewest };
      try {
        const result = compute();
        if (this.missed.size === 0) return result;
      } finally {
        this.computation = { since, isNewest: false };
      }
      await Promise.all(this.missed);
    }
  }
}

export interface Completing {
  readonly ready?: () => Promise<void>;
  /** See `isNewestWanted`. */
  readonly isNewest?: boolean;
}

/** What the owner of answers says of them. */
export interface Answering<Question, Answer> {
  /** The same for every spelling of a question. */
  readonly keyOf: (question: Question) => string;
  /** Never rejects. */
  readonly look: (question: Question) => Promise<Answer>;
  /** Hears of each answer that is another than that before; undefined: it is the first. */
  readonly told: (question: Question, answer: Answer, before: Answer | undefined) => void;
  readonly isSame: (one: Answer, other: Answer) => boolean;
  /**
   * How it is known that an answer has changed. `told`: `forget` is called then. `looked`: it is looked at again after
   * each change of anything, while what was known holds. `each`: each computation waits for a look of its own.
   */
  readonly changes: 'told' | 'looked' | 'each';
}

interface Asked<Question, Answer> {
  readonly question: Question;
  /** Undefined: the first is on its way. */
  answer: Answer | undefined;
  /** Until it has come, or has been looked at again. */
  arrival: Promise<void>;
  isLooking: boolean;
  /** Something has changed since the look that is under way was begun, and a computation wanted it. */
  isOutdated: boolean;
  /** When the last look was begun. */
  since: number;
  /** When the last computation that wanted it was begun. */
  used: number;
}

/** Beyond this, the older half is forgotten, of those that no computation has wanted since it began. */
const MOST_KEPT = 2000;

/** Answers that come later. The newest wins, in whatever order they come. */
export class Answers<Question, Answer> {
  private readonly all = new Map<string, Asked<Question, Answer>>();

  constructor(
    private readonly arrivals: Arrivals,
    private readonly owner: Answering<Question, Answer>,
  ) {}

  /** What is known; a computation that has to do without is done again. */
  get(question: Question): Answer | undefined {
    const one = this.asked(question);
    if (one.answer === undefined) this.arrivals.missing(one.arrival);
    return one.answer;
  }

  /** What is known. Nobody waits for it, unless what is there now is wanted. */
  known(question: Question): Answer | undefined {
    return this.asked(question).answer;
  }

  isAwaited(question: Question): boolean {
    const one = this.all.get(this.owner.keyOf(question));
    return one !== undefined && one.answer === undefined;
  }

  /** What is known of these holds no longer, and what is on its way is nobody's. */
  forget(is: (question: Question, answer: Answer | undefined) => boolean): void {
    for (const [key, { question, answer }] of this.all) if (is(question, answer)) this.all.delete(key);
  }

  private asked(question: Question): Asked<Question, Answer> {
    const { arrivals, owner } = this;
    const key = owner.keyOf(question);
    const one = this.all.get(key) ?? this.added(key, question);
    one.used = arrivals.begun;
    if (one.isLooking) one.isOutdated ||= this.isOld(one);
    else if (this.isOld(one)) this.look(key, one);
    // A look that was begun before says nothing about now: there will be another one.
    const isAwaited = owner.changes === 'each' || (owner.changes === 'looked' && arrivals.isNewestWanted);
    if (isAwaited && (one.isLooking || one.since < arrivals.begun)) arrivals.missing(one.arrival);
    return one;
  }

  private isOld({ since }: Asked<Question, Answer>): boolean {
    const { changes } = this.owner;
    if (since === NEVER || changes === 'told') return since === NEVER;
    return since < (changes === 'each' ? this.arrivals.begun : this.arrivals.newEnough);
  }

  private added(key: string, question: Question): Asked<Question, Answer> {
    if (this.all.size >= MOST_KEPT)
      for (const [other, { used }] of [...this.all].slice(0, MOST_KEPT / 2))
        if (used < this.arrivals.begun) this.all.delete(other);
    const one = {
      question,
      answer: undefined,
      arrival: Promise.resolve(),
      isLooking: false,
      isOutdated: false,
      since: NEVER,
      used: 0,
    };
    this.all.set(key, one);
    return one;
  }

  private look(key: string, one: Asked<Question, Answer>): void {
    one.isLooking = true;
    one.isOutdated = false;
    one.since = this.arrivals.next();
    one.arrival = this.owner.look(one.question).then((answer) => {
      one.isLooking = false;
      const before = one.answer;
      const isKept = this.all.get(key) === one;
      if (isKept && one.isOutdated) this.look(key, one);
      if (before !== undefined && this.owner.isSame(before, answer)) return;
      one.answer = answer;
      if (isKept) this.owner.told(one.question, answer, before);
    });
  }
}

const NEVER = -1;
