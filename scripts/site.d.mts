/** Writes the site; throws with every link that leads nowhere. */
export function buildSite(to?: string): Promise<{ readonly pages: readonly string[] }>;
