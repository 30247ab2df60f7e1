import type { Play } from '#protocol';
import { drawScenery } from './picture.js';

/** A run that is played on the picture of the design: the page sets the pace, step by step. */

/** Draws the picture of the design with what one step does to it; the sentence of the step says the same. */
export function drawFrame(place: HTMLElement, { scenes, frames }: Play, index: number): void {
  const frame = frames[index];
  const scene = frame === undefined ? undefined : scenes[frame.phase];
  if (frame === undefined || scene === undefined) {
    place.replaceChildren();
    return;
  }
  place.replaceChildren(drawScenery({ ...scene, parts: [...scene.parts, ...frame.parts] }));
}

/** How long a step stands, in milliseconds, by the name of the pace. */
const PACES: Readonly<Record<string, number>> = { slow: 4000, normal: 2200, fast: 1000 };

/** Goes on from step to step until it is stopped or there is no next one. */
export class Player {
  private timer: number | undefined;
  private pace = 'normal';

  /** `next` goes to the next step, and says whether there was one; `changed`: it plays now, or has stopped. */
  constructor(
    private readonly next: () => boolean,
    private readonly changed: (isPlaying: boolean) => void,
  ) {}

  get isPlaying(): boolean {
    return this.timer !== undefined;
  }

  start(): void {
    if (this.isPlaying || isStill() || !this.next()) return;
    this.wait();
    this.changed(true);
  }

  stop(): void {
    if (!this.isPlaying) return;
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.changed(false);
  }

  setPace(pace: string): void {
    this.pace = pace;
  }

  private wait(): void {
    this.timer = window.setTimeout(() => {
      if (this.next()) this.wait();
      else this.stop();
    }, PACES[this.pace] ?? 0);
  }
}

/** Somebody who wants no motion steps, and is offered no play. */
export function isStill(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
