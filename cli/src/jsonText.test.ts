import { expect, test } from 'vitest';
import { jsonText } from './jsonText.js';

test('what a terminal would obey is a number, and means the same', () => {
  const value = { name: 'a\u009B31m\u202Eb\u{E0041}\u2028é\u{1F980}\n', list: [1] };
  const text = jsonText(value);
  expect(text).toBe(
    '{\n  "name": "a\\u009b31m\\u202eb\\udb40\\udc41\\u2028é\u{1F980}\\n",\n  "list": [\n    1\n  ]\n}\n',
  );
  expect(JSON.parse(text)).toEqual(value);
});
