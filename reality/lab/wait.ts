import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until there is an answer; throws after `timeout` ms. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, timeout = 40_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`no ${what} within ${timeout / 1000} s`);
    await sleep(250);
  }
}

/** Asks all at the same time. */
export async function everyone<T>(
  sites: readonly string[],
  ask: (site: string) => Promise<T>,
): Promise<Map<string, T>> {
  return new Map(await Promise.all(sites.map(async (site) => [site, await ask(site)] as const)));
}

/** Is it true of all of them? */
export async function all(sites: readonly string[], ask: (site: string) => Promise<boolean>): Promise<boolean> {
  return (await those(sites, ask)).length === sites.length;
}

/** The ones of which it is true. */
export async function those(sites: readonly string[], ask: (site: string) => Promise<boolean>): Promise<string[]> {
  return [...(await everyone(sites, ask))].flatMap(([site, isTrue]) => (isTrue ? [site] : []));
}

/** Waits until it is true of one and of no other. */
export function theOne(
  what: string,
  sites: readonly string[],
  ask: (site: string) => Promise<boolean>,
): Promise<string> {
  return until(what, async () => {
    const [one, ...others] = await those(sites, ask);
    return others.length === 0 ? one : undefined;
  });
}
