import type { Severity, Style, VerdictKind } from '#core';
import { PLAIN } from '#core';
import pc from 'picocolors';
import type { Io } from './io.js';

/**
 * `--color` and `--no-color` take precedence over NO_COLOR, which takes precedence over the terminal
 * (https://no-color.org).
 */
export function styleOf(io: Pick<Io, 'env' | 'terminal'>, color: boolean | undefined): Style {
  const wanted = color ?? ((io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb' && io.terminal !== undefined);
  return wanted ? coloured() : PLAIN;
}

/** On a narrower terminal, lines are longer than it. */
const NARROWEST = 40;

/** The maximal width of a report, in columns. */
export function columnsOf(io: Io): number {
  return Math.max(NARROWEST, io.terminal?.columns ?? 120);
}

function coloured(): Style {
  const colors = pc.createColors(true);
  const verdicts: Readonly<Record<VerdictKind | 'not known', (text: string) => string>> = {
    ok: colors.green,
    error: colors.red,
    stale: colors.yellow,
    dirty: colors.yellow,
    unknown: colors.magenta,
    partial: colors.yellow,
    conflict: colors.yellow,
    lost: colors.red,
    'not known': colors.dim,
  };
  const severities: Readonly<Record<Severity, (text: string) => string>> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.dim,
  };
  return {
    bold: colors.bold,
    dim: colors.dim,
    verdict: (verdict, text) => verdicts[verdict](text),
    severity: (severity, text) => severities[severity](text),
  };
}
