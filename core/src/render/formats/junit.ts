import { MISTAKES } from '../../checks/index.js';
import { escapeXml } from '../diagram/svg.js';
import type { CheckedFile, FileJson } from '../print/json.js';
import { visible } from '../print/visible.js';
import { type CheckFormat, type Shown, shownOf, slashed } from './format.js';
import { runOf } from './run.js';

interface Case {
  readonly name: string;
  readonly line?: number;
  readonly wrong?: Wrong;
}

/** `failure`: it does not hold. `error`: it could not be told. */
interface Wrong {
  readonly kind: 'failure' | 'error';
  readonly code: string;
  readonly message: string;
  readonly run: readonly string[];
}

interface Suite {
  readonly file: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML: a suite for each design, a case for each of its expectations and needs, and one for each other error. A
 * failure has the message of the diagnostic, and the run that leads to it.
 */
export const junit: CheckFormat = {
  name: 'junit',
  print: (run) => {
    const found = shownOf({ ...run, isShown: () => true });
    const suites = run.files.flatMap((file, i): Suite[] => {
      const json = run.json.files[i];
      const own = found.filter(({ of }) => of === file);
      return json === undefined ? [] : [{ file: slashed(file.file), cases: casesOf(file, json, own) }];
    });
    const all = suites.flatMap(({ cases }) => cases);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="netsplit" ${counts(all)}>`,
      ...suites.flatMap(suiteLines),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function casesOf(file: CheckedFile, json: FileJson, found: readonly Shown[]): readonly Case[] {
  const taken = new Set<Shown>();
  const expectations = json.expectations.map(({ expectation, status, why, range }): Case => {
    const said = found.find(
      (one) => /^expectation-(fails|not-known|not-judged)$/.test(one.code) && isAt(one.range.start, range?.start),
    );
    if (said !== undefined) taken.add(said);
    const place = { name: expectation, ...(range === null ? {} : { line: range.start.line }) };
    if (status === 'holds') return place;
    const kind = status === 'fails' ? 'failure' : 'error';
    const message = said?.message ?? why ?? status;
    return {
      ...place,
      wrong: { kind, code: said?.code ?? status, message, run: said === undefined ? [] : steps(said) },
    };
  });
  const needs = json.needs.map(({ operation, client, step, needs: wanted, status, why }): Case => {
    const name = `${operation} from ${client}: ${step} needs ${wanted}`;
    return status === 'impossible'
      ? { name, wrong: { kind: 'failure', code: 'needs-impossible', message: why ?? status, run: [] } }
      : { name };
  });
  const others = found
    .filter((one) => one.severity === 'error' && !taken.has(one) && one.code !== 'needs-impossible')
    .map((one): Case => {
      const { code, message, range, diagnostic } = one;
      const kind = MISTAKES.has(diagnostic.code) ? 'error' : 'failure';
      const { line, column } = range.start;
      return { name: `${code} at ${line}:${column}`, line, wrong: { kind, code, message, run: steps(one) } };
    });
  const all = [...expectations, ...needs, ...others];
  // A suite without a case is taken for one that did not run.
  return all.length > 0 ? all : [{ name: `${file.file} has no mistake` }];
}

function isAt(
  start: { readonly line: number; readonly column: number },
  other: { readonly line: number; readonly column: number } | undefined,
): boolean {
  return start.line === other?.line && start.column >= other.column;
}

function steps({ of, diagnostic }: Shown): readonly string[] {
  return runOf(of, diagnostic).map(({ number, text }) => `${number}. ${text}`);
}

function suiteLines({ file, cases }: Suite): string[] {
  return [
    `  <testsuite name="${xml(file)}" ${counts(cases)}>`,
    ...cases.flatMap((one) => caseLines(file, one)),
    '  </testsuite>',
  ];
}

function caseLines(file: string, { name, line, wrong }: Case): string[] {
  const at = line === undefined ? '' : ` line="${line}"`;
  const opened = `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}"${at}`;
  if (wrong === undefined) return [`${opened}/>`];
  const { kind, code, message, run } = wrong;
  const body = [message, ...run].map(xml).join('\n');
  return [
    `${opened}>`,
    `      <${kind} type="${xml(code)}" message="${xml(message)}">${body}</${kind}>`,
    '    </testcase>',
  ];
}

function counts(cases: readonly Case[]): string {
  const of = (kind: Wrong['kind']): number => cases.filter(({ wrong }) => wrong?.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}"`;
}

/** Characters that XML has no way to write are shown as what they are. */
function xml(text: string): string {
  return escapeXml(visible(text));
}
