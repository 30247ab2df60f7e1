// npm run docs: the pages of the documentation as a static site in out/site/, with their designs drawn. It refuses a
// link or an anchor that leads nowhere. Pages of codes are codes/CODE.html, schemas schema/NAME.schema.json, and the playground
// is playground/index.html.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { buildPlayground } from './playground.mjs';
import { repo } from './setup.mjs';

export const site = path.join(repo, 'out', 'site');

/** What the navigation lists, in order; all other pages are reached from these. */
const NAVIGATION = [
  ['Begin', ['README.md', 'docs/playground.md', 'docs/lessons.md', 'docs/architectures.md']],
  ['The language', ['docs/language.md', 'docs/semantics.md', 'docs/presets.md']],
  ['In an editor', ['docs/pictures.md', 'docs/quick-fixes.md', 'docs/settings.md', 'docs/markdown.md']],
  ['Elsewhere', ['docs/other-editors.md', 'docs/ci.md', 'docs/agents.md', 'docs/json-schema.md', 'docs/promela.md']],
  [
    'Reference',
    [
      'docs/diagnostics/README.md',
      'docs/reports.md',
      'docs/witness.md',
      'docs/exact.md',
      'docs/features.md',
      'CHANGELOG.md',
    ],
  ],
  ['Contribute', ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/glossary.md', 'docs/style.md', 'SECURITY.md']],
];
/** Parts of the walkthrough of VS Code, whose links are commands there. */
const ELSEWHERE = /^docs\/walkthrough\//;

/** Writes the site; throws with every link that leads nowhere. */
export async function buildSite(to = site) {
  await build();
  const core = await loadCore();
  const { Marked } = await import('marked');
  const linkToPlayground = await playgroundLinks(core);
  rmSync(to, { recursive: true, force: true });
  const pages = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
    ...filesBelow('docs', '.md'),
  ].filter((page) => !ELSEWHERE.test(page));
  const made = new Map();
  const writer = { pages: new Set(pages), made, wanted: [], queue: [...pages], core, Marked, linkToPlayground };
  for (let next = writer.queue.shift(); next !== undefined; next = writer.queue.shift())
    if (!made.has(next)) made.set(next, pageOf(writer, next));
  const broken = writer.wanted.filter(({ target, anchor }) => {
    const page = made.get(target);
    return page === undefined || (anchor !== '' && !page.ids.has(anchor));
  });
  if (broken.length > 0)
    throw new Error(`Links that lead nowhere:\n${broken.map(({ from, href }) => `  ${from}: ${href}`).join('\n')}`);
  const written = new Map();
  for (const [source, page] of made) {
    const address = addressOf(source);
    if (written.has(address)) throw new Error(`${address} would be ${written.get(address)} and ${source}.`);
    written.set(address, source);
    const file = path.join(to, address);
    mkdirSync(path.dirname(file), { recursive: true });
    if (page.html === undefined) cpSync(path.join(repo, source), file);
    else writeFileSync(file, document(source, page, made));
  }
  for (const schema of filesBelow('schema', '.json')) {
    mkdirSync(path.join(to, 'schema'), { recursive: true });
    cpSync(path.join(repo, schema), path.join(to, schema));
  }
  cpSync(path.join(repo, 'dist/site.css'), path.join(to, 'site.css'));
  await buildPlayground(path.join(to, 'playground'));
  return { pages: [...made.keys()].filter((source) => made.get(source).html !== undefined).map(addressOf) };
}

async function loadCore() {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: repo,
    stdin: { contents: 'export * from "./core/src/index.ts";', resolveDir: repo },
    bundle: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.pml': 'text' },
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

function filesBelow(folder, ending) {
  return readdirSync(path.join(repo, folder), { recursive: true })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Where a file of the repository is on the site. */
function addressOf(source) {
  if (source === 'README.md') return 'index.html';
  const html = source.replace(/(?:\.md|\.cap|\/)$/, '.html').replace(/README\.html$/, 'index.html');
  const moved = html.replace(/^docs\/diagnostics\//, 'codes/').replace(/^docs\//, '');
  // A file of the source is shown by a browser as text.
  return /\.(?:html|png|svg|json|css)$/.test(moved) ? moved : `source/${moved}.txt`;
}

/** A page, a drawn design, the list of a folder, or a file as it is. */
function pageOf(writer, source) {
  if (source.endsWith('/')) return folderPage(writer, source);
  const isText = /\.(?:md|cap)$/.test(source);
  if (!isText) return { ids: new Set() };
  const text = readFileSync(path.join(repo, source), 'utf8');
  return source.endsWith('.md')
    ? markdownPage(writer, source, text)
    : {
        title: path.posix.basename(source),
        ids: new Set(),
        html: `<h1>${path.posix.basename(source)}</h1>\n${drawn(writer, text, 'cap', source)}`,
      };
}

function folderPage(writer, folder) {
  const names = readdirSync(path.join(repo, folder)).filter((name) => /\.(?:md|cap)$/.test(name));
  const items = names.sort().map((name) => {
    writer.queue.push(folder + name);
    return `<li><a href="${relative(folder, folder + name)}">${name}</a></li>`;
  });
  const title = path.posix.basename(folder);
  return { title, ids: new Set(), html: `<h1>${title}</h1>\n<ul>\n${items.join('\n')}\n</ul>` };
}

function markdownPage(writer, source, text) {
  const ids = new Map();
  const { core, Marked } = writer;
  const title = { text: '' };
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: plain }) {
        const inner = this.parser.parseInline(tokens);
        if (depth === 1 && title.text === '') title.text = plain.replaceAll('`', '');
        const id = idOf(inner, ids);
        const anchor = depth === 1 ? '' : ` <a class="anchor" href="#${id}" aria-label="This section">#</a>`;
        return `<h${depth} id="${id}">${inner}${anchor}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${core.escapeXml(linkOf(writer, source, href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text: alt }) {
        return `<img src="${core.escapeXml(linkOf(writer, source, href))}" alt="${core.escapeXml(alt.replaceAll('\n', ' '))}">`;
      },
      code({ text: code, lang = '' }) {
        if (/^cap\b/.test(lang)) return drawn(writer, `${code}\n`, lang, source);
        return `<pre tabindex="0"><code>${core.escapeXml(code)}</code></pre>\n`;
      },
    },
  });
  const html = marked
    .parse(text)
    .replaceAll('<table>', '<div class="scroller" tabindex="0" role="group" aria-label="A table"><table>')
    .replaceAll('</table>', '</table></div>')
    // An empty head of a table names nothing.
    .replaceAll(/<th([^>]*)><\/th>/g, '<td$1></td>');
  return { title: title.text, ids: new Set(ids.keys()), html };
}

/** As GitHub names headings, so that links work there too. */
function idOf(inner, ids) {
  const plain = inner
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')
    .toLowerCase();
  const base = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
  const before = ids.get(base);
  ids.set(base, (before ?? 0) + 1);
  if (before === undefined) return base;
  ids.set(`${base}-${before}`, 1);
  return `${base}-${before}`;
}

/** What a link leads to on the site; what it wants is checked when all pages are there. */
function linkOf(writer, from, href) {
  if (/^[a-z][a-z+.-]*:/i.test(href)) return href;
  const [place, anchor = ''] = href.split('#');
  let target = place === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), decodeURI(place)));
  const there = statSync(path.join(repo, target), { throwIfNoEntry: false });
  if (there?.isDirectory()) target = `${target.replace(/\/$/, '')}/`;
  if (there !== undefined) writer.queue.push(target);
  writer.wanted.push({ from, href, target, anchor });
  return `${relative(from, target)}${anchor === '' ? '' : `#${anchor}`}`;
}

function relative(from, to) {
  const folder = path.posix.dirname(addressOf(from));
  return path.posix.relative(folder, addressOf(to)) || path.posix.basename(addressOf(to));
}

/** A design with its text, and where it is a whole one, drawn: parts of designs stay text. */
function drawn({ core, linkToPlayground }, text, lang, source) {
  const read = (wanted) => {
    const file = path.join(repo, wanted);
    return statSync(file, { throwIfNoEntry: false })?.isFile()
      ? { kind: 'text', path: wanted, text: readFileSync(file, 'utf8') }
      : { kind: 'missing' };
  };
  const place = { path: source, read };
  const code = `<pre tabindex="0"><code class="language-cap">${coloured(core, text, place)}</code></pre>`;
  const { blocks, mistakes } = core.drawFence(text, core.fenceInfo(lang), place);
  const shown = blocks.filter(({ kind }) => kind !== 'source');
  const isWhole = mistakes.length === 0 && shown.some(({ kind }) => kind === 'table');
  const picture = isWhole ? `\n${core.fenceHtml({ blocks: shown, mistakes: [], files: [] })}` : '';
  const link = linkToPlayground(text, place, isWhole);
  return `<div class="netsplit-fence">${code}${link}${picture}</div>\n`;
}

/**
 * What leads from a design to the playground with it: a lesson or a sample by its name, another whole design by its
 * text, as the page itself writes links.
 */
async function playgroundLinks(core) {
  const { deflateSync, strToU8 } = await import('fflate');
  const read = (name) => {
    const file = path.join(repo, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const { lessons, chapters } = core.libraryOf(read);
  const entries = [...lessons, ...chapters.flatMap(({ samples }) => samples)];
  return (text, place, isWhole) => {
    const entry = entries.find((one) => one.text === text || place.path === `samples/${one.name}`);
    if (entry === undefined && !isWhole) return '';
    const { files } = core.parseDesign(place.path, text, place.read).sources;
    const data = strToU8(JSON.stringify(files.map((file) => [file.path, file.text])));
    const packed = () => Buffer.from(deflateSync(data, { level: 9 })).toString('base64url');
    const folder = path.posix.dirname(addressOf(place.path));
    const page = path.posix.relative(folder, 'playground/index.html');
    const fragment = entry === undefined ? `d=${packed()}` : `open=${entry.name}`;
    return `<p class="play"><a href="${page}#${fragment}">Open in the playground</a></p>`;
  };
}

function coloured(core, text, place) {
  const resolved = core.resolve(core.parseDesign(place.path, text, place.read));
  let html = '';
  let at = 0;
  for (const { span, type } of core.semanticTokens(resolved)) {
    html += `${core.escapeXml(text.slice(at, span.start))}<span class="${type}">${core.escapeXml(text.slice(span.start, span.end))}</span>`;
    at = span.end;
  }
  return html + core.escapeXml(text.slice(at));
}

function document(source, { title, html }, made) {
  const lists = NAVIGATION.map(([name, sources]) => {
    const items = sources.map((one) => {
      const current = one === source ? ' aria-current="page"' : '';
      const text = one === 'README.md' ? 'Netsplit' : made.get(one).title;
      return `<li><a href="${relative(source, one)}"${current}>${text}</a></li>`;
    });
    return `<p id="nav-${name.replaceAll(' ', '-')}">${name}</p>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const folder = path.posix.dirname(addressOf(source));
  const style = path.posix.relative(folder, 'site.css');
  const playground = path.posix.relative(folder, 'playground/index.html');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${source === 'README.md' ? 'Netsplit' : `${title} – Netsplit`}</title>
</head>
<body>
<header><a class="skip" href="#content">To the text</a> <a href="${relative(source, 'README.md')}">Netsplit</a> <a href="${playground}">Playground</a></header>
<nav aria-label="Pages">
${lists.join('\n')}
</nav>
<main id="content">
${html}
</main>
</body>
</html>
`;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { pages } = await buildSite();
    console.log(`Wrote ${pages.length} pages into out/site/; no link leads nowhere.`);
  } catch (error) {
    console.error(Array.isArray(error?.errors) ? 'The build failed.' : error.message);
    process.exitCode = 1;
  }
}
