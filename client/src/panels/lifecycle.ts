import type { Pending } from '#protocol';

/** An answer as the page shows it. */
export interface Found<Content> {
  readonly content: Content;
  /** The version of the text that it is of; undefined where a newer text would ask by itself. */
  readonly version?: number;
}

/** What a panel needs of its surroundings. */
export interface Surroundings<Content> {
  readonly isVisible: () => boolean;
  /** A page that is hidden or not there yet hears nothing, and says later that it is ready. */
  readonly post: (message: Content | Pending) => void;
  /** Rejects where the server is away. The signal is aborted when nobody wants the answer any more. */
  readonly ask: (signal: AbortSignal) => Promise<Found<Content>>;
  /** The version of the document's newest text; undefined where it is not open. */
  readonly newestVersion: () => number | undefined;
}

/** The sentences of a panel whose content may be out of date. */
export interface Words {
  /** Until the first answer. */
  readonly first: string | undefined;
  /** Until the answer of an edited text; undefined where an edit asks at once. */
  readonly newest: string | undefined;
  /** While the server is not there. */
  readonly away: string;
  /** `name`: of the file. */
  readonly closed: (name: string) => string;
  /** The panel came back with the window, and its file did not. */
  readonly gone: string;
}

/**
 * What a panel shows of a document, and how true that is. Its states: `pending` says why the content may be out of
 * date, until the next answer; `behind` means that something has changed while the panel was hidden, so it asks when it
 * is seen again. Knows no editor.
 */
export class Lifecycle<Content> {
  private content: Content | undefined;
  private isBehind = true;
  private waitingFor: string | undefined;
  private asking: AbortController | undefined;

  constructor(
    private readonly surroundings: Surroundings<Content>,
    private readonly words: Words,
  ) {}

  /**
   * The answer may be another one now: asks, at once or when the panel is seen again. A newer question makes an older
   * one void, so an older answer never replaces a newer one.
   */
  async ask(): Promise<void> {
    this.stop();
    this.isBehind = !this.surroundings.isVisible();
    if (this.isBehind) return;
    const mine = new AbortController();
    this.asking = mine;
    if (this.content === undefined && this.words.first !== undefined) this.wait(this.words.first);
    try {
      const found = await this.surroundings.ask(mine.signal);
      if (!mine.signal.aborted) this.show(found);
    } catch {
      // The server has gone away while it was asked: it says so by itself, and is asked again when it is back.
      if (!mine.signal.aborted) this.serverStopped();
    } finally {
      if (this.asking === mine) this.asking = undefined;
    }
  }

  /** Shows an answer that somebody else has asked for. */
  answered(found: Found<Content>): void {
    this.stop();
    this.isBehind = false;
    this.show(found);
  }

  /** The panel is seen again. */
  async seen(): Promise<void> {
    if (this.isBehind) await this.ask();
  }

  /** The page is there, or there again: it has forgotten everything. */
  ready(): void {
    if (this.content !== undefined) this.surroundings.post(this.content);
    if (this.waitingFor !== undefined) this.wait(this.waitingFor);
  }

  /** There is a newer text. Its answer is asked for at once, or when it has been analysed. */
  edited(): void {
    if (this.words.newest === undefined) void this.ask();
    else this.wait(this.words.newest);
  }

  serverStopped(): void {
    this.wait(this.words.away);
  }

  /** `name`: of the file. */
  closed(name: string): void {
    this.stop();
    this.wait(this.words.closed(name));
  }

  /** The panel came back with the window, and its file did not. */
  fileGone(): void {
    this.wait(this.words.gone);
  }

  /** Nobody wants the answer any more. */
  stop(): void {
    this.asking?.abort();
  }

  private show({ content, version }: Found<Content>): void {
    this.waitingFor = undefined;
    this.content = content;
    this.surroundings.post(content);
    const newest = this.surroundings.newestVersion();
    if (version !== undefined && newest !== undefined && version < newest) this.edited();
  }

  /** The content stays, and says that it may be out of date. */
  private wait(reason: string): void {
    this.waitingFor = reason;
    this.surroundings.post({ type: 'pending', waitingFor: reason });
  }
}
