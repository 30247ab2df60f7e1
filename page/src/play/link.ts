import type { DesignData } from '../design.js';

/** A design as a part of an address: its files, own first, compressed. */

/** Of more, an address bar and most chats keep a part. Characters of the files together. */
const MOST = 2_000_000;

export async function packed(files: DesignData['files']): Promise<string> {
  const text = JSON.stringify(files.map(({ path, text: content }) => [path, content]));
  const bytes = await through(new Blob([text]), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Undefined: no design, such as an address that was cut off on its way. */
export async function unpacked(part: string): Promise<DesignData['files'] | undefined> {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const packedBytes = new Blob([Uint8Array.from(binary, (one) => one.charCodeAt(0))]);
    const bytes = await through(packedBytes, new DecompressionStream('deflate-raw'));
    return filesOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

async function through(blob: Blob, stream: GenericTransformStream): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = (blob.stream().pipeThrough(stream) as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST) throw new Error('The design is too long for a link.');
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function filesOf(value: unknown): DesignData['files'] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const files = value.flatMap((one: unknown) => {
    if (!Array.isArray(one)) return [];
    const [path, text] = one as readonly unknown[];
    return typeof path === 'string' && typeof text === 'string' ? [{ path, text }] : [];
  });
  return files.length === value.length ? files : undefined;
}
