// The pages of the repository as they travel in a package: there, a link that leads to a file beside the page is dead.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repo } from './setup.mjs';

/** `![text](target)` and `[text](target)`, where the target is a path and not an address, an anchor or a command. */
const PICTURE = /!\[([^[\]]*)\]\((?![a-z][a-z+.-]*:|#)([^()\s]+)\)/gi;
const LINK = /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\((?![a-z][a-z+.-]*:|#)([^()\s]+)\)/gi;
/** Code keeps its brackets. */
const CODE = /^([ >]*)(`{3,}|~{3,})[\s\S]*?^\1\2[^\n]*$|`[^`\n]+`/gm;

/** Where the repository can be looked at, without a slash at its end; undefined: not known yet. */
export function repositoryAddress({ repository }) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url?.replace(/^git\+/, '').replace(/(\.git)?\/?$/, '');
}

/**
 * A page without relative links. They lead to the repository as it was at this version; while its address is not known,
 * the text of a link stays as plain text, and a picture is left out with its line.
 */
export function packagedPage(markdown, { repository, version }) {
  const address = repositoryAddress({ repository });
  const codes = [];
  const hidden = markdown.replace(CODE, (code) => `\0${codes.push(code) - 1}\0`);
  const at = (kind, target) => `${address}/${kind}/v${version}/${path.posix.normalize(target)}`;
  const seen =
    address === undefined
      ? hidden
          .replace(PICTURE, '\0picture\0')
          .replace(LINK, '$1')
          .replace(/^\0picture\0\n\n?/gm, '')
      : hidden
          .replace(PICTURE, (_, text, target) => `![${text}](${at('raw', target)})`)
          .replace(LINK, (_, text, target) => `[${text}](${at('blob', target)})`);
  return seen.replace(/\0(\d+)\0/g, (_, i) => codes[i]);
}

/** README.md or CHANGELOG.md, as packages have it. */
export function packagedFile(file, manifest) {
  return packagedPage(readFileSync(path.join(repo, file), 'utf8'), manifest);
}
