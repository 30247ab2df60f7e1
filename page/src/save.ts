/** Offers a file for download. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A picture beside its design: `png` is in base64. */
export function savePicture(picture: { readonly svg: string } | { readonly png: string }, design: string): void {
  const name = design.replace(/\.cap$/, '');
  if ('svg' in picture) save(new Blob([picture.svg], { type: 'image/svg+xml' }), `${name}.svg`);
  else {
    const bytes = Uint8Array.from(atob(picture.png), (byte) => byte.charCodeAt(0));
    save(new Blob([bytes], { type: 'image/png' }), `${name}.png`);
  }
}
