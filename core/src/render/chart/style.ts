/**
 * The style of a chart, the same for a file and a panel; colours as in the diagram's style sheet. Curves differ in how
 * they are dashed as well as in colour, and have their names beside them.
 */
export const CHART_STYLE = `
.netsplit text { fill: var(--netsplit-ink, #1f2328); font: 11.5px/1 "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif; dominant-baseline: central; }
.netsplit .grid { fill: none; stroke: var(--netsplit-muted, #6e7781); stroke-width: 1; stroke-opacity: 0.25; }
.netsplit .axis-line { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; }
.netsplit .curve-line { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 2.25; stroke-linejoin: round; }
.netsplit .curve-error { stroke: var(--netsplit-broken, #cf222e); }
.netsplit .curve-stale { stroke: var(--netsplit-accent, #0969da); stroke-dasharray: 8 3; }
.netsplit .curve-dirty { stroke: var(--netsplit-warn, #9a6700); stroke-dasharray: 2 3; }
.netsplit .curve-unknown { stroke: var(--netsplit-side-3, #8250df); stroke-dasharray: 12 3 2 3; }
.netsplit .curve-partial { stroke: var(--netsplit-side-1, #bc4c00); stroke-dasharray: 5 5; }
.netsplit .curve-conflict { stroke: var(--netsplit-warn, #9a6700); stroke-dasharray: 12 4; }
.netsplit .curve-lost { stroke: var(--netsplit-ink, #1f2328); stroke-dasharray: 4 2; }
.netsplit .mark-filled { fill: var(--netsplit-accent, #0969da); stroke: var(--netsplit-accent, #0969da); stroke-width: 2; }
.netsplit .mark-open { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-accent, #0969da); stroke-width: 2; }
.netsplit .mark-today { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 2; }
`.trim();
