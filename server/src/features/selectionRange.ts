import { selections } from '#core';
import type { SelectionRange } from 'vscode-languageserver';
import type { Feature } from '../server.js';

export const selectionRange: Feature = {
  capabilities: { selectionRangeProvider: true },
  register: ({ connection, answer }) =>
    void connection.onSelectionRanges(({ textDocument, positions }, token) =>
      answer<SelectionRange[]>({ request: 'selectionRange', uri: textDocument.uri, token }, [], (snapshot) =>
        positions.map((position) =>
          // The outermost is the whole file.
          selections(snapshot.resolved, snapshot.offset(position))
            .slice(0, -1)
            .reduceRight<SelectionRange>((parent, span) => ({ range: snapshot.range(span), parent }), {
              range: snapshot.range({ start: 0, end: snapshot.resolved.text.length }),
            }),
        ),
      ),
    ),
};
