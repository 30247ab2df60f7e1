import type { FenceAnswer, FenceParams } from '#protocol';

/** At most this many drawn designs are kept: those of a few long pages, while somebody types in one of them. */
const MOST_KEPT = 200;

/** The designs in previews: what is drawn already, and what the server is drawing. */
export class PreviewFences {
  /** By what was asked, oldest first. */
  private readonly drawn = new Map<string, string>();
  private readonly asked = new Set<string>();
  /** By page and place in it: what was last shown there. */
  private readonly shown = new Map<string, string>();

  /** Whether one of those that are being drawn has nothing in its place yet. */
  private isFirst = false;

  /**
   * `refresh`: previews are to be rendered again, `now` where a reader sees nothing yet. Called once for all that is
   * asked for at one time.
   */
  constructor(
    private readonly draw: (params: FenceParams) => Promise<FenceAnswer>,
    private readonly refresh: (when: 'now' | 'soon') => void,
  ) {}

  /**
   * The HTML of a design that is drawn, or what stood in its place before while it is being drawn anew. `place`: how
   * many designs stand before it in the page. Undefined where there is nothing to show yet.
   */
  htmlOf(params: FenceParams, place: number): string | undefined {
    const key = JSON.stringify([params.uri, params.info, params.text]);
    const at = `${place} ${params.uri}`;
    const html = this.drawn.get(key);
    if (html === undefined) {
      const before = this.shown.get(at);
      this.isFirst ||= before === undefined;
      void this.ask(key, params);
      return before;
    }
    if (html === '') return undefined;
    keep(this.shown, at, html);
    return html;
  }

  /** Files may have changed that designs include. */
  forget(): void {
    if (this.drawn.size === 0) return;
    this.drawn.clear();
    this.refresh('now');
  }

  private async ask(key: string, params: FenceParams): Promise<void> {
    if (this.asked.has(key)) return;
    this.asked.add(key);
    // A server that ends keeps a preview as it is: its text is there, and the next edit asks again.
    const html = await this.draw(params).then(
      (answer) => answer.html,
      () => undefined,
    );
    this.asked.delete(key);
    if (html !== undefined) keep(this.drawn, key, html);
    if (this.asked.size > 0) return;
    if (html !== undefined) this.refresh(this.isFirst ? 'now' : 'soon');
    this.isFirst = false;
  }
}

function keep(kept: Map<string, string>, key: string, html: string): void {
  kept.delete(key);
  kept.set(key, html);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
