import { wordFor } from '../foreignWords.js';
import { isReserved } from '../tokens.js';
import { made } from './scan.js';
import { keywordOf } from './kinds.js';
import { isList, isMap, type Tree, treeOf } from './tree.js';
import { readXml } from './xml.js';
import { readSections, readYaml } from './yaml.js';

/** A file in another format, as statements of the form `zone us { nodes = [a, b] }`. */
export interface Document {
  readonly format: 'XML' | 'YAML' | 'JSON' | 'TOML' | 'a data structure';
  readonly parts: readonly string[];
}

/** A longer file of another format is not a design. It is read in one step. In UTF-16 code units. */
const LONGEST = 32_000;

/** Reads a file that is one of YAML, JSON, TOML or INI as a whole; undefined if it is none of them. */
export function documentOf(text: string): Document | undefined {
  const document = text.length > LONGEST ? undefined : readDocument(text);
  return document && { ...document, parts: document.parts.map((part) => bothWays(part, document.parts)) };
}

/** `link: us -> eu` joins both, unless the file has the other direction as well. */
function bothWays(part: string, parts: readonly string[]): string {
  const [, from, to] = /^link ([\w.-]+) -> ([\w.-]+)/.exec(part) ?? [];
  if (from === undefined || to === undefined || parts.some((one) => one.startsWith(`link ${to} -> ${from}`)))
    return part;
  return part.replace('->', '--');
}

function readDocument(text: string): Document | undefined {
  const start = text.replace(/^(\s+|\/\/[^\r\n]*|\/\*[^]*?\*\/)+/, '');
  if (/^<(\?xml|\w[\w.-]*[\s>/])/.test(start)) return { format: 'XML', parts: partsOf(readXml(start)) };
  if (/^\[+\w[\w. :"'-]*\]+[ \t]*\r?\n/.test(start))
    return { format: 'TOML', parts: readSections(start).flatMap(([heading, settings]) => section(heading, settings)) };
  // export default { zones: … }, and a map of Elixir
  const object = start.replace(ASSIGNED, '').replace(/%(?=\{)|(?<=[\s,[{]):(?=\w)/g, '');
  if (/^\{\s*\w+\s*:/.test(object) && !/^\w/m.test(object.slice(1)))
    return { format: 'a data structure', parts: partsOf(treeOf(object)) };
  if (/^[{[]\s*["{[]/.test(start)) return { format: 'JSON', parts: partsOf(treeOf(start)) };
  const [line = ''] = start.split(/\r?\n/, 1);
  const [word = ''] = line.split(/\W/, 1);
  // A file with statements of this language among them is read line by line.
  const isKeyword = keyword(word) !== undefined && !start.split('\n').some(isStatement);
  if (isKeyword && /^\w+ ?= ?[[{]/.test(line) && !/^(?!\w+ ?=)[\p{L}_]/mu.test(start))
    return { format: 'a data structure', parts: partsOf(treeOf(`{${start}}`)) };
  if (isKeyword && /^\w+ [\w.-]+:$/.test(line.trimEnd()) && /^[^\r\n]*\r?\n[ \t]+\S/.test(start))
    return { format: 'YAML', parts: readYaml(start).flatMap(partsOf) };
  // zone: us, with its nodes below
  if (isKeyword && /^\w+: +[\w.-]+$/.test(line.trimEnd()) && /^[^\r\n]*\r?\n[ \t]+\w+:/.test(start)) {
    const named = namedKeys(start.split('\n')).join('\n');
    return { format: 'YAML', parts: readYaml(named).flatMap(partsOf) };
  }
  if (/^(---|[\w.-]+:)\s*$/.test(line) || /^(apiVersion|version|kind|name):\s/.test(line)) {
    const isIndented = /^[\w.-]+:[ \t]*\r?\n(?:[ \t]+\S|-)/m.test(start);
    if (isIndented) return { format: 'YAML', parts: readYaml(start).flatMap(partsOf) };
  }
  return undefined;
}

const ASSIGNED = /^(?:export default|module\.exports =|return|(?:const|let|var) \w+ =)\s*(?=\{)/;

/** `client ann in us`: no key, and no part of a list. */
function isStatement(line: string): boolean {
  return /^[\p{L}_]/u.test(line) && !/[:=[\]{}]/.test(line) && line.trim().includes(' ');
}

/** `zone: us` with indented lines below it is `zone us:` in YAML. */
function namedKeys(lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => {
    const at = line.indexOf(': ');
    const [key, name] = [line.slice(0, at), line.slice(at + 1).trim()];
    const isPlain = /^\w+$/.test(key) && name !== '' && !/[:[{]/.test(name);
    return at > 0 && isPlain && /^[ \t]+\S/.test(lines[i + 1] ?? '') ? `${key} ${name}:` : line;
  });
}

function section(heading: string, settings: Tree): string[] {
  const [kind = '', ...name] = heading.replace(/["']/g, '').split(/[.:\s]+/);
  // [client] shop zone=rome
  const lines = isMap(settings) ? [...settings] : [];
  // [links], and a line for each; [rack1], and its machines
  if (name.length === 0 && lines.length > 0 && lines.every(([, value]) => value === '')) {
    const isKind = [kind, kind.replace(/s$/, '')].some((one) => isReserved(one) || wordFor('statement', one));
    const all = lines.map(([line]) => line);
    return isKind ? all.map((line) => `${kind} ${line}`) : [`zone ${heading} { ${all.join(', ')} }`];
  }
  if (keyword(kind) === undefined) return [];
  if (name.length === 0 && lines.length > 0 && lines.every(([key]) => /^\S+ \S+$/.test(key)))
    return lines.map(([key, value]) => `${kind} ${key} = ${written(value)}`);
  return [statement(kind, name.join('.'), settings)];
}

function keyword(word: string): string | undefined {
  return keywordOf(made(word));
}

/** The statements of a tree: its maps and lists are named after what they contain. */
export function partsOf(tree: Tree): readonly string[] {
  if (isList(tree)) return tree.flatMap(partsOf);
  if (!isMap(tree)) return [];
  const kind = tree.get('kind') ?? tree.get('type');
  const spec = tree.get('spec');
  const metadata = tree.get('metadata');
  if (typeof kind === 'string' && keyword(kind) !== undefined) {
    const name = (isMap(metadata) ? metadata.get('name') : undefined) ?? tree.get('name');
    return [statement(kind, typeof name === 'string' ? name : '', spec ?? without(tree, 'kind', 'type', 'name'))];
  }
  return [...tree].flatMap(([key, value]) => {
    const meant = keyword(key);
    // zone us:
    const [kind = '', ...name] = key.split(' ');
    if (meant === undefined && name.length > 0 && keyword(kind) !== undefined)
      return [statement(kind, name.join(' '), value)];
    if (meant === undefined) return isMap(value) || isList(value) ? partsOf(value) : [];
    return group(meant, value);
  });
}

function without(tree: ReadonlyMap<string, Tree>, ...keys: readonly string[]): Tree {
  return new Map([...tree].filter(([key]) => !keys.includes(key)));
}

const ENDS: readonly string[] = 'from to between a b source target ends endpoints zones'.split(' ');

/** Several statements of one kind: a map by their names, or a list. */
function group(kind: string, tree: Tree): string[] {
  // `{ name: us, … }` and `{ from: us, to: eu }` are one statement.
  const isOne = isMap(tree) && ['name', 'from'].some((key) => typeof tree.get(key) === 'string');
  if (isMap(tree) && !isOne) return [...tree].map(([name, value]) => statement(kind, name, value));
  if (kind === 'mesh' && isList(tree)) return [`mesh ${tree.map(written).join(', ')}`];
  const list = isList(tree) ? tree : tree === '' ? [] : [tree];
  return list.map((one) => {
    if (!isMap(one))
      return isList(one) ? `${kind} ${one.map((end) => written(end)).join(' ')}` : `${kind} ${one as string}`;
    const name = one.get('name') ?? one.get('id');
    // us: eu, and the settings of the link after it
    const [ends, ...settings] = one;
    const isEnds = kind === 'link' && name === undefined && ends !== undefined && typeof ends[1] === 'string';
    if (isEnds && ends[1] !== '' && !ENDS.includes(ends[0]))
      return statement(kind, `${ends[0]} -- ${ends[1]}`, new Map(settings));
    return statement(kind, typeof name === 'string' ? name : '', without(one, 'name', 'id'));
  });
}

function statement(kind: string, name: string, tree: Tree): string {
  const meant = kindOfMap(keyword(kind) ?? kind, tree);
  if (meant === 'expect' && isMap(tree)) return expectation(tree);
  if (meant === 'accept' && isMap(tree)) return acceptance(tree);
  if (meant === 'partition') return `partition ${name} { ${isMap(tree) ? breaks(tree) : sides(tree)} }`;
  if (isMap(tree)) {
    const settings = [...tree].map(([key, value]) => (value === '' ? key : `${key} = ${written(value)}`));
    return `${meant} ${name} { ${settings.join('; ')} }`;
  }
  if (tree === '') return `${meant} ${name}`;
  return `${meant} ${name} ${meant === 'client' ? `in ${written(tree)}` : `{ ${written(tree)} }`}`;
}

/** `network: us: { nodes: [us1] }` is a zone, and `service: db: { image: store }` what its image says. */
function kindOfMap(meant: string, tree: Tree): string {
  if (!isMap(tree)) return meant;
  if (meant === 'link' && [...tree.keys()].some((key) => keyword(key) === 'node')) return 'zone';
  const image = tree.get('image') ?? tree.get('type');
  return (meant === 'service' && typeof image === 'string' && keyword(image)) || meant;
}

function breaks(tree: ReadonlyMap<string, Tree>): string {
  const isSides = (key: string): boolean => ['sides', 'groups', 'between', 'split'].includes(key);
  return [...tree].map(([key, value]) => (isSides(key) ? sides(value) : `${key} ${written(value)}`)).join('; ');
}

function sides(tree: Tree): string {
  if (!isList(tree)) return written(tree);
  return tree.map((side) => (isList(side) ? side.map((one) => written(one)).join(', ') : written(side))).join(' | ');
}

function expectation(tree: ReadonlyMap<string, Tree>): string {
  const text = (before: string, ...keys: readonly string[]): string => {
    const value = keys.map((key) => tree.get(key)).find((one) => one !== undefined);
    return value === undefined ? '' : `${before}${written(value).replace(/[[\]]/g, '')} `;
  };
  const verdict = text('never ', 'never') + text('', 'verdict', 'is', 'result', 'to');
  const under = text('under ', 'under', 'partition', 'fault', 'when');
  return `expect ${text('', 'operation', 'op', 'name')}${text('from ', 'from', 'client', 'clients')}${verdict}${under}`;
}

function acceptance(tree: ReadonlyMap<string, Tree>): string {
  const text = (key: string): string => (tree.has(key) ? written(tree.get(key) ?? '') : '');
  const reason = JSON.stringify(text('reason') + text('because'));
  return `accept ${text('verdict')} on ${text('operation') + text('on')} ${reason}`;
}

function written(tree: Tree): string {
  if (isList(tree)) return `[${tree.map(written).join(', ')}]`;
  if (isMap(tree)) return [...tree].map(([key, value]) => `${key} ${written(value)}`).join(', ');
  return tree as string;
}
