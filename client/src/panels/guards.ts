import type {
  DiagramState,
  FaultRequest,
  FromDiagram,
  FromPanel,
  FromTimeline,
  HistoryText,
  PickedFault,
  PickedOutcome,
  PickedSelection,
  PictureFormat,
  Place,
  Position,
  Range,
  ReportQuery,
  ReportState,
  TextChange,
  TimelineState,
  TimelineTarget,
} from '#protocol';
import { isListOf, isNumber, isObject, isOneOf, isString, isTagged, optional, type Fields } from './shape.js';

const names = isListOf(isString);
export const isPosition = isObject<Position>({ line: isNumber, character: isNumber });
const range: Fields<Range> = { start: isPosition, end: isPosition };
const place = isObject<Place>({ ...range, uri: optional(isString) });

const isPair = (value: unknown): value is readonly [string, string] => names(value) && value.length === 2;

const fault = isObject<PickedFault>({
  partition: optional(isString),
  links: names,
  oneWays: isListOf(
    isObject<PickedFault['oneWays'][number]>({ link: isString, to: isOneOf<'a' | 'b'>({ a: true, b: true }) }),
  ),
  nodes: names,
  zones: names,
  destroyed: optional(names),
  pairs: optional(isListOf(isPair)),
});

const outcome = isObject<PickedOutcome>({
  verdict: isString,
  howLong: optional(isString),
  phase: optional(isOneOf<NonNullable<PickedOutcome['phase']>>({ detecting: true, settled: true })),
});

const selection = isObject<PickedSelection>({
  kind: isOneOf<PickedSelection['kind']>({ store: true, operation: true, zone: true }),
  name: isString,
});

export const isTimelineTarget = isObject<TimelineTarget>({
  operation: isString,
  client: optional(isString),
  fault: optional(fault),
  outcome: optional(outcome),
});

const faultRequest = isTagged<'kind', FaultRequest>('kind', {
  partition: { name: isString },
  custom: { links: names, nodes: names },
});

const query = isTagged<'kind', ReportQuery>('kind', {
  partition: { uri: isString, fault: faultRequest },
  all: { uri: isString },
  expectations: { uri: isString },
  compare: { uri: isString, before: isObject({ name: isString, text: isString }) },
  observe: {
    uri: isString,
    fault: faultRequest,
    history: isObject<HistoryText>({ name: isString, text: isString, names: optional(isString) }),
  },
  explain: { uri: isString, position: isPosition },
  advise: { uri: isString, operation: optional(isString), replicas: isNumber, links: isNumber },
});

// The state that a page kept when the window was reloaded, perhaps a page of an older version of this extension.
export const isReportState = isObject<ReportState>({ query });
export const isDiagramState = isObject<DiagramState>({ uri: isString, fault, selection: optional(selection) });
export const isTimelineState = isObject<TimelineState>({ uri: isString, target: isTimelineTarget });

const format = isOneOf<PictureFormat>({ svg: true, png: true });

// What a page tells.
export const isFromReport = isTagged<'type', FromPanel>('type', {
  ready: {},
  reveal: { range: place },
  timeline: { target: isTimelineTarget },
  apply: { changes: isListOf(isObject<TextChange>({ range: place, text: isString })), version: isNumber },
});
export const isFromDiagram = isTagged<'type', FromDiagram>('type', {
  ready: {},
  ask: { fault, selection: optional(selection) },
  write: {},
  reveal: { range: place },
  timeline: { target: isTimelineTarget },
  export: { format },
  png: { data: isString },
});
export const isFromTimeline = isTagged<'type', FromTimeline>('type', {
  ready: {},
  ask: { target: isTimelineTarget },
  reveal: { range: place, how: isOneOf<'point' | 'show' | 'go'>({ point: true, show: true, go: true }) },
  export: { format },
  png: { data: isString },
});
