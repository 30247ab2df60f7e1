import type { Span } from '../../base/span.js';
import { flatMapped, type Steps } from '../../base/steps.js';
import type { GrammarParse, Statement } from '../ast.js';
import { Names } from './context.js';
import { homesIn, nodesOf } from './homes.js';
import { Spans } from './near.js';
import { blocksOf, linesOf, listBelow, type Region, regionsOf, spansOf, withoutOverlaps } from './regions.js';
import {
  type Parse,
  READ_AGAIN,
  type Source,
  sourceOf,
  understand,
  type Understood,
  understandNames,
} from './understood.js';

export function sizeOfRegion({ own }: Source): number {
  return READ_AGAIN * own.length;
}

/** The zones, nodes and routers. */
export function placesOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ kind }) => kind === 'zone' || kind === 'node' || kind === 'router');
}

/**
 * Are fewer expectations understood than the grammar finds? One that it has read in the same line was swallowed: a gate
 * would open. Other words that begin a statement stand in sentences too: `expect pay error under partition ocean`.
 */
function losesExpectations(own: readonly Statement[], understood: readonly Statement[]): boolean {
  const count = (all: readonly Statement[]): number => all.filter(({ kind }) => kind === 'expect').length;
  return count(understood) < count(own) && count(own) > 1;
}

/** A region with the rest of its line where that makes sense, and without it otherwise. */
export function* understoodRegions(
  { text, statements }: GrammarParse,
  broken: readonly Span[],
  parse: Parse,
): Steps<readonly Region[]> {
  const regions = regionsOf(text, broken, statements);
  const others = regions.map((region) => {
    const below = listBelow(text, region);
    return below === undefined ? blocksOf(text, region) : [below, ...blocksOf(text, region)];
  });
  const places = Spans.of(regions);
  const begins = spansOf(statements);
  const known = new Names(nodesOf(homesIn(text, regions))).add(
    statements.filter(({ span }) => !places.has(span.start)),
  );
  const sources = regions.map((region) => sourceOf(text, region));
  const read = (source: Source): Understood | undefined => understand(source, known, parse);
  const lines = regions.map((region) => linesOf(text, region));
  // Where clients and replicas are tells what the words of other statements stand for.
  known.add(placesOf(yield* flatMapped(sources, sizeOfRegion, (source) => read(source)?.statements ?? [])));
  known.add(
    yield* flatMapped(sources, sizeOfRegion, (source, i) => {
      const whole = [...(others[i] ?? []), source.region].map((one) => read(sourceOf(text, one)));
      const first = whole.find((one) => one !== undefined);
      if (first !== undefined) return first.statements;
      // A line may need the names of those before it.
      const declared = (lines[i] ?? []).flatMap((line) => {
        const own = read(sourceOf(text, line))?.statements ?? [];
        known.add(own);
        return own;
      });
      return declared.length > 0 ? declared : statements.slice(...begins.range(source.region.start, source.region.end));
    }),
  );
  let done = 0;
  const chosen = yield* flatMapped(sources, sizeOfRegion, (source, i): readonly Region[] => {
    const { region } = source;
    if (region.start < done) return [];
    const isWhole = (one: Region): boolean => {
      const understood = understandNames(sourceOf(text, one), known, parse);
      const own = statements.slice(...begins.range(one.start, one.end));
      return understood !== undefined && !losesExpectations(own, understood.statements);
    };
    const block = others[i]?.find(isWhole);
    if (block !== undefined) {
      done = block.end;
      return [block];
    }
    const several = lines[i] ?? [];
    const foreign = several.filter((line) => parse(text.slice(line.start, line.end)).diagnostics.length > 0);
    if (several.length > 1 && foreign.length > 0 && foreign.every(isWhole)) return foreign;
    return [isWhole(region) ? region : (region.alone ?? region)];
  });
  return withoutOverlaps(chosen);
}
