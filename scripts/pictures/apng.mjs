import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Pictures of one size as one animated PNG that repeats without end (PNG, third edition, W3C 2025, section 11.3.4).
 * A viewer that knows no animation shows the first.
 */
export function animated(frames) {
  const chunks = frames.map(({ png }) => chunksOf(png));
  const [header] = chunks[0];
  const size = header.data.subarray(0, 8);
  let sequence = 0;
  const number = () => uint32(sequence++);
  const body = frames.flatMap(({ seconds }, i) => {
    const delay = Buffer.alloc(6);
    delay.writeUInt16BE(Math.round(seconds * 100), 0);
    delay.writeUInt16BE(100, 2);
    const control = chunk('fcTL', Buffer.concat([number(), size, uint32(0), uint32(0), delay]));
    const data = chunks[i].filter(({ type }) => type === 'IDAT').map((one) => one.data);
    const images = data.map((one) => (i === 0 ? chunk('IDAT', one) : chunk('fdAT', Buffer.concat([number(), one]))));
    return [control, ...images];
  });
  const control = chunk('acTL', Buffer.concat([uint32(frames.length), uint32(0)]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header.data), control, ...body, chunk('IEND', Buffer.alloc(0))]);
}

function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
