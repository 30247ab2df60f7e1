import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';
import { predictedText, type Lesson } from './lessonText.js';

const folder = new URL('../../lessons/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const lessons = (JSON.parse(read('lessons.json')) as readonly (Omit<Lesson, 'text'> & { file: string })[]).map(
  (row): Lesson => ({ ...row, text: read(row.file) }),
);

describe.each(lessons)('the lesson $title with a prediction', (lesson) => {
  test.each(lesson.options)('$verdict', ({ verdict }) => {
    const text = predictedText(lesson, verdict);
    const { diagnostics } = analyze(text);
    // An editor underlines the prediction where it is wrong.
    const wrong = diagnostics.filter(({ code }) => code === 'expectation-fails');
    expect(wrong).toHaveLength(verdict === lesson.answer ? 0 : 1);
    expect(text).toContain(verdict === lesson.answer ? 'and so it is' : `it is ${lesson.answer}`);
    expect(text.split('\n').every((line) => line.length <= 120)).toBe(true);
  });
});
