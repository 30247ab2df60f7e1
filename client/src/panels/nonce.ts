const BYTES = 16;

/** A number that a page's scripts are known by: unguessable, another one each time, as Base64. */
export function nonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(BYTES))));
}
