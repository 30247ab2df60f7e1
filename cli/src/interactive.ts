import { createHash } from 'node:crypto';
import { escapeXml, visible, type Resolved } from '#core';
import { gzipSync, strToU8 } from 'fflate';
import { type Io, UsageError } from './io.js';

/**
 * One HTML file in which links are cut and verdicts change, without a server and without anything to install. Only its
 * own script and style run, by their hashes; the design is data in it, and nothing is loaded.
 */
export function interactivePage(io: Io, title: string, { sources }: Resolved): string {
  const script = `${coreScript(shippedOr(io, 'dist/core.js'))}\n${shippedOr(io, 'dist/interactive.js')}`;
  const style = shippedOr(io, 'dist/interactive.css');
  const policy =
    `default-src 'none'; img-src blob: data:; base-uri 'none'; form-action 'none'; ` +
    `script-src '${hashOf(LOADER)}' '${hashOf(script)}'; style-src '${hashOf(style)}'`;
  const design = { title, files: sources.files.map(({ path, text }) => ({ path, text })) };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(visible(title))}</title>
<style>${style}</style>
</head>
<body>
<section aria-label="Design"><h1>${escapeXml(visible(title))}</h1></section>
<div id="live"></div>
<section id="chapters" aria-label="Report"></section>
<footer>
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</footer>
<script type="application/json" id="design">${JSON.stringify(design).replaceAll('<', '\\u003c')}</script>
<script type="text/plain" id="script">${packed(script)}</script>
<script>${LOADER}</script>
</body>
</html>
`;
}

/** Runs the page's script, which is compressed: its hash is one of those that the policy lets run. */
const LOADER = `(async()=>{
const status=document.getElementById('status');
if(!('DecompressionStream' in self)){status.textContent='This page needs a browser of May 2023 or later.';return}
const bytes=Uint8Array.from(atob(document.getElementById('script').textContent),(one)=>one.charCodeAt(0));
const stream=new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
const script=document.createElement('script');
script.textContent=await new Response(stream).text();
document.body.append(script);
})();`;

/** The library, and not zlib, whose bytes differ between machines: the same design gives the same page. */
function packed(script: string): string {
  return Buffer.from(gzipSync(strToU8(script), { level: 9, mtime: 0 })).toString('base64');
}

/** The bundle of the core, which is a module for Node, under the name that the page knows it by. */
function coreScript(bundle: string): string {
  const text = bundle.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '');
  const module = 'const module={exports:{}};let exports=module.exports;';
  return `var netsplitCore=(()=>{${module}${text}\nreturn module.exports})();`;
}

function shippedOr(io: Io, name: string): string {
  const text = io.shipped(name);
  if (text === undefined) throw new UsageError(`${name} is missing from this installation: install Netsplit again`);
  // Inside of HTML, these would end the element or begin a comment in it.
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
