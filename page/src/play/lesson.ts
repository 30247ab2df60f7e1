import type { Entry, Lesson } from '#core';
import { element, SYMBOLS } from '../../../webview/src/elements.js';
import { LIBRARY } from './library.js';

/** What a lesson does to the page around it. */
export interface LessonPage {
  /** The answer is chosen: what it was about may be seen. */
  readonly look: (lesson: Lesson) => void;
  readonly run: (lesson: Lesson) => void;
  readonly open: (entry: Entry) => void;
  readonly close: () => void;
}

/** The question of a lesson, and after a choice whether it was right, and why. */
export class LessonPanel {
  private lesson: Lesson | undefined;
  private chosen: string | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly page: LessonPage,
  ) {}

  /** Nobody has chosen an answer yet: the page does not say it. */
  get isPredicting(): boolean {
    return this.lesson !== undefined && this.chosen === undefined;
  }

  show(lesson: Lesson | undefined): void {
    this.lesson = lesson;
    this.chosen = undefined;
    this.draw();
  }

  private draw(): void {
    const { lesson, chosen } = this;
    this.place.hidden = lesson === undefined;
    if (lesson === undefined) {
      this.place.replaceChildren();
      return;
    }
    const at = LIBRARY.lessons.indexOf(lesson);
    const heading = element('h2', `Lesson ${at + 1} of ${LIBRARY.lessons.length}: ${lesson.title}`);
    heading.tabIndex = -1;
    const options = element('div', undefined, 'options');
    options.setAttribute('role', 'group');
    options.setAttribute('aria-label', 'Answers');
    options.append(...lesson.options.map((option) => this.drawOption(lesson, option)));
    const buttons = element('div', undefined, 'buttons');
    const next = LIBRARY.lessons[at + 1];
    if (chosen !== undefined) {
      buttons.append(button('Show the run', () => this.page.run(lesson)));
      if (next !== undefined) buttons.append(button('Next lesson', () => this.page.open(next)));
    }
    buttons.append(button('Close', () => this.page.close()));
    const said = element('p', chosen === undefined ? '' : saidOf(lesson, chosen), 'why');
    said.setAttribute('role', 'status');
    this.place.replaceChildren(heading, element('p', lesson.question), options, said, buttons);
  }

  private drawOption(lesson: Lesson, { verdict, text }: Lesson['options'][number]): HTMLElement {
    const { chosen } = this;
    const drawn = button('', () => this.choose(verdict));
    const symbol = element('span', symbolOf(verdict), 'symbol');
    symbol.setAttribute('aria-hidden', 'true');
    drawn.append(symbol, element('strong', verdict), ` ${text}`);
    drawn.setAttribute('aria-pressed', String(verdict === chosen));
    if (chosen === undefined) return drawn;
    drawn.disabled = true;
    if (verdict === lesson.answer) drawn.classList.add('right');
    else if (verdict === chosen) drawn.classList.add('wrong');
    return drawn;
  }

  private choose(verdict: string): void {
    const { lesson } = this;
    if (lesson === undefined) return;
    this.chosen = verdict;
    this.draw();
    this.page.look(lesson);
    // The chosen button is gone; a keyboard goes on from here.
    const heading = this.place.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }
}

function saidOf({ answer, why }: Lesson, chosen: string): string {
  return chosen === answer ? `Right: ${answer}. ${why}` : `Not ${chosen} but ${answer}. ${why}`;
}

function symbolOf(verdict: string): string {
  return Object.entries(SYMBOLS).find(([name]) => name === verdict)?.[1] ?? '';
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
