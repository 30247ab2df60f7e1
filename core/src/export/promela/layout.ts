/**
 * Lays Promela out: two spaces for each open `{`, `if` and `do`, three more for what stands under a `::`. Not for C,
 * whose `if` has no `fi`.
 */
export function layOut(text: string): string {
  const open: ('{' | 'if')[] = [];
  const lines = text.split('\n').map((line) => {
    const words = line.trim();
    const tokens = words.replace(/\/\*.*?\*\//g, '').match(/\b(?:if|do|fi|od)\b|[{}]/g) ?? [];
    // What closes at the beginning of a line closes before it.
    const closesFirst = /^(?:fi\b|od\b|\})/.test(words);
    if (closesFirst) open.pop();
    const option = words.startsWith('::') ? 0 : 3;
    const indent = open.reduce(
      (sum, block, i) => sum + (block === '{' ? 2 : i < open.length - 1 || closesFirst ? 3 : option),
      0,
    );
    for (const token of closesFirst ? tokens.slice(1) : tokens) {
      if (token === '{') open.push('{');
      else if (token === 'if' || token === 'do') open.push('if');
      else open.pop();
    }
    return words === '' ? '' : ' '.repeat(indent) + words;
  });
  return lines.join('\n');
}
