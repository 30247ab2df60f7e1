import { didYouMean } from '../../base/didYouMean.js';
import type { Fix } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import { CHECKS } from '../../checks/index.js';
import { type JsonMember, type JsonValue, parseJson } from './json.js';
import { ALWAYS_ERRORS, AS_IN_TABLE, type Level, LEVELS, type Loudness, RARE_FAULTS } from './level.js';

/** The file with the settings of the designs that lie beside it. */
export const SETTINGS_FILE = 'netsplit.json';

/** The settings of the designs of a folder, beside one of these. */
export function settingsBeside(path: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${SETTINGS_FILE}`;
}

/** Is this the path of such a file? */
export function isSettingsFile(path: string): boolean {
  return path === SETTINGS_FILE || path.endsWith(`/${SETTINGS_FILE}`);
}

/** A longer file has no settings in it. In UTF-16 code units. */
const MAX_LENGTH = 1_000_000;

/** What a `netsplit.json` says, as far as it makes sense. */
export interface Settings {
  readonly loudness: Loudness;
  /** What is explored in designs without an `explore` of their own, each as it is written after that word. */
  readonly explore: readonly Explored[];
}

/** `"any 2 links"`; the span is that of its text, without the quotes. */
export interface Explored {
  readonly text: string;
  readonly span: Span;
}

/** What is wrong with a setting, and where; spans are offsets in the file. */
export interface WrongSetting {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** Without a file. */
export const NO_SETTINGS: Settings = { loudness: AS_IN_TABLE, explore: [] };

/** Reads the text of a `netsplit.json`. Never throws: what is wrong is left out, and said. */
export function parseSettings(text: string): { readonly settings: Settings; readonly wrong: readonly WrongSetting[] } {
  const start = { start: 0, end: Math.min(1, text.length) };
  if (text.length > MAX_LENGTH)
    return { settings: NO_SETTINGS, wrong: [{ span: start, message: `\`${SETTINGS_FILE}\` is too long to be read.` }] };
  const json = parseJson(text);
  if (!('kind' in json)) {
    const found = json.found === '' ? 'it ends too early' : `\`${json.found.slice(0, 20)}\` is not expected here`;
    return { settings: NO_SETTINGS, wrong: [{ span: json.span, message: `This is not JSON: ${found}.` }] };
  }
  const reader = new Reader();
  return { settings: reader.settings(json), wrong: reader.wrong };
}

class Reader {
  readonly wrong: WrongSetting[] = [];

  settings(json: JsonValue): Settings {
    const given = this.members(json, 'The settings are an object, as in `{ "rareFaults": "off" }`.', {
      // An editor reads it, to know what may stand here.
      $schema: () => undefined,
      rareFaults: ({ value }) => this.oneOf(value, 'rareFaults', RARE_FAULTS),
      diagnostics: ({ value }) => this.diagnostics(value),
      explore: ({ value }) => this.explore(value),
    });
    const { rareFaults, diagnostics = {}, explore = [] } = given;
    return {
      loudness: { ...(rareFaults === undefined ? {} : { rareFaults }), severity: diagnostics },
      explore,
    };
  }

  private diagnostics(json: JsonValue): Loudness['severity'] | undefined {
    const example = '`diagnostics` is an object, as in `{ "severity": { "op-stale": "information" } }`.';
    return this.members(json, example, { severity: ({ value }) => this.severities(value) }).severity;
  }

  private severities(json: JsonValue): Loudness['severity'] | undefined {
    if (json.kind !== 'object')
      return this.report(json.span, '`severity` is an object of codes, as in `{ "op-stale": "information" }`.');
    const codes = CHECKS.map(({ code }): string => code);
    const levels: Record<string, Level> = {};
    for (const { name, nameSpan, value } of json.members) {
      if (!codes.includes(name)) this.unknown('diagnostic', name, nameSpan, codes);
      else if ([...ALWAYS_ERRORS].some((code) => code === name))
        this.report(nameSpan, `\`${name}\` is always an error: the design does not say what was meant.`);
      else {
        const level = this.oneOf(value, name, LEVELS);
        if (level !== undefined) levels[name] = level;
      }
    }
    return levels;
  }

  private explore(json: JsonValue): readonly Explored[] | undefined {
    const items = json.kind === 'array' ? json.items : [json];
    const texts = items.flatMap((item): Explored[] => {
      if (item.kind !== 'scalar' || typeof item.value !== 'string') return [];
      return [{ text: item.value, span: { start: item.span.start + 1, end: item.span.end - 1 } }];
    });
    // An escaped character is longer than what it means, so that no place in it could be shown.
    const isPlain = texts.every(({ text, span }) => text.length === span.end - span.start);
    if (json.kind === 'array' && texts.length === items.length && isPlain) return texts;
    return this.report(json.span, '`explore` is a list of texts, as in `["any 2 links", "any 1 node"]`.');
  }

  private oneOf<Word extends string>(json: JsonValue, name: string, words: readonly Word[]): Word | undefined {
    const found = json.kind === 'scalar' ? words.find((word) => word === json.value) : undefined;
    if (found !== undefined) return found;
    const [last = '', ...others] = words.map((word) => `"${word}"`).reverse();
    return this.report(json.span, `\`${name}\` is ${others.reverse().join(', ')} or ${last}.`);
  }

  /** The members that are known, each as its function reads it; what is absent or wrong is undefined. */
  private members<Known extends Record<string, (member: JsonMember) => unknown>>(
    json: JsonValue,
    example: string,
    known: Known,
  ): { readonly [Name in keyof Known]?: NonNullable<ReturnType<Known[Name]>> } {
    if (json.kind !== 'object') {
      this.report(json.span, example);
      return {};
    }
    const read = new Map<string, unknown>();
    for (const member of json.members) {
      const { name, nameSpan } = member;
      if (!Object.hasOwn(known, name)) this.unknown('setting', name, nameSpan, Object.keys(known));
      else if (read.has(name)) this.report(nameSpan, `\`${name}\` is there twice: remove one of them.`);
      else read.set(name, known[name]?.(member));
    }
    return Object.fromEntries([...read].filter(([, value]) => value !== undefined)) as ReturnType<
      typeof this.members<Known>
    >;
  }

  private unknown(what: 'setting' | 'diagnostic', name: string, span: Span, names: readonly string[]): void {
    const near = didYouMean(name, names);
    const all = what === 'setting' ? `: there is ${names.filter((one) => !one.startsWith('$')).join(', ')}` : '';
    if (near === undefined) this.report(span, `There is no ${what} \`${name}\`${all}.`);
    else
      this.wrong.push({
        span,
        message: `There is no ${what} \`${name}\`: did you mean \`${near}\`?`,
        fixes: [{ title: `Change to \`${near}\``, edits: [{ span, text: `"${near}"` }] }],
      });
  }

  private report(span: Span, message: string): undefined {
    this.wrong.push({ span, message });
    return undefined;
  }
}
