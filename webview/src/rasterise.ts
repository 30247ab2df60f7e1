import type { FromPicture, Picture } from '#protocol';
import { onClick } from './controls.js';
import { say } from './host.js';

/** Two pixels for each of the screen, as long as the canvas can be that large. */
const SCALE = 2;
const LARGEST = 16_000;

/** The pixels of a picture as a PNG file, in base 64. */
async function rasterise({ svg, width, height }: Picture): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const scale = Math.min(SCALE, LARGEST / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Sends the pixels of a picture that is to be exported. */
export async function sendPng(picture: Picture, post: (message: FromPicture) => void): Promise<void> {
  try {
    post({ type: 'png', data: await rasterise(picture) });
  } catch {
    say('The picture could not be made into a PNG: export it as SVG.');
  }
}

/** The buttons for it. */
export function exportButtons(post: (message: FromPicture) => void): void {
  onClick('svg', () => post({ type: 'export', format: 'svg' }));
  onClick('png', () => post({ type: 'export', format: 'png' }));
}
