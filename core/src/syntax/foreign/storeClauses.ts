import { written } from './scan.js';
import type { Parts } from './storeMembers.js';

/** The primary of a preset stands first. */
export function ordered({ preset, primary: first, scheme }: Parts, own: readonly string[]): readonly string[] {
  if (preset === undefined || first === undefined || scheme.length > 0 || !own.includes(first)) return own;
  return [first, ...own.filter((one) => one !== first)];
}

export function list(all: readonly string[]): string {
  return all.map(written).join(', ');
}

/** The clauses of the body, in their order. */
export function clausesOfParts(parts: Parts, own: readonly string[]): string[] {
  const { choice, preset, read: r, write: w, inSync: k, scheme } = parts;
  const first = parts.primary ?? (parts.hasPrimary === true ? own[0] : undefined);
  const counts = `${r ? ` R=${r}` : ''}${w ? ` W=${w}` : ''}`;
  const waits = scheme.some((one) => /^(sync|async|min-replicas)/.test(one)) || k !== undefined;
  // `sync a, async b`: all that are not named are async.
  const isNamedSync = scheme.some((one) => /^sync/.test(one));
  const said = isNamedSync ? scheme.filter((one) => one !== 'async') : scheme;
  const primaryScheme = (): string[] => [
    'primary',
    written(first ?? own[0] ?? ''),
    ...(k === undefined ? [] : [`in-sync ${k}`]),
    ...said,
    ...(waits || scheme.length > 0 ? [] : ['async']),
    ...(k !== undefined && (first === undefined || preset !== undefined) ? ['failover automatic'] : []),
  ];
  // With `choose CP` a leader is that of consensus.
  const isConsensus = choice === 'CP' && parts.isLeader === true && scheme.length === 0 && k === undefined;
  if (isConsensus && first !== undefined) scheme.push('consensus', `leader ${written(first)}`);
  if (scheme.includes('consensus') && first !== undefined && !scheme.some((one) => one.startsWith('leader ')))
    scheme.push(`leader ${written(first)}`);
  const isNamed = scheme.includes('consensus') || scheme.includes('any');
  // The first replica is a preset's primary.
  const isPresets = preset !== undefined && first === own[0];
  const isDefault = preset === 'kafka' && k === '2' && (first === undefined || isPresets) && scheme.length === 0;
  const words = isNamed
    ? scheme
    : r !== undefined || w !== undefined
      ? [`quorum${counts}`, ...scheme]
      : (first !== undefined && !isPresets) || scheme.length > 0 || (k !== undefined && !isDefault)
        ? primaryScheme()
        : [];
  return [
    ...(preset === undefined ? [] : [`like ${written(preset)}`]),
    ...(choice === undefined ? [] : [`choose ${choice}`]),
    ...(words.length === 0 ? [] : [`replicate ${words.join(' ')}`]),
    ...parts.clauses,
  ];
}
