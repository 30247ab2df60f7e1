import type { File, StoreClause } from '../../syntax/ast.js';
import { parse } from '../../syntax/parse.js';
import { etcd } from './etcd.js';
import type { Preset, PresetLevel } from './preset.js';

/** Every preset, in the order in which they are offered: one file for each product. */
export const PRESETS: readonly Preset[] = [...etcd];

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}

const read = new Map<Preset, readonly StoreClause[]>();

/** The clauses that a preset stands for, as the parser reads them. Their positions are in the preset's own text, not in any file. */
export function clausesOf(preset: Preset): readonly StoreClause[] {
  const known = read.get(preset);
  if (known !== undefined) return known;
  const clauses = statementsOf(preset).flatMap((statement) => (statement.kind === 'store' ? statement.clauses : []));
  read.set(preset, clauses);
  return clauses;
}

function statementsOf(preset: Preset): File['statements'] {
  return parse(`store preset on replica {\n${preset.clauses}\n}`).file.statements;
}

/** A level by the product's name for it: as it is written there, or in other upper and lower case. */
export function presetLevel(preset: Preset, access: 'read' | 'write', name: string): PresetLevel | undefined {
  const levels = preset.levels.filter((level) => level.access === access);
  return levels.find((level) => level.name === name) ?? levels.find((level) => level.name.toLowerCase() === name.toLowerCase());
}
