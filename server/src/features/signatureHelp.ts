import { signaturesInSteps } from '#core';
import type { SignatureHelp } from 'vscode-languageserver';
import type { Feature } from '../server.js';

export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [','] } },
  register: ({ connection, client, answer }) =>
    void connection.onSignatureHelp(({ textDocument, position }, token) =>
      answer<SignatureHelp | null>(
        { request: 'signatureHelp', uri: textDocument.uri, token },
        null,
        function* (snapshot) {
          const found = yield* signaturesInSteps(snapshot.resolved, snapshot.offset(position));
          if (found.length === 0) return null;
          const { offsets, noActiveParameter } = client().signatures;
          const list = found.map(({ label, documentation, parameters, active }) => ({
            label,
            documentation,
            parameters: parameters.map(({ span: { start, end }, ...parameter }) => ({
              label: offsets ? ([start, end] as [number, number]) : label.slice(start, end),
              documentation: parameter.documentation,
            })),
            // Older editors have no word for "none": a number beyond the last one marks none in most of them.
            activeParameter: active ?? (noActiveParameter ? null : parameters.length),
          }));
          return { signatures: list, activeSignature: 0, activeParameter: list[0]?.activeParameter ?? null };
        },
      ),
    ),
};
