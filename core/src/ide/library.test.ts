import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { type Lesson, libraryOf } from './library.js';

const root = new URL('../../../', import.meta.url);
const library = libraryOf((path) => {
  const file = new URL(path, root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
});

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.cap'))
    .sort();

test('every lesson and every sample is in it once, with all that it includes', () => {
  expect(library.lessons.map(({ name }) => name).sort()).toEqual(filesIn('lessons/'));
  const samples = library.chapters.flatMap(({ samples: some }) => some);
  expect(samples.map(({ name }) => name).sort()).toEqual(filesIn('samples/'));
  for (const { name, title, text } of [...library.lessons, ...samples]) {
    expect(text, name).not.toMatch(/^include /m);
    expect(text.startsWith(`// ${title}\n`), name).toBe(true);
  }
});

test('a file that is missing is an empty text, and no library is an empty one', () => {
  expect(libraryOf(() => undefined)).toEqual({ lessons: [], chapters: [] });
  const order = '[{ "teaches": "a", "samples": ["b.cap"] }]';
  const { chapters } = libraryOf((path) => (path === 'samples/order.json' ? order : undefined));
  expect(chapters).toEqual([{ teaches: 'a', samples: [{ name: 'b.cap', title: 'b.cap', text: '' }] }]);
});

test('there are ten lessons, and each answer comes up in more than one place among the options', () => {
  expect(library.lessons).toHaveLength(10);
  const places = library.lessons.map(({ options, answer }) => options.findIndex(({ verdict }) => verdict === answer));
  expect(places).not.toContain(-1);
  expect(new Set(places).size).toBeGreaterThan(2);
});

/** The lesson's design with an option as an expectation. */
function withExpectation({ text, look }: Lesson, verdict: string): string {
  const under = look.partition ?? 'no fault';
  return `${text}\nexpect ${look.operation} from ${look.client} ${verdict} under ${under}\n`;
}

describe.each(library.lessons)('the lesson $title', (lesson) => {
  test('its design has no mistake', () => {
    const { diagnostics } = analyze(lesson.text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(lesson.options)('$verdict is the answer if the engine says so, and else it is not', ({ verdict }) => {
    const { resolved, results, diagnostics } = analyze(withExpectation(lesson, verdict));
    expect(resolved.model.expectations).toHaveLength(1);
    const codes = diagnostics.map(({ code }) => code).filter((code) => code.startsWith('expectation-'));
    expect(codes).toEqual(verdict === lesson.answer ? [] : ['expectation-fails']);
    expect(results.expectations[0]?.status).toBe(verdict === lesson.answer ? 'holds' : 'fails');
  });
});
