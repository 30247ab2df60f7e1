/**
 * The façade: what the server and the command line see of the analysis, and all that they see. Text in, plain facts
 * out. Each name is described where it is declared, and an editor shows the description here too; a law asks for it.
 */
export type { Diagnostic, Related } from './checks/diagnostic.js';
export { didYouMean } from './base/didYouMean.js';
export type { Edit, Fix } from './base/edit.js';
export type { Severity } from './checks/check.js';
export { CHECKS, COMPLETED_BY_INCLUDERS, MISTAKES, type CheckCode } from './checks/index.js';
export { VERDICTS, type HowLong, type VerdictKind } from './base/harm.js';
export { LineIndex, type Position } from './base/lineIndex.js';
export { Recent } from './base/recent.js';
export { cover, touches, type Span } from './base/span.js';
export { Sources, type SourceFile } from './base/sources.js';
export { flatMapped, forEachInSteps, MOST_PER_STEP, run, type Steps } from './base/steps.js';

export { parse } from './syntax/parse.js';
export { includePath } from './syntax/includePath.js';
export { parseDesign, parseDesignAt, parseDesignInSteps, type FileReader, type Place } from './syntax/parseDesign.js';
export type { FileRead, Include, Parsed } from './syntax/ast.js';
export {
  ALWAYS_ERRORS,
  AS_IN_TABLE,
  LEVELS,
  RARE_FAULTS,
  type Level,
  type Loudness,
  type RareFaults,
} from './syntax/settings/level.js';
export { SETTINGS_FILE, settingsBeside } from './syntax/settings/settings.js';
export { modelText } from './model/modelText.js';
export { resolve, resolveInSteps } from './model/resolve.js';
export type { DeclaredSymbol, Model, Origins, Resolved, SymbolKind, VertexId } from './model/model.js';

export { HEALTHY, type Cause } from './network/fault.js';

export { explore, exploreAll, type ExploreOptions, type ExploreProgress } from './engine/explore.js';
export type { Cache } from './engine/memory.js';
export { verdictsUnder, type UnderResult } from './engine/under.js';
export type {
  ClientResult,
  ExpectationResult,
  ExpectationStatus,
  FaultVerdict,
  Finding,
  Outcome,
  Results,
} from './engine/facts.js';

export { allDiagnostics, analyze, asLoud, judgedInSteps, type Analysis } from './analyze.js';
export { boundOfAll } from './render/words/bound.js';
export { judge } from './findings/judge.js';
export { alikeTitle, causeTitle, whenText } from './render/words/cause.js';
export {
  designReport,
  designReportInSteps,
  grouped,
  type Chapter,
  type DesignReport,
} from './render/reports/designReport.js';
export { diffReport, diffReportInSteps, type DiffReport } from './render/reports/diffReport.js';
export { changesOf, type VerdictChange } from './render/reports/verdictChanges.js';
export { annotations, type Annotation } from './render/formats/github.js';
export { drawDiagram, drawWithVerdicts, type DrawOptions } from './render/diagram/draw.js';
export type { Selection } from './render/diagram/selection.js';
export { changesReport, changesUnder } from './render/reports/changesReport.js';
export { DIAGRAM_STYLE, FILE_COLOURS, LIGHT_COLOURS } from './render/diagram/style.js';
export { printDot } from './render/diagram/dot.js';
export { printMermaid } from './render/diagram/mermaid.js';
export { CHART_STYLE } from './render/chart/style.js';
export type { Scene } from './render/diagram/scene.js';
export { escapeXml, printSvg } from './render/diagram/svg.js';
export type { Cell, Report, Row, Section, Table } from './render/reports/document.js';
export { decisions, type OperationReview } from './review/decisions.js';
export { heatmap, type Heat, type HeatCell, type HeatColumn, type Heatmap, type HeatRow } from './review/heatmap.js';
export { decisionsText } from './render/words/decisions.js';
export { expectationsReport } from './render/reports/expectationsReport.js';
export { explainReport, type Traced } from './render/reports/explainReport.js';
export { matrixReport, smallestCauses } from './render/reports/matrixReport.js';
export { simulationReport, simulationReportInSteps } from './render/reports/simulationReport.js';
export {
  checkJson,
  summaryJson,
  diagnosticJson,
  type CheckedFile,
  type CheckJson,
  type DiagnosticJson,
  type FileJson,
} from './render/print/json.js';
export { diffJson, type DiffJson, type ComparedDesign } from './render/print/diffJson.js';
export { printHtml, printHtmlInSteps } from './render/print/html.js';
export { escapeMarkdown, printDesignMarkdown, printMarkdown } from './render/print/markdown.js';
export { PLAIN, type Style } from './render/print/style.js';
export { drawTimeline, type TimelineOptions } from './render/timeline/draw.js';
export { timelineReport } from './render/timeline/report.js';
export { type Play, type PlayFrame, playOf } from './render/timeline/play.js';
export { PLAY_STYLE, TIMELINE_STYLE } from './render/timeline/style.js';
export { timeline, timelineSubjects, worstFirst, worstSubject, type Timeline } from './render/timeline/timeline.js';
export { printText, wrap, type TextOptions } from './render/print/text.js';
export { explanationJson, simulationJson, type VerdictsJson } from './render/print/verdictsJson.js';
export {
  findWitness,
  WITNESS_RUNS,
  type VerdictQuestion,
  type WitnessAnswer,
  type WitnessQuestion,
  type WitnessStep,
} from './render/reports/witness.js';
export { drawFence, drawReadFenceInSteps, type Fence, readFence } from './render/fence/fence.js';
export { fenceHtml } from './render/fence/html.js';
export { fenceInfo, type FenceInfo } from './render/fence/info.js';
export { drawPage, type DrawnPage } from './render/fence/markdown.js';
export { presetPage, presetPages } from './render/words/preset.js';
export { CHECK_FORMATS } from './render/formats/index.js';
export { checkSummary } from './render/words/checkSummary.js';
export { verdictText } from './render/words/verdict.js';
export { padEnd, visible, width } from './render/print/visible.js';
export { whyUnjudged } from './render/words/unjudged.js';

export { EXPORT_FORMATS } from './export/index.js';
export type { Exported, ExportFormat } from './export/format.js';
export type { Draft } from './import/draft.js';
export { driftReport } from './import/drift.js';
export { importDraft, type Imported } from './import/import.js';
export type { Document as ImportDocument, Tree as ImportTree } from './import/tree.js';
export { EXPERIMENT_FORMATS, exportExperiment } from './experiment/index.js';
export type { ExpectedJson } from './experiment/expected.js';
export type { ExperimentFormat } from './experiment/format.js';
export { readTargets, type Targets } from './experiment/targets.js';
export { worstCause } from './experiment/worst.js';
export { type Observed, observeText, readNames } from './observe/index.js';
export { observationJson, type ObservationJson } from './observe/json.js';
export { contradicts, type Observation } from './observe/observe.js';
export { observationReport } from './observe/report.js';
export type { Names } from './observe/requests.js';
export { countPairs } from './network/places.js';
export { likelyCauses } from './review/likelyCauses.js';

export { judgeFixes, type Judged } from './fixes/judge.js';
export { triedSection, whyNoFix } from './fixes/tried.js';
export { mistakeFixes, mistakeFixesInSteps, triedFixes, type QuickFix } from './fixes/quickFixes.js';

export { advise, type Advice, type Advised, type AdviceProgress, type AdviceRequest } from './advise/advise.js';
export { adviceJson, type AdviceJson } from './advise/json.js';
export { advicePlot } from './advise/plot.js';
export { adviceReport } from './advise/report.js';
export { lineOf as adviceLine } from './advise/words.js';

export type { Action, ActionRun, LinkTo } from './ide/action.js';
export { applyEdits } from './ide/applyEdits.js';
export {
  faultChoices,
  faultChoicesInSteps,
  faultText,
  linkIds,
  pickedCause,
  type FaultChoices,
  type FaultPick,
  type PickedCause,
} from './ide/choices.js';
export { codeLenses, codeLensesInSteps, type CodeLens } from './ide/codeLenses.js';
export { complete, type Completion, MOST_NAMES } from './ide/completion.js';
export { definition, type Definition } from './ide/definition.js';
export {
  dependenciesInSteps,
  dependenciesOf,
  dependencyAt,
  dependentsInSteps,
  dependentsOf,
  type Dependency,
} from './ide/dependencies.js';
export { tooMuchToDraw, tooMuchToList } from './ide/panelLimit.js';
export {
  diagramPanel,
  diagramPanelInSteps,
  diagramPicture,
  diagramPictureInSteps,
  type DiagramPanel,
  type DiagramTarget,
} from './ide/diagramPanel.js';
export { elementsAt, type Elements } from './ide/elementsAt.js';
export { expectationItems, expectationItemsInSteps, type ExpectationItem } from './ide/expectationItems.js';
export { expectationRun, expectationRunInSteps } from './ide/expectationRun.js';
export { folds, foldsInSteps, type Fold } from './ide/folding.js';
export {
  format,
  formatInSteps,
  formatRange,
  formatRangeInSteps,
  formatTyped,
  formatTypedInSteps,
} from './ide/format.js';
export { highlights, type Highlight } from './ide/highlights.js';
export { hover, hoverInSteps, type Hover } from './ide/hover.js';
export { inlayHints, type InlayHint } from './ide/inlayHints.js';
export type { Known, Memory } from './ide/known.js';
export { causeOf, pickOf, type PickedFault } from './ide/pickedFault.js';
export { observationPanel, type RecordedHistory } from './ide/observationPanel.js';
export { references } from './ide/references.js';
export {
  libraryOf,
  type Entry,
  type Lesson,
  type Library,
  type Offered,
  type OfferedEntry,
} from './ide/library.js';
export { prepareRename, type PreparedRename } from './ide/rename.js';
export { renameInAll, renameInAllInSteps, type NamedDesign, type RenameInAll } from './ide/renameInAll.js';
export {
  allFaultsPanel,
  faultPanel,
  faultPanelInSteps,
  reportPanel,
  reportPanelInSteps,
  type ReportPanel,
  type ReportSubject,
} from './ide/reportPanel.js';
export { shownDiagram, type ShownDiagram } from './ide/shownDiagram.js';
export { panelReport, shownReport, type PanelReport } from './ide/shownReport.js';
export { selections, selectionsInSteps } from './ide/selection.js';
export { semanticTokens, semanticTokensInSteps, TOKEN_TYPES, type SemanticToken } from './ide/semanticTokens.js';
export { signatures, signaturesInSteps, type Signature } from './ide/signatures.js';
export { operationAt } from './ide/symbolAt.js';
export { matchingSymbolsInSteps, symbols, type OutlineSymbol } from './ide/symbols.js';
export {
  timelineCandidates,
  timelineChoices,
  timelinePanel,
  timelinePanelInSteps,
  timelinePictureInSteps,
  whyNoTimeline,
  type NoTimeline,
  type TimelineChoice,
  type TimelinePanel,
} from './ide/timelinePanel.js';
export { runTarget, runTargets, type PickedOutcome, type TimelineTarget } from './ide/timelineTarget.js';
export { webLinks, webLinksInSteps, type WebLink } from './ide/webLinks.js';
export { writePartition, writePartitionInSteps, type WrittenPartition } from './ide/writePartition.js';
