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
