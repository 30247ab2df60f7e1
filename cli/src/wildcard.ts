/** Does a name fit? */
export type Matcher = (name: string) => boolean;

/** A state of the automaton: what a character leads to, and what is reached without one. */
interface State {
  readonly moves: { readonly fits: (char: string) => boolean; readonly to: number }[];
  readonly empty: number[];
}

/**
 * Whether a name fits one part of a pattern: `*`, `?`, `[ab]`, `[!a-z]`, `{a,b}`. All ways to fit are followed at once,
 * so that a name takes the time of its length times that of the pattern: a regular expression, as in Node's own `glob`
 * and in the packages for this, tries one after the other, and there are as many as there are subsets.
 */
export function wildcard(pattern: string): Matcher {
  const { states, last } = compile([...pattern]);
  return (name) => {
    let reached = closure(states, [0]);
    for (const char of name) {
      const next: number[] = [];
      for (const state of reached) for (const { fits, to } of states[state]?.moves ?? []) if (fits(char)) next.push(to);
      if (next.length === 0) return false;
      reached = closure(states, next);
    }
    return reached.has(last);
  };
}

/** With what is reached without a character. */
function closure(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  // The loop also visits entries that are added while it runs.
  for (const state of reached) for (const next of states[state]?.empty ?? []) reached.add(next);
  return reached;
}

function compile(chars: readonly string[]): { readonly states: readonly State[]; readonly last: number } {
  const states: State[] = [{ moves: [], empty: [] }];
  const open: { readonly start: number; readonly end: number }[] = [];
  const lastBrace = chars.lastIndexOf('}');
  let at = 0;
  const add = (): number => states.push({ moves: [], empty: [] }) - 1;
  const move = (fits: (char: string) => boolean): void => {
    const to = add();
    states[at]?.moves.push({ fits, to });
    at = to;
  };
  const jump = (to: number): void => {
    states[at]?.empty.push(to);
    at = to;
  };
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    const group = open.at(-1);
    if (char === '*') {
      jump(add());
      states[at]?.moves.push({ fits: () => true, to: at });
    } else if (char === '?') move(() => true);
    else if (char === '{' && i < lastBrace) open.push({ start: at, end: add() });
    else if (group !== undefined && char === ',') {
      jump(group.end);
      at = group.start;
    } else if (group !== undefined && char === '}') {
      jump(group.end);
      open.pop();
    } else {
      const set = char === '[' ? setAt(chars, i) : undefined;
      move(set?.fits ?? ((one) => one === char));
      i = set?.end ?? i;
    }
  }
  while (open.length > 0) jump(open.pop()?.end ?? at);
  return { states, last: at };
}

/** The set that begins with a `[`, and where its `]` is. What is not a set, such as `[]` or `[z-a]`, means itself. */
function setAt(
  chars: readonly string[],
  start: number,
): { readonly fits: (char: string) => boolean; readonly end: number } | undefined {
  const end = chars.indexOf(']', start + 2);
  if (end < 0) return undefined;
  const isNegated = chars[start + 1] === '!' || chars[start + 1] === '^';
  const inside = chars.slice(start + (isNegated ? 2 : 1), end);
  const ranges: { readonly from: number; readonly to: number }[] = [];
  for (let i = 0; i < inside.length; i++) {
    const from = inside[i]?.codePointAt(0) ?? 0;
    const isRange = inside[i + 1] === '-' && i + 2 < inside.length;
    const to = isRange ? (inside[i + 2]?.codePointAt(0) ?? 0) : from;
    if (from > to) return undefined;
    ranges.push({ from, to });
    if (isRange) i += 2;
  }
  const fits = (char: string): boolean => {
    const code = char.codePointAt(0) ?? 0;
    return ranges.some(({ from, to }) => from <= code && code <= to) !== isNegated;
  };
  return { fits, end };
}
