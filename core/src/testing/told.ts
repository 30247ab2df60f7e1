import { analyze } from '../analyze.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { CheckCode } from '../checks/index.js';
import { wrap } from '../render/print/text.js';

const COLUMNS = 100;

/** All diagnostics of a design, drawn: "severity code on what", and below it the message in short lines. */
export function told(text: string, codes: readonly CheckCode[] = []): string {
  return analyze(text)
    .diagnostics.filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map((one) => drawn(text, one))
    .join('\n');
}

function drawn(text: string, { severity, code, span, message }: Diagnostic): string {
  const lines = wrap(message, COLUMNS).map((line) => `  ${line}`);
  return [`${severity} ${code} on ${text.slice(span.start, span.end)}`, ...lines].join('\n');
}

/** The only diagnostic with this code. */
export function only(text: string, code: CheckCode): Diagnostic {
  const [found, ...others] = analyze(text).diagnostics.filter((one) => one.code === code);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} or no ${code}, not one`);
  return found;
}

/** A design of three nodes in a mesh, with a client at a, which asks no other node, and one at b. */
export function threeNodes(text: string): string {
  return `
node a, b, c
mesh a, b, c 10ms
client atA at a via a
client atB at b
${text}`;
}
