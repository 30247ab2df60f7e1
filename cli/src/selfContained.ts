import { createHash } from 'node:crypto';
import { gzipSync, strToU8 } from 'fflate';
import { type Io, UsageError } from './io.js';

// Parts of pages that need nothing but themselves: no server, no network, no other file.

/**
 * Runs the page's script, which is compressed: its hash is one of those that the policy lets run. A worker's script,
 * where there is one, gets an address first.
 */
export const LOADER = `(async()=>{
const status=document.getElementById('status');
if(!('DecompressionStream' in self)){status.textContent='This page needs a browser of May 2023 or later.';return}
const unpacked=(data)=>{
const bytes=Uint8Array.from(atob(data.textContent),(one)=>one.charCodeAt(0));
return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()};
const worker=document.getElementById('worker');
if(worker)document.documentElement.dataset.worker=URL.createObjectURL(new Blob([await unpacked(worker)]));
const script=document.createElement('script');
script.textContent=await unpacked(document.getElementById('script'));
document.body.append(script);
})();`;

/** The library, and not zlib, whose bytes differ between machines: the same design gives the same page. */
export function packed(script: string): string {
  return Buffer.from(gzipSync(strToU8(script), { level: 9, mtime: 0 })).toString('base64');
}

/** The bundle of the core, which is a module for Node, under the name that the page knows it by. */
export function coreScript(bundle: string): string {
  const text = bundle.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '');
  const module = 'const module={exports:{}};let exports=module.exports;';
  return `var netsplitCore=(()=>{${module}${text}\nreturn module.exports})();`;
}

export function shippedOr(io: Io, name: string): string {
  const text = io.shipped(name);
  if (text === undefined) throw new UsageError(`${name} is missing from this installation: install Netsplit again`);
  // Inside of HTML, these would end the element or begin a comment in it.
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Data inside of a page, where nothing of it is markup. */
export function dataOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
