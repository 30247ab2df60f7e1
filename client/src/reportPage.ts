import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/**
 * The page of a report. Nothing that comes from a design is in it: all of that is sent as messages and becomes text. Nothing may be
 * loaded but the style sheet of the extension, and nothing runs but the one script with the nonce.
 */
export function reportPage(webview: Webview, resources: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(resources, 'report.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(resources, 'report.css')).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
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
