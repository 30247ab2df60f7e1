import type { ExpectationsParams, ExpectationTest } from '#protocol';

/** What is known of one open design, and what the Test Explorer shows of it. */
interface Design {
  newest: ExpectationsParams;
  /** Whether `newest` is of the text as it is saved. */
  isSaved: boolean;
  /** The states of its tests that are shown, by id. */
  readonly shown: Map<string, string>;
}

/** A waiting caller gives up when this fires. A cancellation token of an editor is one. */
export interface Cancellation {
  readonly onCancellationRequested: (listener: () => void) => unknown;
}

/** What becomes of the tests of a closed design. */
export type Closed =
  /** They are those of the saved text, and stay. */
  | 'kept'
  /** They are looked for again when somebody asks. */
  | 'emptied'
  /** They are gone with the design. */
  | 'forgotten';

/**
 * The tests of the designs that the server has told of, by uri: which there are, in which state, and what of that is
 * news. Knows no editor.
 */
export class Book {
  private readonly designs = new Map<string, Design>();
  /** Designs in a run that the user has asked for: their results are that run's, and no news. */
  private readonly inRun = new Set<string>();
  private readonly listeners = new Set<(uri: string | undefined) => void>();
  private isListed = false;

  /** The server tells of a design; false where it has no expectations, and is forgotten. */
  heard(params: ExpectationsParams, isSaved: boolean): boolean {
    const { uri, expectations } = params;
    if (expectations.length === 0) {
      this.forget(uri);
      return false;
    }
    const design = this.designs.get(uri) ?? { newest: params, isSaved, shown: new Map<string, string>() };
    design.newest = params;
    design.isSaved = isSaved;
    this.designs.set(uri, design);
    const ids = new Set(expectations.map(({ id }) => id));
    for (const id of design.shown.keys()) if (!ids.has(id)) design.shown.delete(id);
    this.tell(uri);
    return true;
  }

  /** `isInWorkspace`: the file is still there for the Test Explorer to list. */
  closed(uri: string, isInWorkspace: boolean): Closed | undefined {
    const design = this.designs.get(uri);
    if (design === undefined) return undefined;
    const closed = !isInWorkspace ? 'forgotten' : design.isSaved && isSettled(design.newest) ? 'kept' : 'emptied';
    this.forget(uri);
    return closed;
  }

  forget(uri: string): void {
    this.designs.delete(uri);
    this.tell(uri);
  }

  /** The server has stopped: its results do not hold any more. Returns the designs that it had told of. */
  stopped(): readonly string[] {
    const uris = [...this.designs.keys()];
    this.designs.clear();
    this.tell(undefined);
    return uris;
  }

  has(uri: string): boolean {
    return this.designs.has(uri);
  }

  /** In order of the text; empty where nothing is known. */
  tests(uri: string): readonly ExpectationTest[] {
    return this.designs.get(uri)?.newest.expectations ?? [];
  }

  /** Whether the results of a design are there, as far as it is known. */
  isSettled(uri: string): boolean {
    const design = this.designs.get(uri);
    return design === undefined || isSettled(design.newest);
  }

  /** All designs of the workspace that may have tests are about to be listed. */
  list(): void {
    this.isListed = true;
  }

  /** Whether a file that has changed on the disk may be another test than before: of an open one the server tells. */
  isListedOnly(uri: string): boolean {
    return this.isListed && !this.has(uri);
  }

  /**
   * Tests whose state is not the one that is shown: an edit that changes none leaves no trace. They count as shown from
   * now on.
   */
  news(uri: string): readonly ExpectationTest[] {
    const design = this.designs.get(uri);
    if (design === undefined || this.inRun.has(uri)) return [];
    const news = design.newest.expectations.filter(
      (one) => one.status !== 'pending' && design.shown.get(one.id) !== stateOf(one),
    );
    for (const one of news) this.showed(uri, one);
    return news;
  }

  showed(uri: string, test: ExpectationTest): void {
    this.designs.get(uri)?.shown.set(test.id, stateOf(test));
  }

  /** While this goes on, the results of a design are not news. */
  async duringRun(uri: string, run: () => Promise<void>): Promise<void> {
    this.inRun.add(uri);
    try {
      await run();
    } finally {
      this.inRun.delete(uri);
    }
  }

  /** Resolves when the server has told of a design, or nobody waits any more. */
  async known(uri: string, cancellation: Cancellation | undefined): Promise<void> {
    if (!this.has(uri)) await this.until((about) => about === undefined || about === uri, cancellation);
  }

  /** Resolves when the results of a design are there, it is closed, or nobody waits any more. */
  async settled(uri: string, cancellation: Cancellation): Promise<void> {
    if (!this.isSettled(uri)) await this.until(() => this.isSettled(uri), cancellation);
  }

  private until(
    isWanted: (about: string | undefined) => boolean,
    cancellation: Cancellation | undefined,
  ): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.listeners.delete(listener);
        resolve();
      };
      const listener = (about: string | undefined): void => {
        if (isWanted(about)) end();
      };
      this.listeners.add(listener);
      cancellation?.onCancellationRequested(end);
    });
  }

  /** There is news about a design; undefined: about all of them. */
  private tell(uri: string | undefined): void {
    for (const listener of [...this.listeners]) listener(uri);
  }
}

function isSettled({ expectations }: ExpectationsParams): boolean {
  return expectations.every(({ status }) => status !== 'pending');
}

/** Two results with the same text here look the same. */
function stateOf({ status, actual, bound }: ExpectationTest): string {
  return JSON.stringify([status, actual, bound]);
}
