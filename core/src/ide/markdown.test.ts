import { expect, test } from 'vitest';
import { asText, bold } from './markdown.js';

test('markup in a name is text', () => {
  expect(asText('[x](command:y)')).toBe('\\[x\\]\\(command\\:y\\)');
  expect(asText('<img src=x>')).toBe('\\<img src\\=x\\>');
  expect(asText('`a` **b** $(bug) | ~c~')).toBe('\\`a\\` \\*\\*b\\*\\* \\$\\(bug\\) \\| \\~c\\~');
  expect(asText('https://a.example www.b.example c@d.example')).toBe(
    'https\\://a\\.example www\\.b\\.example c\\@d\\.example',
  );
});

test('what turns or hides text is shown by its number', () => {
  expect(asText('a\u202Eb\u200Bc\nd\u0000')).toBe('a⟨U\\+202E⟩b⟨U\\+200B⟩c⟨U\\+000A⟩d⟨U\\+0000⟩');
});

test('long names are cut', () => {
  expect([...asText('é'.repeat(1000))].length).toBe(60);
});

test('an empty name is seen', () => {
  expect(bold('')).toBe('**""**');
});
