/** `scenario crash { given a is primary; when stop a; then pay from ann ok }`: what breaks, and what holds then. */
export function stepsWithin(text: string): readonly string[] {
  const [, head = '', name = ''] = /^\s*([\p{L}-]{1,20}\s+([\p{L}\p{N}_-]{1,100}))\s*\{/u.exec(text) ?? [];
  let word = '';
  const lines = text
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const [first = '', ...rest] = line.trim().split(' ');
      if (first.toLowerCase() !== 'and') word = first.toLowerCase();
      return [word, rest.join(' ')] as const;
    });
  const after = (step: string): string[] => lines.flatMap(([own, rest]) => (own === step ? rest : []));
  const [breaks, claims] = [after('when'), after('then')];
  // Its store says which replica is the primary.
  const given = after('given').filter((line) => /is( the)? (primary|leader)$/i.test(line));
  const isWhole = breaks.length + claims.length + given.length === lines.length && breaks.length * claims.length > 0;
  return !isWhole || name === ''
    ? []
    : [`${head} { ${breaks.join('; ')} }`, ...claims.map((line) => `expect ${line} under ${name}`)];
}
