import fc from 'fast-check';
import type { Model } from '../../model/model.js';
import { isOfDerivedData, PRESETS } from '../../model/presets/index.js';
import { GUARANTEES, MERGE_RULES, VERDICT_WORDS } from '../../model/values.js';
import { models, toCap } from '../naive/randomModel.js';
import { texts } from './texts.js';

/** One statement or clause that is added to a random design: its kind, and numbers that choose its words. */
interface Extra {
  readonly kind: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const number = fc.nat({ max: 59 });
const extras = fc.array(fc.record<Extra>({ kind: number, x: number, y: number, z: number }), {
  minLength: 2,
  maxLength: 9,
});

/**
 * Texts of designs in which every statement of the language occurs: random designs with expectations, acceptances,
 * needs, presets and settings of stores, some of them with mistakes. The same seed gives the same texts.
 */
export function designTexts(samples: readonly string[], seed: number, count: number): readonly string[] {
  const { statements, samples: changedSamples } = texts(samples);
  const whole = fc.tuple(models({ mostLinks: 6 }), extras).map(([model, list]) => extended(model, list));
  const mistaken = fc
    .tuple(whole, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 })), { minLength: 1, maxLength: 3 }))
    .map(([text, holes]) => holes.reduce((now, [at, length]) => without(now, at % (now.length + 1), length), text));
  const any = fc.oneof(
    { weight: 13, arbitrary: whole },
    { weight: 4, arbitrary: mistaken },
    { weight: 2, arbitrary: changedSamples },
    { weight: 1, arbitrary: statements },
  );
  return fc.sample(any, { seed, numRuns: count });
}

function without(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function extended(model: Model, list: readonly Extra[]): string {
  return list.reduce((text, extra, i) => add(text, model, extra, i), toCap(model));
}

function pick(list: readonly string[], n: number): string {
  return list[n % list.length] ?? '';
}

function add(text: string, model: Model, { kind, x, y, z }: Extra, index: number): string {
  const operations = model.operations.map(({ name }) => name);
  const operation = pick(operations, x);
  switch (kind % 10) {
    case 0:
    case 1:
    case 2:
    case 3:
      return `${text}expect ${operation} ${expected(model, y)} ${conditions(model, x, y, z)}\n`;
    case 4:
    case 5:
      return `${text}accept ${pick(VERDICT_WORDS, y)} on ${operation}${z % 2 === 0 ? ' "as was decided"' : ''}\n`;
    case 6:
    case 7: {
      const guarantee = pick(GUARANTEES, y);
      const needs = ` needs ${guarantee}${guarantee === 'bounded' ? ' 5s' : ''}`;
      return text.replace(new RegExp(`^operation ${operation}: .*$`, 'm'), (line) => line + needs);
    }
    case 8:
      return `${text}${presetStore(model, index, y, z)}`;
    default: {
      const clause = pick(
        [
          ...MERGE_RULES.map((rule) => `merge ${rule}`),
          'detect 3s',
          'rejoin manual',
          'membership agreed',
          'like etcd',
          'choose CP',
        ],
        y,
      );
      return text.replace(/^(store .*) \{$/m, (line) => `${line} ${clause}`);
    }
  }
}

function expected(model: Model, y: number): string {
  const verdict = pick(VERDICT_WORDS, y);
  const client = model.vertices.find((vertex) => vertex.kind === 'client')?.name ?? '';
  const words = [verdict, `never ${verdict}`, `from ${client} ${verdict}`, `never ${verdict}`];
  return pick(words, y + Math.floor(y / words.length));
}

function conditions(model: Model, x: number, y: number, z: number): string {
  const partitions = model.partitions.map(({ name }) => `under ${name}`);
  const under = pick(['under any 1 link', 'under no fault', '', 'under any 1 node', ...partitions], x + y);
  const more = pick(['', '', '', 'while detecting', 'once settled', 'beyond lag', 'once settled while detecting'], z);
  return `${under} ${more}`.trim();
}

function presetStore(model: Model, index: number, y: number, z: number): string {
  const preset = PRESETS[y % PRESETS.length];
  const nodes = model.vertices.flatMap((vertex) => (vertex.kind === 'node' ? [vertex.name] : []));
  const client = model.vertices.find((vertex) => vertex.kind === 'client')?.name ?? '';
  const source = model.stores[0]?.name;
  const isDerived = preset !== undefined && isOfDerivedData(preset);
  const from = isDerived && source !== undefined ? `from ${source} ` : '';
  const access = z % 2 === 0 || isDerived ? 'read' : 'write';
  const levels = preset?.levels.filter((level) => level.access === access).map(({ name }) => name) ?? [];
  const level = levels.length === 0 || z % 3 === 0 ? '' : ` level "${pick(levels, z)}"`;
  return [
    `store like${index} on ${nodes.slice(0, 3).join(', ')} { ${from}like ${preset?.name ?? ''} }`,
    `operation use${index}: ${access} like${index} from ${client}${level}`,
    '',
  ].join('\n');
}
