import type { TimelinePanel } from '#core';
import { drawScene } from '../../webview/src/picture.js';
import { drawFrame, isStill, Player } from '../../webview/src/play.js';

/** A run that one steps through or plays: on the picture of the design, and as lanes below it. */
export class Run {
  readonly elements: readonly Node[];
  private current = 0;
  private readonly frame = document.createElement('div');
  private readonly sentence = document.createElement('p');
  private readonly lanes: SVGSVGElement;
  private readonly rows: readonly SVGElement[];
  private readonly back = button('◀ Back', 'Step back', () => this.stepTo(this.current - 1));
  private readonly forward = button('Forward ▶', 'Step forward', () => this.stepTo(this.current + 1));
  private readonly toggle = button('Play', undefined, () => this.playOrPause());
  private readonly player = new Player(
    () => this.next(),
    (isPlaying) => {
      this.toggle.textContent = isPlaying ? 'Pause' : 'Play';
      this.draw();
    },
  );

  constructor(private readonly panel: TimelinePanel) {
    const { scene, steps } = panel;
    this.lanes = drawScene(scene);
    this.lanes.setAttribute('width', String(scene.width));
    this.lanes.classList.add('timeline');
    this.rows = [...this.lanes.querySelectorAll<SVGElement>('[data-kind=step]')];
    this.lanes.addEventListener('click', ({ target }) => {
      const row = target instanceof Element ? target.closest<SVGElement>('[data-kind=step]') : null;
      if (row !== null) this.stepTo(Number(row.dataset['index']));
    });
    this.elements = steps.length === 0 ? [this.lanes] : [this.frame, this.stepper(), this.lanes];
    this.draw();
  }

  /** Ends the play, as when nobody looks at it any more. */
  stop(): void {
    this.player.stop();
  }

  private stepper(): HTMLElement {
    this.frame.className = 'frame';
    this.sentence.setAttribute('aria-live', 'polite');
    this.toggle.hidden = isStill();
    const stepper = document.createElement('div');
    stepper.className = 'stepper';
    stepper.setAttribute('role', 'group');
    stepper.setAttribute('aria-label', 'Steps');
    stepper.append(this.back, this.forward, this.toggle, this.sentence);
    stepper.addEventListener('keydown', (event) => this.onKey(event));
    this.lanes.addEventListener('keydown', (event) => this.onKey(event));
    return stepper;
  }

  private onKey(event: KeyboardEvent): void {
    const { current } = this;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: current + 1,
      ArrowDown: current + 1,
      ArrowLeft: current - 1,
      ArrowUp: current - 1,
      Home: 0,
      End: this.panel.steps.length - 1,
    };
    const index = targets[event.key];
    if (index === undefined) return;
    event.preventDefault();
    this.stepTo(index);
  }

  /** Plays on, or from the first step where the last one is shown. */
  private playOrPause(): void {
    if (this.player.isPlaying) {
      this.player.stop();
      return;
    }
    if (this.current >= this.panel.steps.length - 1) this.current = 0;
    this.player.start();
  }

  private next(): boolean {
    if (this.current >= this.panel.steps.length - 1) return false;
    this.current += 1;
    this.draw();
    return true;
  }

  private stepTo(index: number): void {
    this.player.stop();
    if (index < 0 || index >= this.panel.steps.length) return;
    this.current = index;
    this.draw();
    if (this.lanes.contains(document.activeElement)) buttonOf(this.rows[index])?.focus({ preventScroll: true });
  }

  /** Points out the current step; those after it are yet to come while the run is played. */
  private draw(): void {
    const { current } = this;
    const { play, steps } = this.panel;
    drawFrame(this.frame, play, current);
    this.sentence.textContent = steps[current]?.label ?? '';
    this.rows.forEach((row, i) => {
      row.classList.toggle('current', i === current);
      row.classList.toggle('coming', this.player.isPlaying && i > current);
      buttonOf(row)?.setAttribute('tabindex', i === current ? '0' : '-1');
      if (i === current) buttonOf(row)?.setAttribute('aria-current', 'step');
      else buttonOf(row)?.removeAttribute('aria-current');
    });
    this.back.setAttribute('aria-disabled', String(current === 0));
    this.forward.setAttribute('aria-disabled', String(current >= steps.length - 1));
    this.rows[current]?.scrollIntoView({ block: 'nearest' });
  }
}

function buttonOf(row: SVGElement | undefined): SVGElement | null {
  return row?.querySelector<SVGElement>('[role=button]') ?? null;
}

function button(text: string, label: string | undefined, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (label !== undefined) made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}
