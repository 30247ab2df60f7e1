/**
 * The style of the parts of a picture, the same for a file and a panel. Colours are variables: the panel sets them, and
 * a file contains its own for light and dark. No fact is shown by colour alone. The fonts are those for which boxes are
 * measured: what a system has for its own windows may be a fifth wider, and would leave them.
 */
export const DIAGRAM_STYLE = `
.netsplit text { fill: var(--netsplit-ink, #1f2328); font: 13px/1 "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif; dominant-baseline: central; }
.netsplit .zone-frame { fill: var(--netsplit-zone, #f2f5f9); stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.5; }
.netsplit .zone-bar { fill: var(--netsplit-bar, #d7dfe8); stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.5; }
.netsplit .zone-name, .netsplit .name { font-weight: 600; }
.netsplit .node-box { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; }
.netsplit .router-box { fill: var(--netsplit-bar, #d7dfe8); stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; }
.netsplit .client-box { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.25; }
.netsplit .client .name { font-weight: 400; }
.netsplit .badge, .netsplit .small, .netsplit .label, .netsplit .side-name { font-size: 11.5px; }
.netsplit .badge-witness { font-style: italic; }
.netsplit .badge-selected { font-weight: 700; text-decoration: underline; }
.netsplit .sign-leader { fill: var(--netsplit-accent, #0969da); stroke: var(--netsplit-accent, #0969da); stroke-linejoin: round; }
.netsplit .sign-candidate { fill: none; stroke: var(--netsplit-accent, #0969da); stroke-width: 1.25; stroke-linejoin: round; }
.netsplit .sign-former { fill: none; stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.25; stroke-linejoin: round; stroke-dasharray: 2 1.5; }
.netsplit .sign-replica { fill: var(--netsplit-ink, #1f2328); }
.netsplit .sign-observer { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; }
.netsplit .sign-witness { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; stroke-dasharray: 2 1.5; }
.netsplit .verdict { font-size: 12.5px; font-weight: 700; }
.netsplit .verdict-ok { fill: var(--netsplit-ok, #1a7f37); }
.netsplit .verdict-error, .netsplit .verdict-lost { fill: var(--netsplit-broken, #cf222e); }
.netsplit .verdict-stale, .netsplit .verdict-dirty, .netsplit .verdict-unknown, .netsplit .verdict-partial, .netsplit .verdict-conflict { fill: var(--netsplit-warn, #9a6700); }
.netsplit .verdict-silent, .netsplit .verdict-not-known, .netsplit .verdict-passes { fill: var(--netsplit-muted, #6e7781); }
.netsplit .sign-instance { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.5; stroke-linejoin: round; }
.netsplit .line { fill: none; stroke: var(--netsplit-line, #57606a); stroke-width: 1.5; stroke-linejoin: round; }
.netsplit .line-weight-1 { stroke-width: 2; }
.netsplit .line-weight-2 { stroke-width: 3.25; }
.netsplit .line-weight-3 { stroke-width: 4.75; }
.netsplit .line-weight-4 { stroke-width: 6.5; }
.netsplit .line-weight-5 { stroke-width: 8.5; }
.netsplit .wire .line { stroke: var(--netsplit-muted, #6e7781); stroke-dasharray: 1.5 3; }
.netsplit .touch { fill: none; stroke: transparent; stroke-width: 14; pointer-events: stroke; }
.netsplit .arrow { fill: var(--netsplit-line, #57606a); }
.netsplit .line-broken { stroke: var(--netsplit-broken, #cf222e); stroke-dasharray: 6 5; }
.netsplit .sign { stroke: var(--netsplit-broken, #cf222e); stroke-width: 2.5; stroke-linecap: round; }
.netsplit .sign-back { stroke: var(--netsplit-paper, #ffffff); stroke-width: 6; stroke-linecap: round; }
.netsplit .label-back { fill: var(--netsplit-paper, #ffffff); }
.netsplit .stop { stroke: var(--netsplit-broken, #cf222e); stroke-width: 2; fill: none; }
.netsplit .stopped .node-box, .netsplit .stopped .client-box, .netsplit .stopped .router-box, .netsplit .stopped .zone-frame { stroke: var(--netsplit-broken, #cf222e); stroke-dasharray: 5 4; }
.netsplit .side-area { fill-opacity: 0.13; stroke-width: 2; }
.netsplit .side-0 { fill: var(--netsplit-side-0, #0969da); stroke: var(--netsplit-side-0, #0969da); stroke-dasharray: 10 4; }
.netsplit .side-1 { fill: var(--netsplit-side-1, #bc4c00); stroke: var(--netsplit-side-1, #bc4c00); stroke-dasharray: 3 3; }
.netsplit .side-2 { fill: var(--netsplit-side-2, #1a7f37); stroke: var(--netsplit-side-2, #1a7f37); stroke-dasharray: 12 3 2 3; }
.netsplit .side-3 { fill: var(--netsplit-side-3, #8250df); stroke: var(--netsplit-side-3, #8250df); stroke-dasharray: 6 6; }
.netsplit .side-tag { fill: var(--netsplit-paper, #ffffff); }
.netsplit .dimmed { opacity: 0.4; }
.netsplit .selected .node-box, .netsplit .selected .client-box, .netsplit .selected .zone-frame { stroke: var(--netsplit-accent, #0969da); stroke-width: 3; }
`.trim();

/** The colours of a file, which can only ask whether its reader prefers light or dark. */
export const FILE_COLOURS = `
@media (prefers-color-scheme: dark) { .netsplit { --netsplit-ink: #e6edf3; --netsplit-muted: #8d96a0; --netsplit-paper: #0d1117; --netsplit-zone: #161b22; --netsplit-bar: #2a323c; --netsplit-line: #9aa4af; --netsplit-broken: #ff7b72; --netsplit-accent: #58a6ff; --netsplit-ok: #3fb950; --netsplit-warn: #d29922; --netsplit-side-0: #58a6ff; --netsplit-side-1: #f0883e; --netsplit-side-2: #3fb950; --netsplit-side-3: #bc8cff; } }
.netsplit { background: var(--netsplit-paper, #ffffff); }
`.trim();

/** The colours of a pixel image, which are the same for every reader. */
export const LIGHT_COLOURS = '.netsplit { background: #ffffff; }';
