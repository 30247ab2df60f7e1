import { describe, expect, test } from 'vitest';
import { isOfDerivedData, PRESETS } from '../../model/presets/index.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { presetPage } from './preset.js';

const page = presetPage();

test('its example is a design without mistakes', () => {
  const [, example = ''] = /```cap\n([^`]*)```/.exec(page) ?? [];
  expect(resolve(parse(example)).diagnostics).toEqual([]);
});

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  const start = page.indexOf(`\n## ${name}\n`);
  const section = page.slice(
    start,
    page.indexOf('\n## ', start + 1) < 0 ? undefined : page.indexOf('\n## ', start + 1),
  );

  test('has its clauses, levels, rules and sources on the page', () => {
    expect(start).toBeGreaterThan(0);
    for (const part of [
      preset.version,
      preset.configuration,
      preset.clauses,
      ...preset.levels.map((level) => `| \`${level.name}\` | ${level.access}`),
      ...preset.rules.flatMap(({ rule, source }) => [rule, source]),
    ]) {
      expect(unbroken(section)).toContain(unbroken(part));
    }
  });

  test('has one default for reads and one for writes', () => {
    expect(section.match(/\| read, where none is written \|/g)).toHaveLength(1);
    expect(section.match(/\| write, where none is written \|/g) ?? []).toHaveLength(isOfDerivedData(preset) ? 0 : 1);
  });

  test('tables have as many columns as their heads', () => {
    for (const row of section.split('\n').filter((line) => line.startsWith('|')))
      expect(row.match(/(?<!\\)\|/g), row).toHaveLength(4);
  });
});

/** Where the lines of the page break says nothing. */
function unbroken(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
