// A design with one change, as a search makes it: most of them still mean something.

/** Words that may stand for each other. */
const WORDS = [
  [
    'choose CP',
    'choose AP',
    'replicate consensus',
    'replicate quorum R=2 W=2',
    'replicate quorum R=1 W=1 sloppy',
    'replicate any',
  ],
  ['no-prevote', 'relay', 'merge siblings', 'merge crdt', 'merge discard', 'on partition wait 5s', ''],
  [
    'needs linearizable',
    'needs causal',
    'needs monotonic-reads',
    'needs sequential',
    'needs read-your-writes',
    'needs bounded 5s',
    '',
  ],
  ['failover automatic', 'failover manual', 'sync 1', 'sync 2', 'async', ''],
  ['read', 'write'],
  ['level local', 'level quorum', 'level all', 'level one', 'level leader', ''],
  ['under any 1 link', 'under any 2 links', 'under any 3 links', 'under any 1 node', 'under any partition', ''],
  ['never lost', 'never stale', 'never conflict', 'ok', 'never error', 'available 99.99%'],
  ['once settled', 'while detecting', ''],
  [' -- ', ' -> '],
];

const STATEMENTS = [
  'zone',
  'router',
  'partition',
  'link',
  'service',
  'mesh',
  'witness',
  'expect',
  'accept',
  'fails',
  'risk',
];

/** What each of them declares, in the order of its names. */
const DECLARES = /^\s*(node|client|store|operation|zone|router|partition|link|service|mesh)\s+([\w, ]+)/;

/** `pool`: designs whose statements may be taken over. `random` draws whole numbers below a bound. */
export function changed(text, pool, random) {
  const pick = (list) => list[random(list.length)] ?? '';
  const statements = statementsOf(text);
  if (statements.length === 0) return pick(pool);
  const at = random(statements.length);
  const statement = statements[at];
  const names = declared(statements);
  switch (random(9)) {
    case 0:
      return joined(statements.toSpliced(at + 1, 0, renamed(statement, names, random)));
    case 1:
      return joined(statements.toSpliced(at, 1));
    case 2:
      return joined(statements.with(at, longer(statement, names, random)));
    case 3: {
      const from = statementsOf(pick(pool));
      return joined(statements.toSpliced(random(statements.length + 1), 0, adopted(pick(from), from, names, random)));
    }
    case 4:
      return joined(statements.with(at, numbered(statement, random)));
    case 5: {
      const ends = [names.node, names.zone, names.router].flatMap((one = []) => one);
      return joined([...statements, `link ${pick(ends)} -- ${pick(ends)} ${1 + random(90)}ms`]);
    }
    case 6: {
      const verdict = pick(['never stale', 'never lost', 'ok', 'error', 'conflict']);
      const under = pick(['any 1 link', 'any 2 links', 'any 3 links', 'any partition', ...(names.partition ?? [])]);
      return joined([...statements, `expect ${pick(names.operation ?? [])} ${verdict} under ${under}`]);
    }
    default: {
      const words = pick(WORDS);
      const old = words.find((word) => word.trim() !== '' && statement.includes(word));
      const other = pick(words);
      return joined(
        statements.with(
          at,
          old === undefined ? statement.replace(/(?= *[{}]?$)/, ` ${other}`) : statement.replace(old, other),
        ),
      );
    }
  }
}

/** Which words of the language a design uses, each once. */
export function shapeOf(text) {
  const words = [...STATEMENTS, ...WORDS.flat().filter((word) => word.trim() !== '')];
  return words.filter((word) => text.includes(word)).join(', ');
}

const joined = (statements) => `${statements.join('\n')}\n`;

/** Lines; those of one pair of braces stay together, in whatever order they are. */
function statementsOf(text) {
  const statements = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    const bare = line.replace(/"[^"]*"/g, '').replace(/\/\/.*/, '');
    if (bare.trim() === '') continue;
    if (depth > 0) statements.push(`${statements.pop()}\n${line}`);
    else statements.push(line);
    depth = Math.max(0, depth + bare.split('{').length - bare.split('}').length);
  }
  return statements;
}

/** The names that a design declares, by the word that declares them. */
function declared(statements) {
  const names = {};
  for (const statement of statements)
    for (const part of statement.split(/[{;\n]/)) {
      const [, word, list] = DECLARES.exec(part) ?? [];
      if (word === undefined) continue;
      const isList = ['node', 'router'].includes(word);
      const all = isList ? list.split(',').map((name) => name.trim().split(' ')[0]) : [list.trim().split(' ')[0]];
      names[word] = [...(names[word] ?? []), ...all.filter((name) => name !== '')];
    }
  return names;
}

/** The same once more, with other names for what it declares. */
function renamed(statement, names, random) {
  const taken = new Set(Object.values(names).flat());
  const own = Object.values(declared([statement])).flat();
  return own.reduce((text, name) => {
    let fresh = `${name}${random(10)}`;
    while (taken.has(fresh)) fresh += random(10);
    return text.replace(new RegExp(`\\b${name}\\b`, 'g'), fresh);
  }, statement);
}

/** One more name of the same kind in one of its lists. */
function longer(statement, names, random) {
  const all = Object.entries(names);
  const places = [...statement.matchAll(/\w+/g)].flatMap(({ 0: name, index }) => {
    const [, kind] = all.find(([, ofKind]) => ofKind.includes(name)) ?? [];
    return kind === undefined ? [] : [{ end: index + name.length, kind }];
  });
  if (places.length === 0) return statement;
  const { end, kind } = places[random(places.length)];
  return `${statement.slice(0, end)}, ${kind[random(kind.length)]}${statement.slice(end)}`;
}

/** A statement of another design, about what there is in this one. */
function adopted(statement, from, names, random) {
  const theirs = Object.entries(declared(from));
  const own = new Set(Object.values(declared([statement])).flat());
  return statement.replace(/\b[A-Za-z_]\w*\b/g, (word) => {
    if (own.has(word)) return word;
    const [kind] = theirs.find(([, all]) => all.includes(word)) ?? [];
    const ours = names[kind] ?? [];
    return ours.length === 0 ? word : ours[random(ours.length)];
  });
}

function numbered(statement, random) {
  const numbers = [...statement.matchAll(/(?<![\w.])\d+/g)];
  if (numbers.length === 0) return statement;
  const { 0: old, index } = numbers[random(numbers.length)];
  const other = [Number(old) + 1, Number(old) * 2, 1 + random(5), 0][random(4)];
  return `${statement.slice(0, index)}${other}${statement.slice(index + old.length)}`;
}
