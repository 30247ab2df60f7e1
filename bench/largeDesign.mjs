// A design of about 2,000 lines with 20 links, and edits of it as a person types them: for measuring the editor's
// answer.

const ZONES = ['us', 'eu', 'ap', 'sa', 'af'];
const STORES = 120;

/** Deterministic pseudo-random numbers (mulberry32), so that every run types the same. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/**
 * Five zones of three nodes (15 uplinks) in a ring (5 links): 20 links; a client in each zone; stores of every scheme.
 */
export function largeDesign() {
  const lines = ['// A large design: every service of a company on one network.', ''];
  for (const zone of ZONES) lines.push(`zone ${zone} { node ${zone}1, ${zone}2, ${zone}3 }`);
  ZONES.forEach((zone, i) => lines.push(`link ${zone} -- ${ZONES[(i + 1) % ZONES.length]} ${40 + 20 * i}ms`));
  for (const zone of ZONES) lines.push(`client app_${zone} in ${zone}`);
  lines.push('', 'partition atlantic { us, sa | eu, af, ap }', '');
  const clauses = [
    (a) => ['choose CP', 'on partition wait 5s'],
    (a) => ['choose AP', 'merge siblings'],
    (a) => [`replicate primary ${a} async`],
    (a) => [`replicate primary ${a} sync 1 failover automatic`],
    (a) => ['replicate quorum R=2 W=2'],
    (a) => ['replicate quorum R=1 W=1', 'merge crdt'],
  ];
  for (let s = 0; s < STORES; s++) {
    const [x, y, z] = [0, 1, 2].map((k) => `${ZONES[(s + k) % ZONES.length]}${1 + ((s + k) % 3)}`);
    const home = ZONES[s % ZONES.length];
    const away = ZONES[(s + 2) % ZONES.length];
    lines.push(`// Service ${s}: what it keeps, and who asks for it.`, `store data${s} on ${x}, ${y}, ${z} {`);
    for (const clause of clauses[s % clauses.length](x)) lines.push(`  ${clause}`);
    lines.push('}', '');
    lines.push(`operation put${s}: write data${s} from app_${home}, app_${away}`);
    lines.push(`operation get${s}: read data${s} from app_${home}, app_${away}`);
    lines.push(`operation list${s}: read data${s} from app_${away}`);
    lines.push(`operation check${s} from app_${home} {`, `  read data${s}`, `  write data${s}`, '}', '');
    lines.push(`expect get${s} never lost under atlantic`, '', `// End of service ${s}.`, '');
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The next edit: a character in a comment, a renamed operation, another choice or level, a line more. Offsets in
 * UTF-16.
 */
export function nextEdit(text, random) {
  const kinds = [
    () => replaceIn(text, /\/\/ Service \d+: w/g, random, (found) => `${found}h`),
    () => replaceIn(text, /operation list\d+/g, random, (found) => `${found}x`),
    () => replaceIn(text, /choose (CP|AP)/g, random, (found) => (found.endsWith('CP') ? 'choose AP' : 'choose CP')),
    () =>
      replaceIn(text, /operation get\d+: read data\d+ from app_\w+/g, random, (found) =>
        found.replace(/app_\w+$/, `app_${ZONES[random(ZONES.length)]}`),
      ),
    () => replaceIn(text, /\/\/ End of service \d+\.\n/g, random, (found) => `${found}// more\n`),
    () =>
      replaceIn(text, /sync 1 failover automatic|async\n/g, random, (found) =>
        found.startsWith('async') ? 'sync 1\n' : 'sync 1 failover manual',
      ),
  ];
  return kinds[random(kinds.length)]();
}

function replaceIn(text, pattern, random, change) {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return { start: 0, end: 0, text: '// first\n' };
  const hit = found[random(found.length)];
  return { start: hit.index, end: hit.index + hit[0].length, text: change(hit[0]) };
}
