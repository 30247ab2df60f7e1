/**
 * What stands in the holes of a text. A list stands where its hole is the only thing on the line: each member becomes a
 * line, and with no member the line goes too. A string or a number replaces its hole and nothing else.
 */
export type Fillings = Readonly<Record<string, string | number | readonly string[]>>;

/** A hole that is alone on its line, or one inside of a line. */
const HOLE = /^[ ]*«([^«»]+)»\n|«([^«»]+)»/gm;

/**
 * Fills the holes of a `.pml` file: `«turns»` stands for what is called "turns". Every hole needs a filling and every
 * filling a hole, so that text and code can't part unnoticed.
 */
export function fill(text: string, fillings: Fillings): string {
  const unused = new Set(Object.keys(fillings));
  const filled = text.replace(HOLE, (_, wholeLine: string | undefined, inside: string | undefined) => {
    const name = wholeLine ?? inside ?? '';
    const filling = fillings[name];
    if (filling === undefined) throw new Error(`nothing fills «${name}»`);
    unused.delete(name);
    if (wholeLine === undefined) return String(filling);
    return typeof filling === 'object' ? filling.map((line) => `${line}\n`).join('') : `${filling}\n`;
  });
  if (unused.size > 0) throw new Error(`there is no hole «${[...unused].join('», «')}»`);
  return filled;
}

/** The first of several ways whose guard holds, each written as `:: guard -> …`, or else another one. */
export function choice(ways: readonly string[], otherwise: string): string {
  return ways.length === 0 ? otherwise : ['if', ...ways, `:: else -> ${otherwise}`, 'fi'].join('\n');
}
