/** Addresses as the webview may load them. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from. */
  readonly cspSource: string;
  /** Unguessable, and another one for each page. */
  readonly nonce: string;
}

interface PageContent {
  readonly title: string;
  /** Those that the page makes itself, to export them. */
  readonly images: 'none' | 'made by the page';
  /** HTML before the footer. */
  readonly body: string;
}

/**
 * The page of a panel. Nothing that comes from a design is in it: all of that is sent as messages and becomes text.
 * Nothing may be loaded but the style sheet of the extension and what `images` says, and nothing runs but the one
 * script with the nonce.
 */
export function webviewPage(
  { script, style, cspSource, nonce }: PageParts,
  { title, images, body }: PageContent,
): string {
  const pictures = images === 'none' ? '' : ' img-src blob:;';
  const policy =
    `default-src 'none';${pictures} base-uri 'none'; form-action 'none'; style-src ${cspSource}; script-src ` +
    `'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${title}</title>
</head>
<body>
${body}
<footer>
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</footer>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
