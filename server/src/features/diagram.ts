import {
  causeOf,
  diagramPanelInSteps,
  elementsAt,
  shownDiagram,
  type Steps,
  tooMuchToDraw,
  tooMuchToList,
  visible,
  writePartitionInSteps,
  type Results,
} from '#core';
import {
  Requests,
  type Diagram,
  type DiagramAnswer,
  type DiagramQuery,
  type ElementsAnswer,
  type ElementsParams,
  type PartitionAnswer,
} from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../documents/snapshot.js';
import { message } from '../refusals.js';
import type { Feature } from '../server.js';

const NOT_OPEN = message(
  'There is no picture of this design: its file is not open any more, or drawing it failed. The log says more ' +
    '(command “Netsplit: Show Output”).',
);
const NOWHERE: ElementsAnswer = { vertices: [], links: [] };

/** Pictures of the text as it is at this moment, with what a fault does: they wait for nothing. */
export const diagram: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer }) => {
    connection.onRequest<DiagramAnswer, void>(Requests.diagram, (query: DiagramQuery, token: CancellationToken) =>
      answer<DiagramAnswer>({ request: 'diagram', uri: query.uri, token }, NOT_OPEN, function* (snapshot) {
        const tooMuch = tooMuchToDraw(snapshot.resolved.model) ?? tooMuchToList(snapshot.resolved.model);
        if (tooMuch !== undefined) return message(tooMuch);
        const diagram = yield* diagramOf(snapshot, query, analysis.resultsOf(snapshot));
        return { kind: 'diagram', version: snapshot.version, diagram };
      }),
    );
    connection.onRequest<ElementsAnswer, void>(
      Requests.elementsAt,
      ({ uri, position }: ElementsParams, token: CancellationToken) =>
        answer({ request: 'elementsAt', uri, token }, NOWHERE, (snapshot) =>
          elementsAt(snapshot.resolved, snapshot.offset(position)),
        ),
    );
    connection.onRequest<PartitionAnswer, void>(
      Requests.writePartition,
      ({ uri, fault }: DiagramQuery, token: CancellationToken) =>
        answer<PartitionAnswer>({ request: 'writePartition', uri, token }, NOT_OPEN, function* (snapshot) {
          const written = yield* writePartitionInSteps(snapshot.resolved, causeOf(snapshot.resolved.model, fault));
          if (written.kind === 'problem') return message(visible(written.message));
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

function* diagramOf(snapshot: Snapshot, query: DiagramQuery, results: Results | undefined): Steps<Diagram> {
  const panel = yield* diagramPanelInSteps(snapshot.resolved, query, results);
  return shownDiagram(snapshot.resolved.model, panel, (span) => snapshot.placeOf(span));
}
