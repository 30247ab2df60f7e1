import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { type Diagnostic, type Severity, visible } from '#core';
import type { Snapshot } from './documents/snapshot.js';
import type { ClientFacts } from './server.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as LSP has it: positions instead of offsets, and a link to the page of its code where the client has told
 * where those are. What is related leads to other places: what is said of the place itself stands in its hover, which
 * an editor shows below all of this.
 */
export function toLsp(diagnostic: Diagnostic, snapshot: Snapshot, client: ClientFacts): LspDiagnostic {
  const elsewhere = (diagnostic.related ?? []).filter(({ span }) => span.start !== diagnostic.span.start);
  return {
    range: snapshot.range(diagnostic.span),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.code,
    ...(client.docsBase === undefined ? {} : { codeDescription: { href: `${client.docsBase}/${diagnostic.code}.md` } }),
    source: 'netsplit',
    message: visible(diagnostic.message),
    ...(client.relatedInformation && elsewhere.length > 0
      ? {
          relatedInformation: elsewhere.map(({ span, message }) => ({
            location: snapshot.location(span),
            message: visible(message),
          })),
        }
      : {}),
  };
}
