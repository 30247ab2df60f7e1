import { describe, expect, test } from 'vitest';
import { NOWHERE } from '../../analyze.js';
import type { FileRead } from '../../syntax/ast.js';
import { drawFence } from './fence.js';
import { fenceHtml } from './html.js';
import { fenceInfo } from './info.js';
import { drawPage } from './markdown.js';
import { fencesOf } from './page.js';

const SHOP = `zone us { node us1, us2 }
zone eu { node eu1 }
link ocean: us -- eu 80ms
client web in us
client fan in eu
store orders on us1, us2, eu1 { choose CP }
operation pay: write orders from web, fan
partition apart { us | eu }
`;

const drawn = (info: string, text = SHOP): string => {
  const asked = fenceInfo(info);
  if (asked === undefined) throw new Error(`${info} is of another language`);
  return fenceHtml(drawFence(text, asked, NOWHERE));
};

describe('the words after the marks', () => {
  test.each([
    ['cap', ['picture', 'table'], undefined],
    ['cap under=apart', ['picture', 'table'], 'apart'],
    ['cap under="two words"', ['picture', 'table'], 'two words'],
    ['cap table', ['table'], undefined],
    ['cap source picture source', ['source', 'picture'], undefined],
    ['  cap {1,3} title="a table" table', ['table'], undefined],
  ])('%s', (info, parts, under) => {
    expect(fenceInfo(info)).toEqual({ parts, ...(under === undefined ? {} : { under }), unknown: [] });
  });

  test('of another language, nothing', () => {
    for (const info of ['', 'ts', 'capnp', 'text cap']) expect(fenceInfo(info)).toBeUndefined();
  });

  test('a word that means nothing is said, with what was probably meant', () => {
    expect(drawn('cap tabel')).toContain('after “cap”, `tabel` means nothing: did you mean `table`?');
    expect(drawn('cap fold')).toContain('write picture, table, source or under=PARTITION');
  });
});

describe('as HTML', () => {
  test('a picture, and every operation under every likely fault with what the signs mean', () => {
    const html = drawn('cap');
    expect(html.match(/<svg /g)).toHaveLength(1);
    expect(html).toMatch(/aria-label="pay from fan when [^"]+: error/);
    expect(html).toContain('✓ ok · ✕ refused or timed out');
    expect(html).not.toContain('<pre>');
  });

  test('under one partition, both are of that partition', () => {
    const html = drawn('cap under=apart');
    expect(html).toContain('under partition apart."');
    expect(html).toMatch(/<td class="verdict error">/);
    expect(html).not.toContain('class="heat"');
  });

  test('each part alone', () => {
    expect(drawn('cap table')).not.toContain('<svg');
    expect(drawn('cap picture')).not.toContain('<table');
    expect(drawn('cap source')).toMatch(/^<pre><code class="language-cap">zone us .*<\/code><\/pre>$/);
  });

  test('a design with mistakes is its text, with what is wrong in which line', () => {
    const html = drawn('cap', 'node a\nstore s on b\n');
    expect(html).not.toContain('<svg');
    expect(html).toContain('<pre>');
    expect(html).toMatch(/<li>Line 2: .*`b`/);
  });

  test('a partition that the design does not have', () => {
    expect(drawn('cap under=ocean')).toContain('the design has no partition called `ocean`: it has apart');
  });

  test('what declares nothing is its text', () => {
    expect(drawn('cap', '// nothing yet\n')).toBe('<pre><code class="language-cap">// nothing yet</code></pre>');
  });

  test('nothing of a design is markup, and no line is empty', () => {
    const html = drawn('cap source picture table', `${SHOP}\n\nnode "<img src=x>"\nclient c at "<img src=x>"\n`);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html.split('\n').filter((line) => line.trim() === '')).toEqual([]);
  });

  test('a large design has a table of bounded size', () => {
    const nodes = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const text = `node ${nodes.join(', ')}\n${nodes
      .map(
        (node) =>
          `client c${node} at ${node}\nstore s${node} on ${node} { choose CP }\noperation o${node}: read s${node} from c${node}\n`,
      )
      .join('')}`;
    expect(drawn('cap table', text).match(/<td class="sign/g)?.length).toBeLessThanOrEqual(400);
  });
});

test('settings beside a page, and settings that nobody can read, do not matter', () => {
  const read = (): FileRead => ({ kind: 'unreadable', why: 'the editor could not get it' });
  const info = fenceInfo('cap');
  expect(info && drawFence(SHOP, info, { path: 'docs/page.md', read }).mistakes).toEqual([]);
});

test('an operation of very many steps has no table in a page, and its picture is there', () => {
  const steps = Array.from({ length: 13 }, () => 'read orders').join('; ');
  const html = drawn('cap', `${SHOP}operation all from web { ${steps} }\n`);
  expect(html).toContain('all has 13 steps, too many for a table in a page: see netsplit simulate.');
  expect(html).toContain('<svg');
});

test('many mistakes are counted', () => {
  const stores = Array.from({ length: 20 }, (_, i) => `store s${i} on b\n`).join('');
  const html = drawn('cap', `node a\n${stores}`);
  expect(html.match(/<li>/g)).toHaveLength(6);
  expect(html).toMatch(/<li>\d+ more mistakes<\/li>/);
});

describe('a page', () => {
  const page = (text: string): string => drawPage(text, NOWHERE, (_, number) => `p-${number}.svg`).text;

  test('has its designs drawn, everything else as it was', () => {
    const text = page(
      `# Title\n\n\`\`\`cap\n${SHOP}\`\`\`\n\n\`\`\`ts\ncap;\n\`\`\`\n\n~~~cap picture\n${SHOP}~~~\nEnd`,
    );
    expect(text).toMatch(/^# Title\n\n!\[A network of .*\]\(p-1\.svg\)\n\n\| operation /);
    expect(text).toMatch(/\n```ts\ncap;\n```\n\n!\[.*\]\(p-2\.svg\)\nEnd$/);
  });

  test('stays as it is when it is drawn again', () => {
    const once = page(`\`\`\`cap source table\n${SHOP}\`\`\`\n\n\`\`\`cap\nstore s on b\n\`\`\`\n`);
    expect(page(once)).toBe(once);
  });

  test('in lists and quotations, with their marks', () => {
    const text = page(
      `1. One\n\n   \`\`\`cap source\n   node a\n   \`\`\`\n\n> \`\`\`cap source\n> node a\n>\n> node b\n> \`\`\`\n`,
    );
    expect(text).toBe(
      '1. One\n\n   ```cap source\n   node a\n   ```\n\n> ```cap source\n> node a\n>\n> node b\n> ```\n',
    );
    expect(page(`- \`\`\`cap picture\n  node a\n  \`\`\`\n  more\n`)).toBe(
      '- ![A network of 1 node, with no fault at all\\.](p-1.svg)\n  more\n',
    );
  });

  test('a fence in a fence, or in indented code, is text', () => {
    const text = `\`\`\`\`md\n\`\`\`cap\nnode a\n\`\`\`\n\`\`\`\`\n\nText\n\n    \`\`\`cap\n    node a\n    \`\`\`\n`;
    expect(page(text)).toBe(text);
  });

  test('line ends stay as they are, and a fence that is not closed ends with the page', () => {
    expect(page('a\r\n\r\n```cap source\r\nnode a')).toBe('a\r\n\r\n```cap source\r\nnode a\r\n```');
    expect(fencesOf('```cap\nnode a\n').map(({ text }) => text)).toEqual(['node a\n\n']);
  });

  test('mistakes have their lines in the page', () => {
    const { mistakes } = drawPage('Text\n\n```cap tabel\nnode a\nstore s on b\n```\n', NOWHERE, () => '');
    expect(mistakes.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('what it includes is known', () => {
    const read = (path: string): FileRead =>
      path.endsWith('.cap') ? { kind: 'text', path, text: 'node a\n' } : { kind: 'missing' };
    const { files, text } = drawPage(
      '```cap\ninclude "net.cap"\nclient c at a\n```\n',
      { path: 'docs/page.md', read },
      () => 'x.svg',
    );
    expect(files).toEqual(['docs/net.cap']);
    expect(text).toContain('1 node');
  });
});
