import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { drawDiagram } from './draw.js';
import { printSvg } from './svg.js';

const LONG = 'a very long name that goes on and on and never seems to end';
const svgOf = (text: string): string => printSvg(drawDiagram(resolve(parse(text)).model));
const HOSTILE = `zone "${LONG}" { node "<script>alert(1)</script>", "a & b" }
node "\u202Egnorw", "</text></svg>"
client "' onload=\\"x" at "a & b"
link "]]>": "${LONG}" -- "</text></svg>" 5ms
store "&lt;" on "a & b" { choose CP }
`;

/** The parts of a well-formed document: each opened tag is closed, and its text has no other markup characters. */
function tagsOf(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_all, closing: string, name: string, _attributes: string, empty: string) => {
      if (closing !== '') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name);
      seen.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<&]/);
  return [...new Set(seen)].sort();
}

test('names are text, never markup', () => {
  const svg = svgOf(HOSTILE);
  expect(tagsOf(svg)).toEqual(['g', 'polyline', 'rect', 'style', 'svg', 'text', 'title']);
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/scr…');
  expect(svg).toContain('&amp;lt;');
});

test('what turns text around is shown as what it is', () => {
  expect(svgOf(HOSTILE)).not.toContain('\u202E');
  expect(svgOf(HOSTILE)).toContain('⟨U+202E⟩gnorw');
});

test('a name that is too long ends in an ellipsis, and is there in full', () => {
  const svg = svgOf(HOSTILE);
  expect(svg).toContain(`>a very long name that…<title>${LONG}</title></text>`);
});

test('loads nothing and runs nothing, is for light and for dark', () => {
  const svg = svgOf(HOSTILE);
  expect(svg).not.toMatch(/<script|href=|url\(|@import| on[a-z]+="/);
  expect(svg).toContain('prefers-color-scheme: dark');
  // For programs that do not know variables.
  expect(svg).toContain('.node-box { fill: #ffffff; fill: var(--netsplit-paper, #ffffff);');
});

test('the same design gives the same bytes', () => {
  expect(svgOf(HOSTILE)).toBe(svgOf(HOSTILE));
  expect(svgOf(HOSTILE)).toBe(svgOf(`// a comment\n${HOSTILE}`));
});
