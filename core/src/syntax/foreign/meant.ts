import { flatMapped, MOST_PER_STEP, run, type Steps } from '../../base/steps.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import { TEXT } from '../../checks/text.js';
import type { GrammarParse, Statement } from '../ast.js';
import { Names, withoutOwnPartitions } from './context.js';
import { documentOf } from './document.js';
import { withDrawnNodes } from './drawn.js';
import { type Home, homesIn, nodesOf } from './homes.js';
import { Spans } from './near.js';
import { placed } from './placed.js';
import { type Region, spansOf, withCharacters } from './regions.js';
import { list, written } from './scan.js';
import { placesOf, sizeOfRegion, understoodRegions } from './segments.js';
import { isSuspect } from './suspects.js';
import { Told } from './told.js';
import {
  isMended,
  type Parse,
  type ParseInSteps,
  type Piece,
  type Source,
  sourceOf,
  understand,
  understandNames,
} from './understood.js';
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
export function* readMeant(own: GrammarParse, comments: readonly string[], parseInSteps: ParseInSteps): Steps<Meant> {
  const { text, statements, diagnostics } = own;
  const suspects = statements.filter(isSuspect).map(({ span }) => span);
  if (diagnostics.length === 0 && suspects.length === 0) return { statements, diagnostics };
  const broken = [...withCharacters(own), ...suspects].sort((a, b) => a.start - b.start);
  if (broken.length === 0) return { statements, diagnostics };
  yield MOST_PER_STEP;
  const document = documentOf(text);
  if (document !== undefined)
    return { ...(yield* wholeDocument(text, document, comments, parseInSteps)), isDocument: true };
  const parse: Parse = (piece) => run(parseInSteps(piece));
  const regions = yield* understoodRegions(own, broken.slice(0, MOST_REGIONS), parse);
  const homes = homesIn(text, regions);
  const places = Spans.of(regions);
  const begins = spansOf(statements);
  const sound = statements.filter(({ span }) => !places.has(span.start));
  const known = yield* new Names(nodesOf(homes)).addSound(sound);
  const sources = regions.map((region) => sourceOf(text, region));
  const recovered = ({ start, end }: Region): readonly Statement[] => statements.slice(...begins.range(start, end));
  yield* declareAll(sources, known, parse, recovered);
  const read = yield* flatMapped(sources, sizeOfRegion, (source) => {
    const one = understandNames(source, known, parse);
    known.add(one?.statements.filter(({ kind }) => kind === 'partition') ?? []);
    return [one];
  });
  const second = withDrawnNodes(text, { sound, sources, found: read }, known, parse);
  yield MOST_PER_STEP;
  const told = new Told(
    text,
    sound,
    homes,
    regions.flatMap((region, i) => {
      const understood = second[i];
      return understood === undefined ? [] : [{ region, understood }];
    }),
  );
  const all = [...sound];
  const zones = new Set(second.flatMap((one) => zonesOf(one?.statements ?? [])));
  const declared = new Set([...zones, ...zonesOf(sound)]);
  second.forEach((one, i) => {
    const region = regions[i];
    if (region === undefined) return;
    const grammars = diagnostics.filter(({ span }) => region.start <= span.start && span.start <= region.end);
    const [mistake] = grammars;
    if (one === undefined || isMended(text, region, grammars, one)) {
      all.push(...(one?.statements ?? recovered(region)));
      // One mistake, one diagnostic: the others are mostly consequences of the first.
      if (mistake !== undefined) told.other(mistake);
      return;
    }
    // Its zone has them.
    const isElsewhere = one.home !== undefined && (zones.has(one.home) || !declared.has(one.home));
    if (!isElsewhere) all.push(...one.statements);
    told.region(region, one);
  });
  yield MOST_PER_STEP;
  const ends = new Set(regions.map(({ end }) => end));
  const outside = diagnostics.filter(({ span }) => !places.has(span.start) && !ends.has(span.start));
  yield MOST_PER_STEP;
  const said = told.diagnostics(all);
  for (const home of homes.values()) if (!declared.has(home.zone)) all.push(...zoneOf(home, parse));
  return {
    statements: all.sort((a, b) => a.span.start - b.span.start),
    diagnostics: oncePerLine(text, [...outside, ...said]),
  };
}

/** One mistake, one diagnostic: of a line that has another one, strange characters need not be said as well. */
function oncePerLine(text: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isStrange = ({ code }: Diagnostic): boolean => code === TEXT.unexpectedCharacter.code;
  if (!diagnostics.some(isStrange)) return diagnostics;
  const lineOf = ({ span }: Diagnostic): number => text.lastIndexOf('\n', span.start - 1);
  const lines = new Set(diagnostics.filter((one) => !isStrange(one)).map(lineOf));
  return diagnostics.filter((one) => {
    if (!isStrange(one)) return true;
    const line = lineOf(one);
    const isFirst = !lines.has(line);
    lines.add(line);
    return isFirst;
  });
}

/** Adds the names that the regions declare: they tell what the other words of the regions stand for. */
function* declareAll(
  sources: readonly Source[],
  known: Names,
  parse: Parse,
  recovered: (region: Region) => readonly Statement[],
): Steps<void> {
  const read = (source: Source): readonly Statement[] | undefined => understand(source, known, parse)?.statements;
  known.add(placesOf(yield* flatMapped(sources, sizeOfRegion, (one) => read(one) ?? [])));
  // A statement that is not understood declares its name anyway.
  known.add(
    yield* flatMapped(sources, sizeOfRegion, (one) => withoutOwnPartitions(read(one) ?? recovered(one.region))),
  );
  // Operations may need the names of stores.
  known.add(yield* flatMapped(sources, sizeOfRegion, (one) => read(one)?.filter(isOperation) ?? []));
}

function isOperation({ kind }: Statement): boolean {
  return kind === 'operation';
}

/** A zone that only its nodes name, so that nothing follows from its name. */
function zoneOf({ zone, nodes, spans }: Home, parse: Parse): readonly Statement[] {
  const [first] = spans;
  if (first === undefined) return [];
  return placed(parse(`zone ${written(zone)} { node ${list(nodes)} }`).statements, [], first);
}

function zonesOf(statements: readonly Statement[]): string[] {
  return statements.flatMap((one) => (one.kind === 'zone' ? (one.name?.name ?? []) : []));
}
