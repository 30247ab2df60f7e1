import type { Model, Step } from '../../model/model.js';
import { clausesOf, levelsFor, presetNamed, PRESETS } from '../../model/presets/index.js';
import type { Preset, PresetLevel } from '../../model/presets/preset.js';
import { wrap } from '../print/text.js';

/** "Consul 1.9 and later", plain text. */
export function presetTitle({ product, version }: Preset): string {
  return `${product} ${version}`;
}

/**
 * What the stores of an operation are like, as plain text: "orders is like MongoDB 5.0 to 8.0." Empty for a store
 * without a preset.
 */
export function likeTexts({ stores, operations }: Model, operation: number): string[] {
  const used = new Set(operations[operation]?.steps.map(({ store }) => store));
  return [...used].flatMap((index) => {
    const store = stores[index];
    const preset = store?.preset === undefined ? undefined : presetNamed(store.preset);
    return store === undefined || preset === undefined ? [] : [`${store.name} is like ${presetTitle(preset)}.`];
  });
}

/**
 * What it stands for, the clauses, the levels and the rules, as Markdown blocks. A preset's texts are Markdown already:
 * nothing of a user's file is in them.
 */
export function presetBlocks(preset: Preset): string[] {
  return [
    `Stands for ${presetTitle(preset)}: ${preset.configuration}.`,
    `\`\`\`cap\n${preset.clauses}\n\`\`\``,
    levelTable(preset),
    preset.rules.map(({ rule, source }) => `- ${rule} ${sourceText(source)}`).join('\n'),
  ];
}

/** What one level means, as Markdown: "the leader answers (`leader`)". */
export function levelText(preset: Preset, { level, boundMs, what, source }: PresetLevel): string {
  const scheme = clausesOf(preset).flatMap((clause) =>
    clause.kind === 'replicate' && clause.scheme !== undefined ? [clause.scheme.name] : [],
  );
  const bound = boundMs === undefined ? '' : ` ${boundMs / 1000}s`;
  const ours = level === undefined ? `what \`${scheme.join('')}\` does by itself` : `\`level ${level}${bound}\``;
  return `${what} (${ours}) ${sourceText(source)}`;
}

/** A row for each level and access, with what it means, as Markdown. */
export function levelTable(preset: Preset): string {
  const rows = (['read', 'write'] as const).flatMap((access) =>
    levelsFor(preset, access).map((level) => {
      const where = `${access}${plainText(preset, access, level.name)}`;
      return `| \`${level.name}\` | ${where} | ${levelText(preset, level)} |`;
    }),
  );
  return ['| level | of a | means |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Where an operation without `level` has this one. */
function plainText({ plain, plainWithFewCopies }: Preset, access: Step['access'], level: string): string {
  if (level === plain[access]) return ', where none is written';
  return level === plainWithFewCopies?.[access] ? ', where none is written and witnesses stand for copies' : '';
}

function sourceText(source: string): string {
  return source.startsWith('https://') ? `[source](${source})` : `*${source}*`;
}

const PAGE_HEAD = [
  'A store that is `like` a product has the clauses that the preset stands for; clauses that are written into the ' +
    "store replace those of the same kind. Its operations may say their `level` by the product's own names, in any " +
    'case, in quotes if one is not a single word.',
  `\`\`\`cap
node a, b, c
mesh a, b, c 1ms
client app at a
store config on a, b, c { like etcd }
store carts on a, b, c { like mongodb on partition error }
operation look: read config from app level serializable
operation add: write carts from app level "w: majority"
\`\`\``,
  'A preset holds for the version and the configuration that it names, and for nothing else. In `replicate primary` ' +
    "the first replica of the store is the primary; a `replicate` of the store's own names another. A preset of " +
    'derived data stands beside `from STORE`, and its `source` is that store. Made from the ' +
    'tables in `core/src/model/presets/` by `node scripts/docs.mjs`.',
];

/** Each preset with what it stands for and its page, in the order of their table. */
export function presetPages(): readonly {
  readonly name: string;
  readonly title: string;
  readonly configuration: string;
  /** As Markdown. */
  readonly page: string;
}[] {
  return PRESETS.map((preset) => ({
    name: preset.name,
    title: presetTitle(preset),
    configuration: preset.configuration,
    page: presetBlocks(preset).join('\n\n'),
  }));
}

/** The page of all presets, `docs/presets.md`. `measured`: of some, what real servers did, as Markdown. */
export function presetPage(measured: ReadonlyMap<string, string> = new Map()): string {
  const contents = PRESETS.map(
    (preset) => `| [\`${preset.name}\`](#${preset.name}) | ${presetTitle(preset)} | ${preset.configuration} |`,
  );
  return `${[
    '# Presets',
    ...PAGE_HEAD,
    ['| preset | stands for | configuration |', '|---|---|---|', ...contents].join('\n'),
    ...PRESETS.flatMap((preset) => {
      const text = measured.get(preset.name);
      return [`## ${preset.name}`, ...presetBlocks(preset), ...(text === undefined ? [] : [text])];
    }),
  ]
    .map(wrapped)
    .join('\n\n')}\n`;
}

/** A block with lines of at most 120 columns, as all pages have them; a line of a table or of code can't be broken. */
function wrapped(block: string): string {
  if (/^(\||```)/.test(block)) return block;
  return block
    .split('\n')
    .flatMap((line) => {
      const indent = line.startsWith('- ') ? '  ' : '';
      return wrap(line, 120 - indent.length).map((part, i) => (i === 0 ? part : indent + part));
    })
    .join('\n');
}
