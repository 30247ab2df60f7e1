import type { Cause } from '../../engine/facts.js';
import type { Model, VertexId } from '../../model/model.js';
import { causeSize } from '../../network/fault.js';
import { asPlaces, linksOfNode, placePair } from '../../network/places.js';
import { vertexName } from './names.js';
import { either, list, shortList } from './sentence.js';

/** How many links or nodes of one cause are named; a cause is small unless somebody picked it by hand. */
const MOST_NAMED = 6;

/** Some things that are broken in one way, as "links a and b are cut", and shorter as "a and b cut". */
interface Clause {
  readonly names: readonly string[];
  /** The words before one name, and before several. */
  readonly one?: string;
  readonly several?: string;
  readonly is: string;
  readonly are: string;
  /** For a title. */
  readonly short: string;
}

const BE = (broken: string): Pick<Clause, 'is' | 'are' | 'short'> => ({
  is: `is ${broken}`,
  are: `are ${broken}`,
  short: broken,
});

/** What is broken, apart from a named partition, in the words of its users. */
function clausesOf(model: Model, cause: Cause): Clause[] {
  const name = (id: VertexId): string => vertexName(model, id);
  const { links, isolated, apart } = asPlaces(model, cause);
  const labels = (kind: boolean): string[] =>
    links.flatMap((i) => {
      const link = model.links[i];
      return link !== undefined && (link.kind === 'uplink') === kind ? [link.label] : [];
    });
  const directions = cause.directions.map((direction) => ({ direction, lone: loneEnd(model, direction) }));
  const one = (sends: boolean): string[] =>
    directions.flatMap(({ lone }) => (lone?.sends === sends ? [name(lone.node)] : []));
  const others = directions.flatMap(({ direction, lone }) =>
    lone === undefined ? [directionText(model, direction)] : [],
  );
  const clauses: Clause[] = [
    { names: labels(false), one: 'link ', several: 'links ', ...BE('cut') },
    { names: labels(true), ...BE('cut') },
    { names: isolated.map(name), ...BE('isolated') },
    { names: others, ...BE('cut (one way)'), short: 'cut' },
    { names: one(true), is: "can't be heard", are: "can't be heard", short: "can't be heard" },
    { names: one(false), is: 'hears nobody', are: 'hear nobody', short: 'hears nobody' },
    { names: cause.stopped.map(name), ...BE('stopped') },
    {
      names: apart.map(name),
      one: 'zone ',
      several: 'zones ',
      is: 'is apart',
      are: 'are each apart',
      short: apart.length > 1 ? 'each apart' : 'apart',
    },
    { names: cause.zones.map(name), one: 'zone ', several: 'zones ', ...BE('lost') },
    { names: cause.destroyed.map(name), ...BE('destroyed') },
    { names: cause.destroyedZones.map(name), one: 'zone ', several: 'zones ', ...BE('destroyed') },
    ...cause.pairs.map((pair) => ({
      names: [list((placePair(model, pair) ?? []).map(name))],
      ...BE('apart'),
      is: 'are apart',
    })),
  ];
  return clauses.filter(({ names }) => names.length > 0);
}

/** The node whose uplink a direction is of, if it has no other link, and whether that is the way of what it sends. */
function loneEnd(model: Model, direction: number): { readonly node: VertexId; readonly sends: boolean } | undefined {
  const link = model.links[direction >> 1];
  if (link?.kind !== 'uplink' || linksOfNode(model, link.a).length > 1) return undefined;
  return { node: link.a, sends: direction % 2 === 0 };
}

/** "link us–eu is cut and us1 is stopped" */
function brokenText(model: Model, cause: Cause): string {
  return clausesOf(model, cause)
    .map(({ names, one = '', several = '', is, are }) =>
      names.length === 1 ? `${one}${names[0] ?? ''} ${is}` : `${several}${shortList(names, MOST_NAMED)} ${are}`,
    )
    .join(' and ');
}

/** "us→eu" */
export function directionText(model: Model, direction: number): string {
  const link = model.links[direction >> 1];
  if (link === undefined) return '?';
  const [from, to] = direction % 2 === 0 ? [link.a, link.b] : [link.b, link.a];
  return `${vertexName(model, from)}→${vertexName(model, to)}`;
}

/** A cause as a part of a sentence: "when link us–eu is cut", "under partition atlantic", "with no fault at all". */
export function whenText(model: Model, cause: Cause): string {
  return whenBroken(model, cause, brokenText(model, cause));
}

/** The same in a message, whose words are counted: "when us–eu is cut". */
export function briefWhenText(model: Model, cause: Cause): string {
  return whenBroken(model, cause, brokenText(model, cause).replace(LINK_WORD, ''));
}

/** What stands first where links are cut; a name that begins so has more after it than a blank. */
const LINK_WORD = /^links? /;

function whenBroken(model: Model, cause: Cause, broken: string): string {
  const partition = cause.partition === undefined ? '' : `under partition ${partitionName(model, cause.partition)}`;
  if (broken === '') return partition === '' ? 'with no fault at all' : partition;
  return partition === '' ? `when ${broken}` : `${partition} and when ${broken}`;
}

/**
 * What happens when it breaks, as a clause: "link us–eu is cut", "partition atlantic". Empty for the healthy network.
 */
export function breakText(model: Model, cause: Cause): string {
  const partition = cause.partition === undefined ? '' : `partition ${partitionName(model, cause.partition)}`;
  return [partition, brokenText(model, cause)].filter((part) => part !== '').join(', and ');
}

/** A cause as a title or the head of a column: "us–eu cut", "us1 stopped", "atlantic", "no fault". */
export function causeTitle(model: Model, cause: Cause): string {
  const clauses = clausesOf(model, cause);
  const shorts = [...new Set(clauses.map(({ short }) => short))];
  // Links and single directions are cut alike; pairs are not apart from each other.
  const parts = shorts.flatMap((short) => {
    const same = clauses.filter((clause) => clause.short === short);
    return short === 'apart'
      ? same.map(({ names }) => `${list(names)} apart`)
      : [
          `${shortList(
            same.flatMap(({ names }) => names),
            MOST_NAMED,
          )} ${short}`,
        ];
  });
  const partition = cause.partition === undefined ? [] : [partitionName(model, cause.partition)];
  const all = [...partition, ...parts];
  return all.length === 0 ? 'no fault' : all.join(', ');
}

/** Faults that do the same, each by itself, in a list: of each kind at most `most` are named. */
export function alikeText(model: Model, causes: readonly Cause[], most: number): string {
  return alikeKinds(model, causes, most)
    .map(({ told }) => told)
    .join(', ');
}

/** How many things that do the same when they break are named in the head of a column. */
const MOST_ALIKE = 3;
/** The lines of a head stand side by side: with more names than these it is wider than the signs below it. */
const MOST_IN_HEAD = 5;

/** The head of a column of such faults: "ocean, us1 or us2 isolated"; at its end how many it leaves out. */
export function alikeTitle(model: Model, causes: readonly Cause[]): string {
  const kinds = alikeKinds(model, causes, MOST_ALIKE);
  let named = 0;
  const beyond = kinds.findIndex(({ size }) => {
    named += Math.min(size, MOST_ALIKE);
    return named > MOST_IN_HEAD;
  });
  const shown = kinds.slice(0, beyond < 0 ? kinds.length : Math.max(1, beyond));
  const left = kinds.slice(shown.length).reduce((sum, { size }) => sum + size, 0);
  return [...shown.map(({ told }) => told), ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

/** Each kind of fault in words, with how many there are of it. */
function alikeKinds(
  model: Model,
  causes: readonly Cause[],
  most: number,
): readonly { readonly told: string; readonly size: number }[] {
  // In order of the first of each kind; of several things at once, which takes many words, one is named.
  const kinds = new Map<string, { readonly broken: string; readonly names: string[] }>();
  for (const cause of causes) {
    const [clause, ...more] = clausesOf(model, cause);
    const isSingle = clause?.names.length === 1 && more.length === 0 && cause.partition === undefined;
    const isNamed = cause.partition !== undefined && causeSize(cause) === 0;
    const kind = isSingle ? `${clause.short} ${cause.pairs.length}` : isNamed ? 'named' : 'several';
    const known = kinds.get(kind) ?? { broken: isSingle ? ` ${clause.short}` : '', names: [] };
    known.names.push(isSingle ? (clause.names[0] ?? '?') : causeTitle(model, cause));
    kinds.set(kind, known);
  }
  return [...kinds].map(([kind, { broken, names }]) => {
    const [first = '', ...others] = names;
    const several = others.length > 0 ? `${first}, or ${others.length} more` : first;
    return { told: kind === 'several' ? several : `${either(names, most)}${broken}`, size: names.length };
  });
}

function partitionName(model: Model, partition: number): string {
  return model.partitions[partition]?.name ?? '?';
}
