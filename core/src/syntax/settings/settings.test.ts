import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { readerOf } from '../../testing/files.js';
import { applyEdits } from '../../ide/applyEdits.js';
import { parseSettings } from './settings.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
`;

/** `pay` only has a rare fault that nobody decided. */
const RARE = `${DESIGN}accept error on pay "we wait"\n`;

function checked(design: string, settings?: unknown): string[] {
  const files = settings === undefined ? {} : { 'designs/netsplit.json': JSON.stringify(settings) };
  return analyze(design, {}, { path: 'designs/pay.cap', read: readerOf(files) }).diagnostics.map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}

test('a severity for each code, also off', () => {
  expect(checked(DESIGN)).toEqual(['warning op-error']);
  for (const level of ['hint', 'information', 'warning', 'error'])
    expect(checked(DESIGN, { diagnostics: { severity: { 'op-error': level } } })).toEqual([`${level} op-error`]);
  expect(checked(DESIGN, { diagnostics: { severity: { 'op-error': 'off' } } })).toEqual([]);
});

test('rare faults are said as loudly as is wished, and not at all where their code is off', () => {
  expect(checked(RARE)).toEqual(['hint op-accepted', 'hint op-unknown']);
  expect(checked(RARE, { rareFaults: 'information' })).toEqual(['hint op-accepted', 'information op-unknown']);
  expect(checked(RARE, { rareFaults: 'off' })).toEqual(['hint op-accepted']);
  // A likely fault is said as before.
  expect(checked(DESIGN, { rareFaults: 'off' })).toEqual(['warning op-error']);
  expect(checked(RARE, { diagnostics: { severity: { 'op-unknown': 'error' } } })).toEqual([
    'hint op-accepted',
    'hint op-unknown',
  ]);
  expect(checked(RARE, { diagnostics: { severity: { 'op-unknown': 'off' } } })).toEqual(['hint op-accepted']);
});

test('what is explored, where the design does not say it itself', () => {
  const explored = (design: string, settings: unknown): string =>
    analyze(design, {}, { path: 'pay.cap', read: readerOf({ 'netsplit.json': JSON.stringify(settings) }) })
      .results.clients.flatMap((one) => one.explored.map(({ text }) => text))
      .slice(0, 2)
      .join('; ');
  expect(explored(DESIGN, { explore: ['any 1 node', 'any 1 zone apart'] })).toBe('3 stopped nodes; 2 zones apart');
  expect(explored(`${DESIGN}explore any 1 node\n`, { explore: ['any 1 zone apart'] })).toBe(
    '3 stopped nodes; 3 stopped nodes',
  );
});

test('it is read from the folder of the design, and from no other', () => {
  const { resolved } = analyze(DESIGN, {}, { path: 'a/b/pay.cap', read: readerOf({ 'netsplit.json': '{' }) });
  expect([...resolved.reads.keys()]).toEqual(['a/b/netsplit.json']);
  expect(resolved.diagnostics).toEqual([]);
});

/** "place: message", with what is marked. */
function wrong(text: string): string[] {
  return parseSettings(text).wrong.map(({ span, message }) => `${text.slice(span.start, span.end)} → ${message}`);
}

test.each([
  ['{ "rareFault": "off" }', '"rareFault" → There is no setting `rareFault`: did you mean `rareFaults`?'],
  ['{ "colour": 1 }', '"colour" → There is no setting `colour`: there is rareFaults, diagnostics, explore.'],
  ['{ "rareFaults": "loud" }', '"loud" → `rareFaults` is "hint", "information" or "off".'],
  ['{ "rareFaults": 1 }', '1 → `rareFaults` is "hint", "information" or "off".'],
  ['[]', '[] → The settings are an object, as in `{ "rareFaults": "off" }`.'],
  ['{ "diagnostics": 1 }', '1 → `diagnostics` is an object, as in `{ "severity": { "op-stale": "information" } }`.'],
  [
    '{ "diagnostics": { "severity": { "op-eror": "off" } } }',
    '"op-eror" → There is no diagnostic `op-eror`: did you mean `op-error`?',
  ],
  [
    '{ "diagnostics": { "severity": { "op-error": "loud" } } }',
    '"loud" → `op-error` is "off", "hint", "information", "warning" or "error".',
  ],
  [
    '{ "diagnostics": { "severity": { "syntax-error": "off" } } }',
    '"syntax-error" → `syntax-error` is always an error: the design does not say what was meant.',
  ],
  [
    '{ "explore": "any 1 link" }',
    '"any 1 link" → `explore` is a list of texts, as in `["any 2 links", "any 1 node"]`.',
  ],
  ['{ "explore": [], "explore": [] }', '"explore" → `explore` is there twice: remove one of them.'],
  ['{ "rareFaults": "off", }', '} → This is not JSON: `}` is not expected here.'],
  ['{ "rareFaults":', ' → This is not JSON: it ends too early.'],
])('%s', (text, message) => {
  expect(wrong(text)).toEqual([message]);
});

test('what is wrong is an error in its file, has a fix there, and leaves the verdicts as they are', () => {
  const settings = '{ "rareFault": "off", "explore": ["any 1 lnk", "link link"] }';
  const { resolved, diagnostics } = analyze(
    DESIGN,
    {},
    { path: 'pay.cap', read: readerOf({ 'netsplit.json': settings }) },
  );
  const shown = diagnostics.map(({ severity, code, span }) => {
    const { file } = resolved.sources.local(span);
    return `${file.path}: ${severity} ${code} at ${resolved.sources.textOf(span)}`;
  });
  expect(shown).toEqual([
    'pay.cap: warning op-error at pay',
    'netsplit.json: error wrong-setting at "rareFault"',
    'netsplit.json: error unknown-value at lnk',
    'netsplit.json: error wrong-setting at link link',
  ]);
  const edits = resolved.sources.editsByFile(diagnostics[1]?.fixes?.[0]?.edits ?? []);
  expect(applyEdits(settings, edits.get('netsplit.json') ?? [])).toBe(settings.replace('rareFault', 'rareFaults'));
});
