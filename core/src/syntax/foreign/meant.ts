import type { Span } from '../../base/span.js';
import type { GrammarParse, Statement } from '../ast.js';
import { Names } from './context.js';
import { documentOf } from './document.js';
import { homesIn } from './homes.js';
import { Spans } from './near.js';
import { type Region, regionsOf, withCharacters } from './regions.js';
import { isSuspect } from './suspects.js';
import { Told } from './told.js';
import { isMended, type Parse, type Piece, sourceOf, understand, type Understood } from './understood.js';
import { wholeDocument } from './wholeDocument.js';

interface Meant extends Piece {
  /** The file is in another format: its comments are part of that. */
  readonly isDocument?: true;
}

/** More statements than this are not read again: the file is of another kind. */
const MOST_REGIONS = 200;

/**
 * Reads what the grammar could not read once more, as other languages and plain English have it. Each statement that is
 * understood has one diagnostic, with the statement as it is written here as its fix; and it declares its names, so
 * that nothing follows from it. It stays an error, so nothing is judged by a guess. `comments`: those in other
 * languages, as they are written here.
 */
export function readMeant(own: GrammarParse, comments: readonly string[], parse: Parse): Meant {
  const { text, statements, diagnostics } = own;
  const suspects = statements.filter(isSuspect).map(({ span }) => span);
  if (diagnostics.length === 0 && suspects.length === 0) return { statements, diagnostics };
  const broken = [...withCharacters(own), ...suspects].sort((a, b) => a.start - b.start);
  if (broken.length === 0) return { statements, diagnostics };
  const document = documentOf(text);
  if (document !== undefined) return { ...wholeDocument(text, document, comments, parse), isDocument: true };
  const regions = understoodRegions(own, broken.slice(0, MOST_REGIONS), parse);
  const homes = homesIn(text, regions);
  const places = Spans.of(regions);
  const sound = statements.filter(({ span }) => !places.has(span.start));
  const known = new Names(new Map([...homes].map(([zone, { nodes }]) => [zone, nodes]))).add(sound);
  const sources = regions.map((region) => sourceOf(text, region));
  const read = (): (Understood | undefined)[] => sources.map((source) => understand(source, known, parse));
  // The names that the regions declare tell what their other words stand for.
  known.add(read().flatMap((one) => one?.statements ?? []));
  const second = read();
  const told = new Told(text, sound, homes);
  const all = [...sound];
  const zones = new Set(second.flatMap((one) => zonesOf(one?.statements ?? [])));
  second.forEach((one, i) => {
    const region = regions[i];
    if (region === undefined) return;
    const grammars = diagnostics.filter(({ span }) => region.start <= span.start && span.start <= region.end);
    const [mistake] = grammars;
    if (one === undefined || isMended(text, region, grammars, one)) {
      all.push(...(one?.statements ?? statements.filter(({ span }) => isIn(span, region))));
      // One mistake, one diagnostic: the others are mostly consequences of the first.
      if (mistake !== undefined) told.other(mistake);
      return;
    }
    // Its zone has them.
    const isElsewhere = one.home !== undefined && zones.has(one.home);
    if (!isElsewhere) all.push(...one.statements);
    told.region(region, one);
  });
  const ends = new Set(regions.map(({ end }) => end));
  const outside = diagnostics.filter(({ span }) => !places.has(span.start) && !ends.has(span.start));
  return {
    statements: all.sort((a, b) => a.span.start - b.span.start),
    diagnostics: [...outside, ...told.diagnostics(all)],
  };
}

function zonesOf(statements: readonly Statement[]): string[] {
  return statements.flatMap((one) => (one.kind === 'zone' ? (one.name?.name ?? []) : []));
}

function isIn(span: Span, region: Region): boolean {
  return region.start <= span.start && span.start < region.end;
}

/** A region with the rest of its line where that makes sense, and without it otherwise. */
function understoodRegions(
  { text, statements }: GrammarParse,
  broken: readonly Span[],
  parse: Parse,
): readonly Region[] {
  const regions = regionsOf(text, broken, statements);
  if (regions.every(({ alone }) => alone === undefined)) return regions;
  const known = new Names().add(statements);
  const read = (region: Region): Understood | undefined => understand(sourceOf(text, region), known, parse);
  known.add(regions.flatMap((region) => read(region)?.statements ?? []));
  return regions.map((region) => (region.alone === undefined || read(region) !== undefined ? region : region.alone));
}
