/** Writes the playground into a folder, which any web server serves; throws where it can't be built. */
export function buildPlayground(to: string): Promise<void>;
