import { partsOf, wordFor } from '../foreignWords.js';
import { clausesOf, wordsOf } from '../language/index.js';
import { isFiller, joined, NOTHING_KNOWN } from './known.js';
import { isOneWay, withUnit } from './links.js';
import { isMark, isName, lower, type Token, written } from './scan.js';
import { list } from './storeClauses.js';
import { presetOf, presetOfWords } from './products.js';
import { choiceOf, type Key, LEADERLESS, members, names } from './storeMembers.js';

/** `consistency over availability`: what goes before the other is chosen. */
function preferred(values: readonly Token[]): readonly Token[] {
  const over = values.findIndex(isOver);
  return over < 0 ? values : values.slice(0, over);
}

function isOver(token: Token | undefined): boolean {
  return token !== undefined && (['over', 'before'].includes(lower(token)) || isMark(token, '>'));
}

/** `choose C` */
const INITIALS: Readonly<Record<string, string>> = { C: 'CP', A: 'AP' };

export const choose: Key = (all, parts, known) => {
  const values = preferred(all);
  const said = values.filter((token) => isName(token) && !isFiller(token));
  const choice = said
    .map((token) => choiceOf(token) ?? INITIALS[token.text.toUpperCase()])
    .find((one) => one !== undefined);
  const [first, ...rest] = said;
  // `mode = async`
  const key = first === undefined ? undefined : KEYS.get(lower(first));
  if (choice === undefined && (key === asynchronous || key === sync)) {
    key(rest, parts, known);
    return;
  }
  const isOther = (token: Token): boolean => token.kind === 'number' || (isName(token) && !isFiller(token));
  const isSaid = (token: Token): boolean =>
    choiceOf(token) !== undefined || Object.hasOwn(INITIALS, token.text.toUpperCase());
  const others = values.filter((token) => isOther(token) && !isSaid(token));
  if (choice === undefined || first === undefined || others.length > 0) parts.lost = true;
  else parts.choice = choice;
};

/** `consistency strong` is a choice; `consistency LOCAL_QUORUM` is a level, which its operations have. */
export const consistency: Key = (all, parts, known) => {
  if (isOver(all[0]) && all.slice(1).filter(isName).length === 1) {
    parts.choice = 'CP';
    return;
  }
  const values = all;
  const said = values.filter((token) => isName(token) && !isFiller(token));
  const [first, second] = said;
  if (said.some((token) => choiceOf(token) !== undefined)) choose(values, parts, known);
  // `eventual consistency`
  else if (first === undefined && parts.choice !== undefined) return;
  else if (first === undefined || second !== undefined) parts.lost = true;
  // `consistency = raft` names the scheme.
  else if (SCHEMES.has(lower(first))) KEYS.get(lower(first))?.([], parts, NOTHING_KNOWN);
  else parts.level = first.text;
};

const SCHEMES: ReadonlySet<string> = new Set('raft paxos zab consensus'.split(' '));

export const like: Key = (values, parts) => {
  const end = values.findIndex((token) => isMark(token, ';', ','));
  const others = end < 0 ? [] : values.slice(end).filter(isName);
  const said = (end < 0 ? values : values.slice(0, end)).filter((token) => isName(token) && !isFiller(token));
  const own = withoutMaker(said);
  const [first, second] = own;
  // `using raft` names the scheme.
  if (first === undefined && !values.some(isName)) return;
  if (first === undefined || others.length > 0) parts.lost = true;
  // `like mysql group replication`
  else if (second !== undefined) parts.preset = presetOfWords(joined(own));
  // `type = cp`
  else if (presetOf(first) === undefined && choiceOf(first) !== undefined) parts.choice = choiceOf(first) ?? '';
  else parts.preset = presetOf(first) ?? first.text;
};

/** `image: etcd`; a picture has no such name. */
const image: Key = (values, parts) => {
  const preset = values.map(presetOf).find((one) => one !== undefined);
  if (preset !== undefined) parts.preset ??= preset;
};

const MAKERS: ReadonlySet<string> = new Set(
  'apache amazon aws google gcp azure microsoft oracle confluent hashicorp elastic redhat'.split(' '),
);

/** `like Apache Kafka`, `like Amazon DynamoDB` */
function withoutMaker(words: readonly Token[]): readonly Token[] {
  const [maker, product] = words;
  if (maker === undefined || product === undefined || !MAKERS.has(lower(maker))) return words;
  return presetOf(product) === undefined ? words : words.slice(1);
}

export const primary: Key = (values, parts, known) => {
  const list = names(values, known);
  if (list[0] === undefined) parts.lost = true;
  parts.primary ??= list[0] ?? '';
  parts.copies.push(...list);
};

/** `from db bounded 60s` is derived data, `from a` names the primary. */
const source: Key = (values, parts, known) => {
  const store = values.find(({ text }) => known.stores.has(text));
  if (store === undefined || known.places.has(store.text)) {
    primary(values, parts, known);
    return;
  }
  const bound = values.find(({ kind }) => kind === 'number');
  parts.clauses.push(`from ${written(store.text)}${bound === undefined ? '' : ` bounded ${withUnit(bound.text)}`}`);
};

/** `replicate to all`: what is replicated to is said by the list of replicas. */
const OTHERS: readonly string[] = ['all', 'everyone', 'everywhere', 'others', 'every', 'each', 'both', 'replicas'];

export const leader: Key = (values, parts, known) => {
  primary(values, parts, known);
  parts.isLeader = true;
};

export const copies: Key = (values, parts, known) => {
  const isOthers = (name: string): boolean => Number.isInteger(Number(name)) || OTHERS.includes(name.toLowerCase());
  parts.copies.push(...names(values, known).filter((name) => !isOthers(name)));
};

/** A cache answers by itself. */
const caches: Key = (values, parts, known) => {
  copies(values, parts, known);
  parts.level ??= 'local';
};

export const witnesses: Key = (values, parts, known) => {
  parts.witnesses.push(...names(values, known));
};

/** A word of a scheme, as it is, with its values. */
const word =
  (text: string): Key =>
  (values, parts) => {
    const said = values.filter((token) => isName(token) || token.kind === 'number').map((token) => token.text);
    parts.scheme.push([text, ...said.map((one) => (/^(true|yes|auto|on)$/i.test(one) ? 'automatic' : one))].join(' '));
  };

export const failover: Key = (values, parts, known) => {
  const said = values.map(({ text }) => text.toLowerCase());
  parts.scheme.push(
    `failover ${said.some((one) => /^(manual|manually|no|none|off|false|hand)$/.test(one)) ? 'manual' : 'automatic'}`,
  );
  // Those who watch the primary choose the next one.
  const electorate = values.filter(({ text }) => known.places.has(text)).map(({ text }) => text);
  if (electorate.length > 0) parts.scheme.push(`by ${list(electorate)}`);
};

export const clause =
  (text: string, group?: 'merge rule' | 'reaction'): Key =>
  (values, parts) => {
    const said = values.filter((token) => isName(token) || token.kind === 'number');
    const [first] = said;
    if (first === undefined) parts.lost = true;
    const meant = said.flatMap((token) => {
      if (token.kind === 'number') return withUnit(token.text);
      const own = group === undefined || wordsOf(group).includes(token.text.toLowerCase());
      return own ? token.text : (wordFor(group, token.text) ?? []);
    });
    if (meant.length === 0) parts.lost = true;
    parts.clauses.push(`${text} ${meant.join(' ')}`);
  };

/** `conflict resolution: last write wins` begins with two of its words. */
export const merge: Key = (values, parts, known) => {
  if (values.some(isName)) clause('merge', 'merge rule')(values, parts, known);
};

const replicate: Key = (values, parts, known) => {
  // `dc1: 3, dc2: 3` is what the list of replicas says.
  const isCounted = values.some(({ kind }) => kind === 'number') && values.some(({ text }) => known.places.has(text));
  const isStrategy = ({ text }: Token): boolean => text === 'class' || /strategy$/i.test(text);
  if (isCounted && values.every((one) => !isName(one) || isStrategy(one) || known.places.get(one.text) === 'zone'))
    return;
  // `a -> b, c`: the arrow goes from the primary.
  const arrow = values.findIndex(isOneWay);
  if (arrow > 0) {
    primary(values.slice(0, arrow), parts, known);
    copies(values.slice(arrow + 1), parts, known);
    return;
  }
  const [first, ...rest] = values.filter((token) => isName(token) || token.kind === 'number');
  if (first === undefined) return;
  const key = known.places.has(first.text) ? undefined : KEYS.get(lower(first));
  if (key === primary && rest.length === 0) parts.hasPrimary = true;
  else if (key !== undefined) key(rest, parts, NOTHING_KNOWN);
  else if (LEADERLESS.has(lower(first))) parts.scheme.push('any');
  else if (rest.length > 0 || Number.isNaN(Number(first.text))) parts.lost = true;
};

/** `quorum 3 of 5` */
const quorum: Key = (values, parts) => {
  const [number, votes] = values.flatMap(({ kind, text }) => (kind === 'number' ? [text] : []));
  if (votes !== undefined) parts.votes = votes;
  parts.isQuorum = true;
  parts.read ??= number ?? '';
  parts.write ??= number ?? '';
};
const consensus: Key = (values, parts) => {
  if (parts.scheme[0] !== 'consensus') parts.scheme.unshift('consensus');
  const leader = values.filter(isName).find((token) => !['leader'].includes(lower(token)));
  if (leader !== undefined) parts.scheme.push(`leader ${written(leader.text)}`);
};
/** A kind of consensus, where the language tells it apart. */
const variant =
  (name: string): Key =>
  (values, parts, known) => {
    consensus(values, parts, known);
    if (wordsOf('scheme argument').includes(name)) parts.scheme.splice(1, 0, name);
  };
const nothing: Key = () => undefined;
/** `unclean.leader.election.enable=false` is as it is anyway. */
const unclean: Key = (values, parts) => {
  if (!values.some((token) => NO.has(lower(token)))) parts.lost = true;
};
const read: Key = (values, parts) => {
  parts.read = values.find(({ kind }) => kind === 'number')?.text ?? parts.read ?? '';
};
/** `read from followers`, `reads: nearest`, `read 2` */
export const reads: Key = (values, parts, known) => {
  const said = values.map(lower);
  if (values.some(({ kind }) => kind === 'number')) read(values, parts, known);
  else if (said.some((one) => /^(any|near|follower|replica|secondar|slave|standby|local|cop)/.test(one)))
    parts.level = 'local';
  // Where the primary takes writes, it answers reads too.
  else if (said.some((one) => /^(primar|master|leader)/.test(one))) parts.readsAtLeader = true;
  else if (said.includes('quorum')) parts.read ??= '';
  // A majority is what a read waits for anyway.
  else if (!said.includes('majority') && !values.some(({ text }) => text === 'majority')) parts.lost = true;
};
export const write: Key = (values, parts) => {
  // `w: majority`
  if (values.some(({ text }) => text.toLowerCase() === 'majority')) return writeConcern(values, parts, NOTHING_KNOWN);
  // `reject writes` says nothing of how many.
  if (!values.some((token) => isName(token) || token.kind === 'number')) parts.lost = true;
  parts.write = values.find(({ kind }) => kind === 'number')?.text ?? parts.write ?? '';
};
const inSync: Key = (values, parts) => {
  parts.inSync = values.find(({ kind }) => kind === 'number')?.text ?? '';
};
export const sync: Key = (values, parts, known) => {
  // `a -> b sync, a -> c async` says another thing of each copy.
  if (values.some(isOneWay)) parts.lost = true;
  // `sync = async`
  const key = values.map((token) => KEYS.get(lower(token))).find((one) => one === asynchronous);
  if (key !== undefined) {
    key(values, parts, known);
    return;
  }
  const said = values.map(lower);
  // `synchronous_commit = off`
  if (said.some((one) => NO.has(one))) {
    asynchronous(values, parts, known);
    return;
  }
  // `sync when online`: what every copy does that takes writes by itself.
  if (parts.choice === 'AP' && said.some((one) => LATER.has(one))) return;
  const number = values.find(({ kind }) => kind === 'number')?.text;
  const named = names(
    values.filter((token) => token.kind !== 'number' && !YES.has(lower(token))),
    known,
  );
  if (number === undefined && named.length === 0) parts.isSync = true;
  parts.scheme.push(number !== undefined ? `sync ${number}` : named.length > 0 ? `sync ${named.join(', ')}` : 'sync 1');
};
const YES: ReadonlySet<string> = new Set('on true yes enabled always'.split(' '));
const NO: ReadonlySet<string> = new Set('off false no none never disabled'.split(' '));
const LATER: ReadonlySet<string> = new Set('when once later after eventually afterwards both ways'.split(' '));
export const asynchronous: Key = (_, parts) => {
  parts.scheme.push('async');
};
const CONCERNS: Readonly<Record<string, string>> = { majority: 'quorum', '1': 'one', '2': 'two' };
const writeConcern: Key = (values, parts) => {
  const concern = values.map(({ text }) => CONCERNS[text.toLowerCase()]).find((one) => one !== undefined);
  // `writeConcern: { w: 1 }` says it in the braces.
  if (!values.some((token) => isName(token) || token.kind === 'number')) return;
  if (concern === undefined) parts.lost = true;
  else parts.writeLevel = concern;
};
const level: Key = (values, parts) => {
  parts.level = values.find(isName)?.text ?? '';
};

/** The rows of a table in which several words have one meaning. */
const row = (words: string, key: Key): [string, Key][] => words.split(' ').map((one) => [one, key]);

/** What begins a setting in a store's body, in this language or in another one. */
export const KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  // Other clauses of the language stay as they are.
  ...clausesOf('store').map((one): [string, Key] => [one, clause(one)]),
  ...row(
    'on in at across over nodes node servers hosts members brokers replicas placed stored kept held saved @ \\in',
    members,
  ),
  ...row('choose chose chooses choice cap mode prefer prefers favor favour model', choose),
  ...row('consistency guarantee', consistency),
  ...row('like similar same behaves resembles type engine product kind backend technology using uses', like),
  ...row('primary master writer origin source main active slaveof replicaof', primary),
  ...row('leader', leader),
  ...row(
    'replica follower followers slave slaves secondary secondaries ' +
      'standby standbys backup backups passive mirror mirrors to',
    copies,
  ),
  ...row('cache caches edges', caches),
  ...row('arbiter arbiters arbitrator arbitrators witness witnesses voter voters tiebreaker', witnesses),
  ...row('replicate replicates replication strategy scheme replicated', replicate),
  ...row('async asynchronous asynchronously', asynchronous),
  ...row('sync synchronous synchronously semi-sync', sync),
  ...row('failover sentinel sentinels', failover),
  ...row('quorum', quorum),
  ...row('consensus', consensus),
  ...['raft', 'paxos', 'zab'].map((one): [string, Key] => [one, variant(one)]),
  ...row('r', read),
  ...row('read reads', reads),
  ...row('w write writes', write),
  ...row('in-sync insync isr', inSync),
  ...row('merge merges conflict conflicts resolution reconcile', merge),
  ...row('level levels', level),
  ...row('from', source),
  ...row('derived', nothing),
  ...row('unclean', unclean),
  ...row('n rf factor acks count size copies number', nothing),
  ...row('image', image),
  ...row('description port ports host version label labels owner team retention partitions shards', nothing),
  ...row('by', (values, parts, known) => {
    parts.scheme.push(`by ${list(names(values, known))}`);
  }),
  ...row('writeconcern concern', writeConcern),
  ...row('sloppy', word('sloppy')),
  ...row('read-repair', word('read-repair')),
  ...row('weakens', word('weakens')),
  ...row('step-down', word('step-down')),
  ...row('min-replicas', word('min-replicas')),
]);

/** Words of a name of several that say nothing, or that another of its words says better. */
const WEAK: ReadonlySet<string> = new Set(
  (
    'mode model type policy strategy name node nodes host hosts server servers replica replicas member members count ' +
    'factor size number replication quorum level on at in to by from using kind'
  ).split(' '),
);

/** What begins a setting: `primary`, `primaryNode`, `replication_factor`; undefined for any other word. */
export function keyOf(token: Token): Key | undefined {
  const word = lower(token);
  const own = KEYS.get(word);
  if (own !== undefined || token.kind !== 'word') return own;
  const parts = partsOf(token.text);
  if (parts.length < 2) return undefined;
  if (/in[-_.]?sync/.test(word)) return inSync;
  if (word.startsWith('min-replicas')) return KEYS.get('min-replicas');
  const keys = (isWeak: boolean): ReadonlySet<Key> =>
    new Set(parts.flatMap((part) => (WEAK.has(part) === isWeak ? (KEYS.get(part) ?? []) : [])));
  const strongest = keys(false);
  // `synchronous_standby_names`
  const mode = [sync, asynchronous].find((one) => strongest.has(one));
  if (mode !== undefined && strongest.has(copies)) return mode;
  const [strong, other] = strongest;
  if (strong === unclean) return strong;
  if (other === writeConcern) return strong === write ? other : strong;
  if (strong !== undefined) return other === undefined ? strong : undefined;
  const weak = keys(true);
  return weak.has(nothing) ? nothing : [...weak][0];
}
