import type { Use } from './deployment.js';
import { textsIn, type Tree } from './tree.js';

/**
 * The parts that settings name as a host: `postgres://db:5432/app`, `REDIS_HOST=cache`, `kafka-1:9092`. A name is a
 * host where it stands for itself, after `//`, `@`, `=` or a comma, or before a port.
 */
export function usesIn(
  file: string,
  settings: readonly (Tree | undefined)[],
  names: readonly string[],
): readonly Use[] {
  const known = new Set(names);
  const found = new Map<string, Use>();
  for (const { text, line } of settings.flatMap(textsIn)) {
    for (const host of hostsIn(text)) {
      if (known.has(host) && !found.has(host))
        found.set(host, { part: host, why: { origin: { file, line }, text: 'its settings' } });
    }
  }
  return [...found.values()];
}

/** "a.b.svc.cluster.local:80" gives "a.b.svc.cluster.local" and "a": inside a cluster a host's first label names it. */
function hostsIn(text: string): readonly string[] {
  const words = text.split(/[\s,;"'()[\]{}<>|=@/?&]/);
  return words.flatMap((word) => {
    const host = word.split(':')[0] ?? '';
    return [host, host.split('.')[0] ?? ''].filter((name) => name !== '');
  });
}
