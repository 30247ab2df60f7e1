import { signatures } from '#core';
import type { SignatureHelp } from 'vscode-languageserver/node';
import type { Feature } from '../server.js';

export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [','] } },
  register: ({ connection, answer }) =>
    void connection.onSignatureHelp(({ textDocument, position }, token) =>
      answer<SignatureHelp | null>('signatureHelp', textDocument.uri, null, token, (snapshot) => {
        const found = signatures(snapshot.resolved, snapshot.offset(position));
        if (found.length === 0) return null;
        const list = found.map(({ label, documentation, parameters, active }) => ({
          label,
          documentation,
          parameters: parameters.map(({ span, ...parameter }) => ({ label: [span.start, span.end] as [number, number], documentation: parameter.documentation })),
          // A number beyond the last one marks none.
          activeParameter: active ?? parameters.length,
        }));
        return { signatures: list, activeSignature: 0, activeParameter: list[0]?.activeParameter ?? 0 };
      }),
    ),
};
