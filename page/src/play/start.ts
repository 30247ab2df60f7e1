import type { Entry, Lesson, OfferedEntry } from '#core';
import { byId } from '../../../webview/src/controls.js';
import { drawMessage, drawReport, runsOf } from '../../../webview/src/draw.js';
import { element } from '../../../webview/src/elements.js';
import { keepingFocus, say } from '../../../webview/src/host.js';
import type { DesignData } from '../design.js';
import { save } from '../save.js';
import { Core } from './core.js';
import { Editor } from './editor.js';
import { connect, NOTHING_BROKEN, showInPicture, showTimeline, tell } from './host.js';
import { LessonPanel } from './lesson.js';
import { drawLibrary, entryNamed, LIBRARY, lessonNamed, textOf } from './library.js';
import { packed, unpacked } from './link.js';
import type { Facts, Problem } from './messages.js';

type View = 'text' | 'picture' | 'faults';

const menu = byId('library', HTMLSelectElement);
const faults = byId('faults', HTMLElement);
const problems = byId('problems', HTMLElement);

/** The files that the text includes, where the design came with some. */
let included: DesignData['files'] = [];
let path = 'design.cap';
let facts: Facts | undefined;
/** The entry of the menu whose text stands in the editor, as long as nobody has changed it. */
let entry: Entry | undefined;
/** The entry that was asked for last: the text of some is fetched. */
let wanted: string | undefined;
/** Said once what is open has been drawn, for drawing clears what was said before. */
let notice: string | undefined;

const core = new Core(
  document.documentElement.dataset['worker'] ?? 'worker.js',
  (known) => {
    facts = known;
    drawFacts();
    if (known.faults === undefined) return;
    void keepAddress();
    if (notice !== undefined) say(notice);
    notice = undefined;
  },
  (why) => say(`This is a mistake of Netsplit itself, please report it: ${why}`),
);

const lesson = new LessonPanel(byId('lesson', HTMLElement), {
  look: ({ look }) => {
    drawFacts();
    show('picture');
    void showInPicture(targetOf(look));
  },
  run: ({ look: { operation, client, partition } }) =>
    void showTimeline({ operation, client, fault: faultOf(partition) }),
  open,
  close: () => {
    lesson.show(undefined);
    drawFacts();
  },
});

const editor = new Editor(byId('editor', HTMLElement), core, {
  changed: (text) => {
    if (text !== entry?.text) {
      entry = undefined;
      wanted = undefined;
    }
    core.read(filesOf(text));
    if (entry === undefined) menu.value = '';
  },
  moved: (offset) => void core.ask('elements', offset).then((found) => tell({ type: 'cursor', ...found })),
});

connect({
  core,
  title: () => path,
  reveal: (range) => {
    if (range === null || 'uri' in range) return;
    show('text');
    editor.reveal(range);
  },
  insert: (at, text) => {
    show('text');
    editor.insert(at, text);
  },
  say,
});

function filesOf(text: string): DesignData['files'] {
  return [{ path, text }, ...included];
}

function faultOf(partition: string | undefined): typeof NOTHING_BROKEN {
  return partition === undefined ? NOTHING_BROKEN : { ...NOTHING_BROKEN, partition };
}

function targetOf({ operation, partition }: Lesson['look']): Parameters<typeof showInPicture>[0] {
  return { fault: faultOf(partition), selection: { kind: 'operation', name: operation } };
}

// What is known

function drawFacts(): void {
  if (facts === undefined) return;
  // A lesson keeps its verdict to itself; a mistake in the text is said.
  const told = facts.problems.filter(({ severity }) => !lesson.isPredicting || severity === 'error');
  editor.show(facts, told);
  drawProblems(told);
  drawFaults(facts.faults);
  void showInPicture();
}

/** Worst first. */
const SIGNS = { error: '✕', warning: '⚠', information: 'ℹ', hint: '·' } as const;

function drawProblems(told: readonly Problem[]): void {
  const order = Object.keys(SIGNS);
  const sorted = told.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  problems.replaceChildren(
    ...sorted.map(({ severity, message, from }) => {
      const button = element('button');
      button.type = 'button';
      const sign = element('span', SIGNS[severity], `sign ${severity}`);
      sign.setAttribute('aria-label', severity);
      sign.setAttribute('role', 'img');
      button.append(sign, ` ${message}`);
      button.addEventListener('click', () => editor.goTo(from));
      const item = element('li');
      item.append(button);
      return item;
    }),
  );
}

function drawFaults(known: Facts['faults']): void {
  faults.setAttribute('aria-busy', String(known === undefined));
  if (lesson.isPredicting) faults.replaceChildren(...drawMessage('Choose an answer first.'));
  else if (typeof known === 'string') faults.replaceChildren(...drawMessage(known));
  else if (known !== undefined)
    keepingFocus(faults, () =>
      faults.replaceChildren(
        ...drawReport(known.report, {
          ranges: known.ranges,
          runs: runsOf(known.report, known.runs),
          changed: new Set(),
          reveal: (range) => {
            show('text');
            if (!('uri' in range)) editor.reveal(range);
          },
          showRun: (target) => void showTimeline(target),
        }),
      ),
    );
}

// What is open

async function open(chosen: OfferedEntry): Promise<void> {
  wanted = chosen.name;
  const text = await textOf(chosen);
  // Something else was opened in the meantime.
  if (wanted !== chosen.name) return;
  if (text === undefined) {
    say(`${chosen.name} can't be fetched: is the page still online?`);
    menu.value = entry?.name ?? '';
    return;
  }
  entry = { ...chosen, text };
  path = chosen.name;
  included = [];
  menu.value = chosen.name;
  const asked = lessonNamed(chosen.name);
  lesson.show(asked);
  void showInPicture({ fault: NOTHING_BROKEN });
  editor.replace(text);
  if (asked !== undefined) show('picture');
}

function show(view: View): void {
  document.body.dataset['view'] = view;
  for (const button of document.querySelectorAll<HTMLElement>('#views [data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset['view'] === view));
}

async function address(): Promise<string> {
  return entry === undefined ? `#d=${await packed(filesOf(editor.text))}` : `#open=${entry.name}`;
}

/** So that a page that is loaded again, or bookmarked, has the text. */
async function keepAddress(): Promise<void> {
  history.replaceState(null, '', await address());
}

async function openAddress(): Promise<void> {
  const hash = new URLSearchParams(location.hash.slice(1));
  const named = entryNamed(hash.get('open') ?? '');
  const part = hash.get('d');
  const files = part === null ? shipped() : await unpacked(part);
  if (named !== undefined) await open(named);
  else if (files === undefined && part !== null) {
    notice = 'The link holds no design that can be read: a part of it may be missing.';
    await openFirst();
  } else if (files === undefined) await openFirst();
  else openFiles(files);
}

/** The design that the page was made with, by `netsplit play`. */
function shipped(): DesignData['files'] | undefined {
  const data = document.getElementById('design')?.textContent;
  return data == null ? undefined : (JSON.parse(data) as DesignData).files;
}

function openFiles([own, ...others]: DesignData['files']): void {
  entry = undefined;
  wanted = undefined;
  path = own?.path ?? path;
  included = others;
  lesson.show(undefined);
  editor.replace(own?.text ?? '');
}

async function openFirst(): Promise<void> {
  const [first] = LIBRARY.chapters[0]?.samples ?? [];
  if (first !== undefined) await open(first);
}

// What the user does

async function share(): Promise<void> {
  await keepAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    say('The link is copied: it holds the whole text.');
  } catch {
    say('The browser does not let the link be copied. It stands in the address bar.');
  }
}

byId('share', HTMLButtonElement).addEventListener('click', () => void share());
byId('save', HTMLButtonElement).addEventListener('click', () =>
  save(new Blob([editor.text], { type: 'text/plain' }), path.split('/').at(-1) ?? path),
);
byId('views', HTMLElement).addEventListener('click', ({ target }) => {
  const view = target instanceof HTMLElement ? target.dataset['view'] : undefined;
  if (view === 'text' || view === 'picture' || view === 'faults') show(view);
});
window.addEventListener('hashchange', () => void openAddress());
drawLibrary(menu, (chosen) => void open(chosen));
show(window.matchMedia('(max-width: 60rem)').matches ? 'text' : 'picture');
void openAddress();
