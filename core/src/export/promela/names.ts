/**
 * Words with a meaning in Promela, in C or for the preprocessor: a `#define` of one of them would change more than the
 * design.
 */
const RESERVED = new Set(
  (
    'active assert atomic bit bool break byte chan cond_expr d_proctype d_step do else empty enabled eval ' +
    'false fi for full goto hidden if in init inline int len local ltl ' +
    'mtype nempty never nfull notrace np_ nr_pr od of pc_value pid printf printm priority proctype product ' +
    'provided return run select set_priority short show skip ' +
    'STDIN timeout trace true typedef unless unsigned xr xs _ _last _nr_pr _pid _priority _thread ' +
    'c_code c_decl c_expr c_state c_track D_proctype U V W X ' +
    'auto case char const continue default double enum extern float long main now register signed sizeof ' +
    'static struct switch union void volatile while defined define include'
  ).split(' '),
);

/** Around the number of a mark. In no text of a design: names are shown without characters for private use. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/**
 * Gives the things of a design identifiers of their own. While the text is being written a name is a mark; when it is
 * complete and every other word in it is known, `fill` replaces each mark by an identifier that is neither one of those
 * words nor equal to another.
 */
export class Names {
  private readonly given: { readonly kind: string; readonly name: string }[] = [];

  /** The mark of one more thing. `kind` is a word that stands in where nothing of the name can be kept. */
  mark(kind: string, name: string): string {
    this.given.push({ kind, name });
    return `${OPEN}${this.given.length - 1}${CLOSE}`;
  }

  /** The text with identifiers instead of marks. */
  fill(text: string): string {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(MARK, ' ');
    const taken = new Set([...RESERVED, ...(code.match(/[A-Za-z_]\w*/g) ?? [])]);
    const identifiers = this.given.map(({ kind, name }) => {
      const wanted = identifier(kind, name);
      let free = wanted;
      for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`;
      taken.add(free);
      return free;
    });
    return text.replace(MARK, (_, index: string) => identifiers[Number(index)] ?? '');
  }
}

/** What can be kept of a name: letters without accents, digits, underscores. */
function identifier(kind: string, name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (plain === '') return kind;
  return /^\d/.test(plain) ? `${kind}_${plain}` : plain;
}

/** A name inside a comment, which it must not end. */
export function inComment(name: string): string {
  return name
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *');
}
