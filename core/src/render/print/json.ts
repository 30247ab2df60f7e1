import type { Sources } from '../../base/sources.js';
import type { Severity } from '../../checks/check.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import type { Availability } from '../../engine/availability.js';
import type { ClientResult, FamilyBound, NeedResult, NeedStatus, Results } from '../../engine/facts.js';
import { GUARANTEES } from '../../engine/guarantees/index.js';
import type { Consistency } from '../../engine/label.js';
import type { Model, Resolved, Unjudged } from '../../model/model.js';
import { decisionOn } from '../../review/decided.js';
import { standingOf, toldCause } from '../../review/standing.js';
import { type Status, statusOf, type Tally, tallyOf } from '../../review/tally.js';
import type { Tier } from '../../review/tier.js';
import { type OperationCounts, operationCounts } from '../words/decisions.js';
import { labelText, operationLabel } from '../words/label.js';
import { type ExpectationJson, expectationJson, unjudgedJson } from './expectationJson.js';
import { causeJson, type CauseJson } from './causeJson.js';
import { type DecisionJson, decisionJson, type HeadlineJson, headlineJson } from './headlineJson.js';
import { outcomeJson, type OutcomeJson, outcomesJson, placeJson, type RangeJson } from './outcomeJson.js';
import { operationName, stepText, vertexName } from '../words/names.js';
import { type ReliabilityJson, reliabilityJson } from './reliabilityJson.js';
import { type TimingJson, timingJson } from './timingJson.js';
import { needText } from '../words/need.js';

/**
 * What `netsplit check --format json` prints; described in `docs/json-schema.md` and
 * `schema/netsplit-check.schema.json`. A field that is taken away or changes its meaning makes a new `version`; a new
 * field does not.
 */
export interface CheckJson {
  readonly schema: 'netsplit-check';
  readonly version: 2;
  readonly netsplit: string;
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
    readonly expectations: {
      readonly holds: number;
      readonly fails: number;
      readonly notKnown: number;
      /** They have a mistake, or depend on one. */
      readonly notJudged: number;
    };
    readonly operations: OperationCounts;
    readonly exitCode: number;
  };
  readonly files: readonly FileJson[];
}

/** What `netsplit check` says about one file. */
export interface FileJson {
  readonly file: string;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly operations: readonly OperationJson[];
  readonly expectations: readonly ExpectationJson[];
  readonly needs: readonly NeedJson[];
  readonly labels: readonly LabelJson[];
}

/** A diagnostic as programs read it. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Only where it is not the file that was checked: the included one that `range` is in. */
  readonly file?: string;
  readonly range: RangeJson;
  readonly related: readonly { readonly message: string; readonly file?: string; readonly range: RangeJson }[];
}

interface OperationJson extends TimingJson {
  readonly operation: string;
  readonly client: string;
  /** Why nothing was analysed; then there are no outcomes and no findings. */
  readonly notKnown: string | null;
  /** Expected time on the healthy network; null where a round trip is not declared. */
  readonly latencyMs: number | null;
  readonly healthy: readonly OutcomeJson[];
  readonly findings: readonly (OutcomeJson & {
    /** Whether one likely fault is enough for it. */
    readonly tier: Tier;
    /** Null: nobody decided it. */
    readonly decided: DecisionJson | null;
    readonly cause: CauseJson;
    readonly causes: readonly CauseJson[];
    readonly faults: string;
  })[];
  readonly ok: { readonly upToLinks: number | 'all'; readonly underAnyNode: boolean; readonly reason: string };
  readonly partitions: readonly {
    readonly partition: string;
    readonly silent: boolean;
    readonly outcomes: readonly OutcomeJson[];
  }[];
  readonly explored: readonly FamilyBound[];
  /** How often, by the probabilities of the design; absent where it states none. */
  readonly reliability?: ReliabilityJson;
  /** Counts of faults are decimal strings: JSON does not keep a number like 2^60. */
  readonly faults: string;
}

interface NeedJson {
  readonly operation: string;
  readonly client: string;
  readonly step: string;
  /** As it is written: "bounded 5s". */
  readonly needs: string;
  readonly status: NeedStatus;
  readonly why: string | null;
  readonly source: string | null;
  readonly remedy: string | null;
  readonly cause: CauseJson | null;
  /** Under which other fault the client did what it then misses. */
  readonly earlier: CauseJson | null;
  readonly whileDetecting: boolean;
  /** What any design can give of the guarantee. */
  readonly availability: 'total' | 'sticky' | 'unavailable';
}

/** What an operation turned out to be, over all of its clients. */
interface LabelJson {
  readonly operation: string;
  /** In words. */
  readonly text: string;
  /** What one likely fault does to it; null where no client issues it. */
  readonly status: Status | null;
  /** The worst under a likely fault, what nobody decided first; null: it holds, or is not known. */
  readonly headline: HeadlineJson | null;
  /** The worst that only happens beyond one fault, and that nobody decided. */
  readonly beyond: HeadlineJson | null;
  readonly consistency: Consistency | null;
  /** The consistency holds once a break has settled, and not before it is noticed; null: not known. */
  readonly onceSettled: boolean | null;
  readonly availability: Availability | null;
  readonly complete: boolean;
}

/** A file with everything that `analyze` found about it. */
export interface CheckedFile {
  readonly file: string;
  /** What an included file is called, by its path among the sources; without it, by that path. */
  readonly nameOf?: (path: string) => string;
  readonly resolved: Resolved;
  readonly results: Results;
  readonly diagnostics: readonly Diagnostic[];
}

/** The whole answer of one run over some files. */
export function checkJson(files: readonly CheckedFile[], netsplit: string, exitCode: number): CheckJson {
  return {
    schema: 'netsplit-check',
    version: 2,
    netsplit,
    summary: summaryJson(files, exitCode),
    files: files.map(fileJson),
  };
}

/** What a run comes to: all that the line at the end of its text says. */
export function summaryJson(files: readonly CheckedFile[], exitCode: number): CheckJson['summary'] {
  const severities = files.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
  const statuses = files.flatMap(({ results }) => results.expectations.map(({ status }) => status));
  const count = <T>(list: readonly T[], wanted: T): number => list.filter((one) => one === wanted).length;
  return {
    files: files.length,
    errors: count(severities, 'error'),
    warnings: count(severities, 'warning'),
    information: count(severities, 'information'),
    hints: count(severities, 'hint'),
    expectations: {
      holds: count(statuses, 'holds'),
      fails: count(statuses, 'fails'),
      notKnown: count(statuses, 'not known'),
      notJudged: files.reduce((sum, { resolved }) => sum + unjudgedExpectations(resolved).length, 0),
    },
    operations: operationCounts(tallyOfAll(files)),
    exitCode,
  };
}

/** The operations of several designs, by what one likely fault does to them. */
export function tallyOfAll(files: readonly Pick<CheckedFile, 'resolved' | 'results'>[]): Tally {
  const tallies = files.map(({ resolved, results }) => tallyOf(resolved.model, results));
  const sum = (status: Status): number => tallies.reduce((so, tally) => so + tally[status], 0);
  return {
    holds: sum('holds'),
    decided: sum('decided'),
    undecided: sum('undecided'),
    'not known': sum('not known'),
  };
}

function fileJson({ file, nameOf, resolved, results, diagnostics }: CheckedFile): FileJson {
  const { sources } = resolved;
  return {
    file,
    diagnostics: diagnostics.map((one) => diagnosticJson(sources, one, nameOf)),
    operations: results.clients.map((one) => operationJson(resolved, results, one)),
    expectations: [
      ...results.expectations.map((one) => expectationJson(resolved, one, nameOf)),
      ...unjudgedExpectations(resolved).map((one) => unjudgedJson(resolved, one, nameOf)),
    ],
    needs: results.needs.map((one) => needJson(resolved.model, one)),
    labels: resolved.model.operations.map((_, operation) => labelJson(resolved, operation, results)),
  };
}

function unjudgedExpectations({ unjudged }: Resolved): readonly Unjudged[] {
  return unjudged.filter(({ kind }) => kind === 'expectation');
}

function needJson(
  model: Model,
  { operation, step, need, client, guarantee, status, why, source, remedy, cause, earlier, whileDetecting }: NeedResult,
): NeedJson {
  const asked = model.operations[operation]?.steps[step];
  const word = asked?.needs[need];
  return {
    operation: operationName(model, operation),
    client: vertexName(model, client),
    step: stepText(model, asked),
    needs: word === undefined ? guarantee : needText(word),
    status,
    why: why === '' ? null : why,
    source: source ?? null,
    remedy: remedy ?? null,
    cause: cause === undefined ? null : causeJson(model, cause),
    earlier: earlier === undefined ? null : causeJson(model, earlier),
    whileDetecting: whileDetecting ?? false,
    availability: GUARANTEES[guarantee].availability,
  };
}

function labelJson(resolved: Resolved, operation: number, results: Results): LabelJson {
  const { model } = resolved;
  const clients = results.clients.filter((one) => one.operation === operation);
  const label = operationLabel(model, operation, clients);
  const standing = standingOf(model, results.expectations, clients);
  const { headline, beyond } = standing;
  return {
    operation: operationName(model, operation),
    text: labelText(model, label, clients),
    status: clients.length === 0 ? null : statusOf(model, standing, clients),
    headline: headline === undefined ? null : headlineJson(resolved, operation, headline),
    beyond: beyond === undefined ? null : headlineJson(resolved, operation, beyond),
    consistency: label.consistency ?? null,
    onceSettled: label.untilNoticed.length > 0 ? true : label.knownUntilNoticed ? false : null,
    availability: label.availability ?? null,
    complete: label.complete && label.notKnown === undefined,
  };
}

/**
 * A diagnostic with lines and columns instead of offsets. `nameOf` gives the name of an included file; without it, its
 * path.
 */
export function diagnosticJson(
  sources: Sources,
  { code, severity, message, span, related }: Diagnostic,
  nameOf?: (path: string) => string,
): DiagnosticJson {
  return {
    code,
    severity,
    message,
    ...placeJson(sources, span, nameOf),
    related: (related ?? []).map((one) => ({ message: one.message, ...placeJson(sources, one.span, nameOf) })),
  };
}

function operationJson(resolved: Resolved, { expectations }: Results, result: ClientResult): OperationJson {
  const { model } = resolved;
  const { operation } = result;
  return {
    operation: operationName(model, operation),
    client: vertexName(model, result.client),
    notKnown: result.notKnown ?? null,
    latencyMs: result.latencyMs ?? null,
    healthy: outcomesJson(model, operation, result.healthy),
    findings: result.findings.map((finding) => {
      const { outcome, cause, causes, faults } = finding;
      const { verdict } = outcome;
      return {
        ...outcomeJson(model, operation, outcome),
        tier: toldCause(model, result, finding).tier,
        decided: verdict === 'ok' ? null : decisionJson(resolved, decisionOn(model, expectations, result, verdict)),
        cause: causeJson(model, cause),
        causes: causes.map((one) => causeJson(model, one)),
        faults,
      };
    }),
    ok: { upToLinks: result.okUpToLinks, underAnyNode: result.okUnderAnyNode, reason: result.okReason },
    partitions: result.partitions.map((verdict, i) => ({
      partition: model.partitions[i]?.name ?? '?',
      silent: verdict.silent,
      outcomes: outcomesJson(model, operation, verdict),
    })),
    ...timingJson(model, result),
    ...(result.reliability === undefined ? {} : { reliability: reliabilityJson(model, result.reliability) }),
    explored: result.explored,
    faults: result.faults,
  };
}
