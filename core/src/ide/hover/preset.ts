import { presetLevel, presetNamed } from '../../model/presets/index.js';
import type { Model } from '../../model/model.js';
import type { Preset } from '../../model/presets/preset.js';
import { levelTable, levelText, presetTitle } from '../../render/words/preset.js';
import { count } from '../../render/words/sentence.js';
import type { Statement } from '../../syntax/ast.js';
import { asText } from '../markdown.js';
import type { WrittenWord } from '../wordAt.js';

/**
 * The name of a preset, and a level by a product's name: the whole table after `like`, one row of it in an operation.
 * Empty on any other word.
 */
export function presetHover(model: Model, statement: Statement, word: WrittenWord): string {
  if (statement.kind === 'store') {
    const name = statement.clauses.flatMap((clause) =>
      clause.kind === 'like' && clause.preset?.span.start === word.span.start ? [clause.preset.name] : [],
    )[0];
    const preset = name === undefined ? undefined : presetNamed(name);
    return preset === undefined ? '' : wholePreset(preset);
  }
  if (statement.kind !== 'operation') return '';
  const step = statement.steps.find(({ level }) => level?.span.start === word.span.start);
  const like = model.stores.find(({ name }) => name === step?.store?.name)?.preset;
  const preset = like === undefined ? undefined : presetNamed(like);
  const level =
    preset === undefined || step?.level === undefined ? undefined : presetLevel(preset, step.access, step.level.name);
  return preset === undefined || step === undefined || level === undefined
    ? ''
    : `**${asText(level.name)}** of a ${step.access} like ${preset.name} · ${levelText(preset, level)}`;
}

/** More levels are counted: the page has them all. */
const MOST_LEVELS = 4;

/** What it stands for, its levels, its clauses, and where the rest stands: at most a dozen lines. */
function wholePreset(preset: Preset): string {
  const [head = '', rule = '', ...levels] = levelTable(preset).split('\n');
  const more = levels.length > MOST_LEVELS ? levels.length - MOST_LEVELS + 1 : 0;
  return [
    `preset **${preset.name}** · stands for ${presetTitle(preset)}: ${preset.configuration}`,
    '',
    head,
    rule,
    ...levels.slice(0, levels.length - more),
    ...(more === 0 ? [] : [`| … ${more} more | | |`]),
    '',
    `\`${preset.clauses.replaceAll('\n', ' ')}\``,
    '',
    `${count(preset.rules.length, 'rule')} with their sources: docs/presets.md`,
  ].join('\n');
}
