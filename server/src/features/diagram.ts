import type { CancellationToken } from 'vscode-languageserver';
import {
  causeOf,
  causeTitle,
  changesReport,
  DIAGRAM_STYLE,
  drawDiagram,
  elementsAt,
  linkIds,
  type Model,
  pickOf,
  type Results,
  type Scene,
  type Selection,
  type Span,
  smallestCauses,
  visible,
  writePartition,
} from '#core';
import {
  type Diagram,
  type DiagramAnswer,
  type DiagramQuery,
  type ElementsAnswer,
  type ElementsParams,
  type PartitionAnswer,
  type PickedSelection,
  type Place,
  Requests,
} from '#protocol';
import type { Snapshot } from '../documents/snapshot.js';
import { runsOf } from '../runs.js';
import type { Feature } from '../server.js';
import { shownReport } from '../shown.js';

/** So many of the smallest faults are there to step through: nobody looks at more. */
const MOST_CAUSES = 40;

const NOT_OPEN = {
  kind: 'message',
  message:
    'There is no picture of this design: its file is not open any more, or drawing it failed. The log says more (command “Netsplit: Show Output”).',
} as const;
const NOWHERE: ElementsAnswer = { vertices: [], links: [] };

/**
 * Pictures of the text as it is at this moment, with what a fault does: all of it is known without the analysis, but
 * for the smallest causes.
 */
export const diagram: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer }) => {
    connection.onRequest<DiagramAnswer, void>(
      Requests.diagram,
      (query: DiagramQuery, token: CancellationToken): Promise<DiagramAnswer> =>
        answer<DiagramAnswer>('diagram', query.uri, NOT_OPEN, token, (snapshot) => {
          const results = analysis.resultsOf(snapshot);
          return { kind: 'diagram', version: snapshot.version, diagram: diagramOf(snapshot, query, results) };
        }),
    );
    connection.onRequest<ElementsAnswer, void>(
      Requests.elementsAt,
      ({ uri, position }: ElementsParams, token: CancellationToken): Promise<ElementsAnswer> =>
        answer('elementsAt', uri, NOWHERE, token, (snapshot) =>
          elementsAt(snapshot.resolved, snapshot.offset(position)),
        ),
    );
    connection.onRequest<PartitionAnswer, void>(
      Requests.writePartition,
      ({ uri, fault }: DiagramQuery, token: CancellationToken): Promise<PartitionAnswer> =>
        answer<PartitionAnswer>('writePartition', uri, NOT_OPEN, token, (snapshot) => {
          const written = writePartition(snapshot.resolved, causeOf(snapshot.resolved.model, fault));
          if (written.kind === 'problem') return { kind: 'message', message: visible(written.message) };
          const { edit, name, nameAt } = written;
          return {
            kind: 'edit',
            version: snapshot.version,
            at: snapshot.range(edit.span).start,
            text: edit.text,
            nameAt,
            nameLength: name.length,
          };
        }),
    );
  },
};

/** The same picture for a file. */
export function diagramScene({ resolved: { model } }: Snapshot, { fault, selection: picked }: DiagramQuery): Scene {
  const selection = selectionOf(model, picked);
  return drawDiagram(model, { cause: causeOf(model, fault), ...(selection === undefined ? {} : { selection }) });
}

function diagramOf(snapshot: Snapshot, query: DiagramQuery, results: Results | undefined): Diagram {
  const { resolved } = snapshot;
  const { model, origins } = resolved;
  const cause = causeOf(model, query.fault);
  const selection = selectionOf(model, query.selection);
  const report = changesReport(resolved, cause, results);
  const ids = linkIds(model);
  const range = (span: Span | undefined): Place | null => (span === undefined ? null : snapshot.place(span));
  return {
    scene: drawDiagram(model, { cause, ...(selection === undefined ? {} : { selection }) }),
    style: DIAGRAM_STYLE,
    fault: pickOf(model, cause),
    ...(selection === undefined || query.selection === undefined ? {} : { selection: query.selection }),
    links: model.links.map((link, i) => ({ id: ids[i] ?? '', oneWay: link.oneWay, range: range(origins.links[i]) })),
    vertices: model.vertices.map(({ name }, i) => ({ name, range: range(origins.vertices[i]) })),
    partitions: model.partitions.map(({ name }) => name),
    stores: model.stores.map(({ name }) => name),
    operations: model.operations.map(({ name }) => name),
    zones: model.vertices.flatMap(({ kind, name }) => (kind === 'zone' ? [name] : [])),
    ...(results === undefined
      ? {}
      : {
          causes: smallestCauses(results.clients, MOST_CAUSES).map((one) => ({
            title: visible(causeTitle(model, one)),
            fault: pickOf(model, one),
          })),
        }),
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map(({ span }) => range(span))),
    runs: runsOf(model, report),
  };
}

function selectionOf(model: Model, picked: PickedSelection | undefined): Selection | undefined {
  if (picked === undefined) return undefined;
  const { kind, name } = picked;
  switch (kind) {
    case 'store': {
      const store = model.stores.findIndex((one) => one.name === name);
      return store < 0 ? undefined : { kind, store };
    }
    case 'operation': {
      const operation = model.operations.findIndex((one) => one.name === name);
      return operation < 0 ? undefined : { kind, operation };
    }
    case 'zone': {
      const zone = model.vertices.findIndex((one) => one.kind === 'zone' && one.name === name);
      return zone < 0 ? undefined : { kind, zone };
    }
  }
}
