/** An include that has its line to itself. */
const INCLUDE = /^include[ \t]+"([^"\\]+)"[ \t]*$/gm;

/**
 * A sample as one text: each include is replaced by its file, since a file that is not saved yet has no folder in which
 * the samples' files could be found. `read` gets the path as it is written.
 */
export async function withIncludes(text: string, read: (path: string) => Promise<string>): Promise<string> {
  const paths = [...new Set([...text.matchAll(INCLUDE)].flatMap(({ 1: path }) => path ?? []))];
  const texts = new Map(await Promise.all(paths.map(async (path) => [path, (await read(path)).trimEnd()] as const)));
  return text.replace(INCLUDE, (line, path: string) => texts.get(path) ?? line);
}
