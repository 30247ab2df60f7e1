/** One word of a POSIX shell, whatever characters it has. */
export function quotedWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Lines as comments of shells, YAML and most others. */
export function hashComment(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '#' : `# ${line}`)).join('\n');
}

/** The rules of one host or container: what these addresses send is dropped where it comes in. */
export function dropRules(addresses: string): string {
  return `table inet netsplit {
  chain input {
    type filter hook input priority -300; policy accept;
    ${addresses}
  }
}`;
}

/** JSON of which every reader makes the same: of YAML a line break, of EDN a blank, are more than that of JSON. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[^\n -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
