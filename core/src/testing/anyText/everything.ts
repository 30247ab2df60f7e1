import { allDiagnostics } from '../../analyze.js';
import type { Edit } from '../../base/edit.js';
import { LineIndex } from '../../base/lineIndex.js';
import type { Span } from '../../base/span.js';
import { explore } from '../../engine/explore.js';
import type { Results } from '../../engine/facts.js';
import { EXPORT_FORMATS } from '../../export/index.js';
import { applyEdits } from '../../ide/applyEdits.js';
import { faultChoices } from '../../ide/choices.js';
import { codeLenses } from '../../ide/codeLenses.js';
import { complete } from '../../ide/completion.js';
import { definition } from '../../ide/definition.js';
import { dependenciesOf, dependencyAt, dependentsOf } from '../../ide/dependencies.js';
import { elementsAt } from '../../ide/elementsAt.js';
import { expectationItems } from '../../ide/expectationItems.js';
import { folds } from '../../ide/folding.js';
import { format, formatRange, formatTyped } from '../../ide/format.js';
import { highlights } from '../../ide/highlights.js';
import { hover } from '../../ide/hover.js';
import { inlayHints } from '../../ide/inlayHints.js';
import type { Memory } from '../../ide/known.js';
import { causeOf, pickOf } from '../../ide/pickedFault.js';
import { references } from '../../ide/references.js';
import { prepareRename, rename } from '../../ide/rename.js';
import { selections } from '../../ide/selection.js';
import { semanticTokens } from '../../ide/semanticTokens.js';
import { signatures } from '../../ide/signatures.js';
import { operationAt } from '../../ide/symbolAt.js';
import { matchingSymbols, symbols, type OutlineSymbol } from '../../ide/symbols.js';
import { webLinks } from '../../ide/webLinks.js';
import { writePartition } from '../../ide/writePartition.js';
import { resolve } from '../../model/resolve.js';
import type { Model, Resolved } from '../../model/model.js';
import { changesReport, changesUnder } from '../../render/reports/changesReport.js';
import { designReport } from '../../render/reports/designReport.js';
import { drawWithVerdicts } from '../../render/diagram/draw.js';
import { printDot } from '../../render/diagram/dot.js';
import { printMermaid } from '../../render/diagram/mermaid.js';
import { printSvg } from '../../render/diagram/svg.js';
import { explainReport } from '../../render/reports/explainReport.js';
import { printHtml } from '../../render/print/html.js';
import { printDesignMarkdown, printMarkdown } from '../../render/print/markdown.js';
import { matrixReport, smallestCauses } from '../../render/reports/matrixReport.js';
import { simulationReport } from '../../render/reports/simulationReport.js';
import { printText } from '../../render/print/text.js';
import type { FileReader } from '../../syntax/parseDesign.js';
import { parseDesign } from '../../syntax/parseDesign.js';
import { HEALTHY } from '../../network/fault.js';

/** The most steps of one analysis. A longer one is cancelled, as by an edit in an editor. */
const MOST_STEPS = 2000;

/** How much is checked: the answers to a keystroke; the verdicts too; or all reports and pictures too. */
export type Depth = 'editor' | 'verdicts' | 'reports';

/** Gives one answer of the core, which an editor waits for and cannot cancel. */
export type Answer = <T>(what: string, give: () => T) => T;

/**
 * Calls everything in the core for a text and one place in it. Throws if an answer throws, or if a place that it names
 * is not inside the text.
 */
export function lookAtEverything(
  text: string,
  at: number,
  depth: Depth,
  path: string,
  read: FileReader,
  answer: Answer,
): void {
  const resolved = answer('reading', () => resolve(parseDesign(path, text, read)));
  const results = depth === 'editor' ? undefined : verdicts(resolved.model, answer);
  diagnosticsLieInside(resolved, results, answer);
  thePlace(resolved, results, at, answer);
  theFile(resolved, results, answer);
  theLayout(text, at, answer);
  if (depth === 'reports' && results !== undefined) theReports(resolved, results, at, answer);
}

function verdicts(model: Model, answer: Answer): Results | undefined {
  const steps = explore(model);
  for (let i = 0; i < MOST_STEPS; i++) {
    const step = answer('a step of the analysis', () => steps.next());
    if (step.done === true) return step.value;
  }
  return undefined;
}

/** Checks that a span lies in one of the files of the design. */
function lies(what: string, { sources }: Resolved, span: Span): void {
  const { file, span: local } = sources.local(span);
  if (!(local.start >= 0 && local.start <= local.end && local.end <= file.text.length))
    throw new RangeError(`${what}: ${span.start} to ${span.end} is not inside ${file.path}`);
}

/** Checks that a span lies in the text itself: a question about one file has an answer about that file. */
function liesHere(what: string, { text }: Pick<Resolved, 'text'>, { start, end }: Span): void {
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new RangeError(`${what}: ${start} to ${end} is not inside the text`);
}

function holds(what: string, condition: boolean): void {
  if (!condition) throw new Error(`${what} does not hold`);
}

function diagnosticsLieInside(resolved: Resolved, results: Results | undefined, answer: Answer): void {
  for (const { code, message, span, related = [], fixes = [] } of answer('diagnostics', () =>
    allDiagnostics(resolved, results),
  )) {
    holds(`${code} says something`, message !== '');
    holds(`${code} ends with one full stop: ${message}`, !/[.?!]\.$/.test(message));
    lies(code, resolved, span);
    for (const one of related) lies(`${code}, related`, resolved, one.span);
    for (const { edits } of fixes) edits.forEach((edit) => lies(`${code}, fix`, resolved, edit.span));
  }
}

function thePlace(resolved: Resolved, results: Results | undefined, at: number, answer: Answer): void {
  const { text } = resolved;
  const inside = (what: string, span: Span | undefined): void => {
    if (span !== undefined) lies(what, resolved, span);
  };
  const here = (what: string, span: Span | undefined): void => {
    if (span !== undefined) liesHere(what, resolved, span);
  };
  here('hover', answer('hover', () => hover(resolved, results, at))?.span);
  for (const { span } of answer('completion', () => complete(resolved, at, () => ['other.cap']))) {
    here('completion', span);
    holds('what is completed is what stands at the cursor', span.start <= at && at <= span.end);
  }
  const defined = answer('definition', () => definition(resolved, at));
  here('definition, origin', defined?.origin);
  inside('definition', defined?.target);
  inside('definition, statement', defined?.statement);
  for (const span of answer('references', () => references(resolved, at, { declaration: true })))
    inside('reference', span);
  for (const { span } of answer('highlights', () => highlights(resolved, at))) here('highlight', span);
  let inner: Span | undefined;
  for (const span of answer('selections', () => selections(resolved, at))) {
    here('selection', span);
    holds('selections grow', inner === undefined || (span.start <= inner.start && inner.end <= span.end));
    inner = span;
  }
  for (const { label, parameters } of answer('signatures', () => signatures(resolved, at)))
    for (const { span } of parameters) liesHere('parameter', { text: label }, span);
  const renaming = answer('preparing a rename', () => prepareRename(resolved, at));
  if (renaming.kind === 'ok') {
    here('rename', renaming.span);
    const renamed = answer('rename', () => rename(resolved, at, 'some new name'));
    if (renamed.kind === 'ok') renamed.edits.forEach(({ span }) => inside('rename', span));
  }
  const depends = answer('dependency', () => dependencyAt(resolved, at));
  if (depends !== undefined)
    for (const { places } of answer('dependencies', () => [
      ...dependenciesOf(resolved, depends),
      ...dependentsOf(resolved, depends),
    ]))
      for (const span of places) inside('dependence', span);
  const { vertices, links } = answer('elements', () => elementsAt(resolved, at));
  holds(
    'what is picked out is in the picture',
    vertices.every((one) => one in resolved.model.vertices) && links.every((one) => one in resolved.model.links),
  );
  const operation = answer('operation', () => operationAt(resolved, at)?.index);
  holds('the operation is one', operation === undefined || operation in resolved.model.operations);
  holds('a place is a place', at <= text.length);
}

function theFile(resolved: Resolved, results: Results | undefined, answer: Answer): void {
  const { text } = resolved;
  let lastEnd = 0;
  for (const { span } of answer('semantic tokens', () => semanticTokens(resolved))) {
    liesHere('token', resolved, span);
    holds('tokens follow each other', lastEnd <= span.start && span.start < span.end);
    lastEnd = span.end;
  }
  const { lineCount } = new LineIndex(text);
  for (const { first, last } of answer('folds', () => folds(resolved)))
    holds('a fold is lines of the text', first >= 0 && first < last && last < lineCount);
  const outline = (entries: readonly OutlineSymbol[]): void => {
    for (const { name, span, selection, children } of entries) {
      liesHere('symbol', resolved, span);
      holds('an editor takes the symbol', name !== '' && span.start <= selection.start && selection.end <= span.end);
      outline(children);
    }
  };
  outline(answer('symbols', () => symbols(resolved)));
  answer('matching symbols', () => matchingSymbols(resolved, 'a'));
  for (const { span } of answer('web links', () => webLinks(text))) liesHere('link', resolved, span);
  for (const { span } of answer('expectations', () => expectationItems(resolved, results)))
    lies('expectation', resolved, span);
  const memories: readonly Memory[] =
    results === undefined
      ? [{ kind: 'nothing' }]
      : [
          { kind: 'current', results },
          { kind: 'older', known: { resolved, results } },
        ];
  for (const memory of memories) {
    for (const { span } of answer('code lenses', () => codeLenses(resolved, memory))) liesHere('lens', resolved, span);
    for (const { offset } of answer('inlay hints', () => inlayHints(resolved, memory)))
      liesHere('hint', resolved, { start: offset, end: offset });
  }
  answer('choices', () => faultChoices(resolved.model));
}

function theLayout(text: string, at: number, answer: Answer): void {
  const inOrder = (what: string, edits: readonly Edit[]): void => {
    let lastEnd = -1;
    for (const { span } of edits) {
      liesHere(what, { text }, span);
      holds(`edits of ${what} don't touch`, lastEnd < span.start);
      lastEnd = span.end;
    }
  };
  const edits = answer('formatting', () => format(text));
  inOrder('formatting', edits);
  const once = applyEdits(text, edits);
  holds(
    'formatting twice is formatting once',
    applyEdits(
      once,
      answer('formatting', () => format(once)),
    ) === once,
  );
  inOrder(
    'formatting a part',
    answer('formatting a part', () => formatRange(text, { start: Math.floor(at / 2), end: at })),
  );
  for (const typed of ['}', '\n'])
    inOrder(
      'formatting while typing',
      answer('formatting while typing', () => formatTyped(text, at, typed)),
    );
}

function theReports(resolved: Resolved, results: Results, at: number, answer: Answer): void {
  const { model } = resolved;
  const [cause] = [
    ...smallestCauses(results.clients, 1),
    ...model.partitions.map((_, partition) => ({ ...HEALTHY, partition })),
  ];
  if (cause !== undefined) {
    answer('simulation', () => printText(simulationReport(resolved, cause)));
    answer('changes', () => printMarkdown(changesReport(resolved, cause, changesUnder(model, cause, results))));
    answer('diagram', () => printSvg(drawWithVerdicts(model, { cause })));
    causeOf(model, pickOf(model, cause));
    const written = answer('writing a partition', () => writePartition(resolved, cause));
    if (written.kind === 'edit') liesHere('written partition', resolved, written.edit.span);
  }
  if (model.operations.length > 0)
    answer('explanation', () =>
      printText(explainReport(resolved, results, { operation: at % model.operations.length })),
    );
  answer('matrix', () => printText(matrixReport(resolved, results)));
  const whole = designReport('design.cap', resolved, results, allDiagnostics(resolved, results));
  printHtml(whole);
  printDesignMarkdown(whole);
  printDot(model);
  printMermaid(model);
  for (const { write } of EXPORT_FORMATS) write(model);
}
