import {
  allDiagnostics,
  allFaultsPanel,
  causeOf,
  complete,
  type Diagnostic,
  diagramPanel,
  diagramPicture,
  elementsAt,
  hover,
  mistakeFixes,
  panelReport,
  printSvg,
  type Resolved,
  type Results,
  semanticTokens,
  shownDiagram,
  tooMuchToDraw,
  tooMuchToList,
  visible,
  writePartition,
} from '#core';
import type { DesignData } from '../design.js';
import { rangeOf, resolvedOf } from '../design.js';
import { explored } from '../explored.js';
import { runOf } from '../timelineRun.js';
import type { Asks, Facts, FromWorker, Problem, ToWorker } from './messages.js';

/** So long an analysis goes on before the next key is looked at. In milliseconds. */
const SLICE_MS = 30;

/** The newest text with what is known about it. A newer text ends the analysis of an older one. */
export class Workbench {
  private version = 0;
  private files: DesignData['files'] = [];
  private resolved: Resolved | undefined;
  private results: Results | undefined;

  constructor(private readonly tell: (message: FromWorker) => void) {}

  receive(message: ToWorker): void {
    if (message.type === 'ask') {
      this.tell({ type: 'answer', id: message.id, answer: this.answer(message) });
      return;
    }
    this.version = message.version;
    this.files = message.files;
    this.resolved = undefined;
    this.results = undefined;
    // Of several texts that wait, the last one is read.
    setTimeout(() => void this.analyse(message.version));
  }

  private async analyse(version: number): Promise<void> {
    if (version !== this.version) return;
    this.tell({ type: 'facts', version, ...factsOf(this.design, undefined) });
    const results = await explored(this.design, SLICE_MS, () => version === this.version);
    if (results === undefined || version !== this.version) return;
    this.results = results;
    this.tell({ type: 'facts', version, ...factsOf(this.design, results) });
  }

  private get design(): Resolved {
    this.resolved ??= resolvedOf(this.files);
    return this.resolved;
  }

  private answer(ask: Extract<ToWorker, { type: 'ask' }>): Asks[keyof Asks][1] {
    const { design, results } = this;
    const { model } = design;
    switch (ask.kind) {
      case 'diagram': {
        const tooMuch = tooMuchToDraw(model) ?? tooMuchToList(model);
        if (tooMuch !== undefined) return { type: 'message', message: tooMuch };
        const diagram = shownDiagram(model, diagramPanel(design, ask.of, results), (span) => rangeOf(design, span));
        return { type: 'diagram', uri: '', diagram };
      }
      case 'elements':
        return elementsAt(design, ask.of);
      case 'run':
        return runOf(design, ask.of, results);
      case 'complete':
        return complete(design, ask.of);
      case 'hover':
        return hover(design, results, ask.of);
      case 'write':
        return writePartition(design, causeOf(model, ask.of));
      case 'picture': {
        const scene = diagramPicture(model, ask.of);
        return { svg: printSvg(scene), width: scene.width, height: scene.height };
      }
    }
  }
}

function factsOf(design: Resolved, results: Results | undefined): Facts {
  const diagnostics = allDiagnostics(design, results);
  return {
    tokens: semanticTokens(design).map(({ span, type }) => ({ from: span.start, to: span.end, type })),
    problems: problemsOf(design, diagnostics),
    faults: results && faultsOf(design, results),
  };
}

function problemsOf(design: Resolved, diagnostics: readonly Diagnostic[]): readonly Problem[] {
  const own = diagnostics.filter(({ span }) => design.sources.isOwn(span));
  const fixes = mistakeFixes({ resolved: design, diagnostics: own }, { start: 0, end: design.text.length });
  return own.map((one) => ({
    from: one.span.start,
    to: one.span.end,
    severity: one.severity,
    code: one.code,
    message: visible(one.message),
    fixes: fixes
      .filter((fix) => fix.diagnostics.includes(one))
      .map(({ title, edits }) => ({
        title,
        edits: edits.map(({ span, text }) => ({ from: span.start, to: span.end, insert: text })),
      })),
  }));
}

function faultsOf(design: Resolved, results: Results): NonNullable<Facts['faults']> {
  const panel = allFaultsPanel(design, results);
  if (panel.kind === 'none') return panel.reason;
  return panelReport(design.model, panel.report, (span) => rangeOf(design, span));
}
