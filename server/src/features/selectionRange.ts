import { selectionsInSteps, type Steps } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { SelectionRange } from 'vscode-languageserver';
import type { Feature } from '../server.js';

export const selectionRange: Feature = {
  capabilities: { selectionRangeProvider: true },
  register: ({ connection, answer }) =>
    void connection.onSelectionRanges(({ textDocument, positions }, token) =>
      answer<SelectionRange[]>({ request: 'selectionRange', uri: textDocument.uri, token }, [], function* (snapshot) {
        const found: SelectionRange[] = [];
        for (const position of positions) found.push(yield* selectionAt(snapshot, snapshot.offset(position)));
        return found;
      }),
    ),
};

function* selectionAt(snapshot: Snapshot, offset: number): Steps<SelectionRange> {
  // The outermost is the whole file.
  const whole = { range: snapshot.range({ start: 0, end: snapshot.resolved.text.length }) };
  return (yield* selectionsInSteps(snapshot.resolved, offset))
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, span) => ({ range: snapshot.range(span), parent }), whole);
}
