// Stands in for node:path, which a browser does not have: the suites name files to the page's channel with it.

export default { join: (...parts: readonly string[]): string => parts.join('/') };
