import type { Way } from './driver.js';
import { all, those } from './wait.js';

/** Does a request get from one site to the server at another one, and its answer back? It is asked twice. */
export type Reaches = (way: Way) => Promise<boolean>;

/** The sites whose servers are connected to the one at `site`, in both directions, with itself. */
export function connectedTo(site: string, sites: readonly string[], reaches: Reaches): Promise<string[]> {
  const reachesSoon = async (way: Way): Promise<boolean> => (await reaches(way)) || (await reaches(way));
  return those(sites, async (other) => {
    if (other === site) return true;
    return all([site, other], (from) => reachesSoon({ from, to: from === site ? other : site }));
  });
}

/** The first standby that an operator promotes: one that is connected to a majority, if the primary is not. */
export async function toPromote(
  primary: string,
  sites: readonly string[],
  reaches: Reaches,
): Promise<string | undefined> {
  const isInMajority = async (site: string): Promise<boolean> =>
    2 * (await connectedTo(site, sites, reaches)).length > sites.length;
  if (await isInMajority(primary)) return undefined;
  return (await those(sites, isInMajority)).find((site) => site !== primary);
}
