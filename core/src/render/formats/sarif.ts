import type { Severity } from '../../checks/check.js';
import { CHECKS } from '../../checks/index.js';
import { type RangeJson, placeJson } from '../print/outcomeJson.js';
import { visible } from '../print/visible.js';
import { type CheckFormat, type Shown, shownOf, slashed, worstFirst } from './format.js';
import { runOf } from './run.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning: a rule for each code, a result for
 * each finding with the places that belong to it, and the run that leads to it as a code flow. Fingerprints are left to
 * the service, which makes its own from the source.
 */
export const sarif: CheckFormat = {
  name: 'sarif',
  print: (run) => {
    const found = worstFirst(shownOf(run));
    const used = CHECKS.filter(({ code }) => found.some((one) => one.code === code));
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Netsplit',
              semanticVersion: run.json.netsplit,
              rules: used.map(({ code, severity }) => ({
                id: code,
                help: { text: `netsplit explain ${code} prints what it means and what to do.` },
                defaultConfiguration: { level: LEVELS[severity] },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: found.map((one) =>
            result(
              one,
              used.findIndex(({ code }) => code === one.code),
            ),
          ),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function result(one: Shown, ruleIndex: number): object {
  const { code, severity, message, file, range, related, of } = one;
  const flow = flowOf(one);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: messageOf(message),
    locations: [locationOf(file, range)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: messageOf(other.message),
            ...locationOf(slashed(other.file ?? of.file), other.range),
          })),
        }),
    ...(flow.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: flow }] }] }),
  };
}

/** A step that is about nothing in the text, such as a message that is lost on its way, stands at the finding. */
function flowOf({ of, diagnostic, file, range }: Shown): object[] {
  return runOf(of, diagnostic).map(({ text, span, number }) => {
    const place = span === undefined ? { file, range } : placeJson(of.resolved.sources, span, of.nameOf);
    return {
      executionOrder: number,
      location: { message: messageOf(text), ...locationOf(slashed(place.file ?? of.file), place.range) },
    };
  });
}

/** In a message of SARIF, braces are places to fill in and brackets are links. */
function messageOf(text: string): { readonly text: string } {
  return {
    text: visible(text)
      .replace(/[[\]\\]/g, '\\$&')
      .replaceAll('{', '{{')
      .replaceAll('}', '}}'),
  };
}

function locationOf(file: string, { start, end }: RangeJson): { readonly physicalLocation: object } {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}
