/** Addresses as the webview may load them. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from. */
  readonly cspSource: string;
  /** Unguessable, and another one for each page. */
  readonly nonce: string;
}

/**
 * The page of a report. Nothing that comes from a design is in it: all of that is sent as messages and becomes text. Nothing may
 * be loaded but the style sheet of the extension, and nothing runs but the one script with the nonce.
 */
export function reportPage({ script, style, cspSource, nonce }: PageParts): string {
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Netsplit report</title>
</head>
<body>
<main id="report"><p class="message">Waiting for the report…</p></main>
<footer>
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</footer>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
