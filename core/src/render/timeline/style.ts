import { DIAGRAM_STYLE } from '../diagram/style.js';

/**
 * The style of the parts of a timeline, the same for a file and a panel; colours as in the diagram's style sheet. No
 * fact is shown by colour alone: a lost message is broken off and crossed out, a harm has an exclamation mark, and the
 * break, the heal and the time between them are named beside the lanes.
 */
export const TIMELINE_STYLE = `
.netsplit text { fill: var(--netsplit-ink, #1f2328); font: 13px/1 "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif; dominant-baseline: central; }
.netsplit .timeline-strong { font-weight: 600; }
.netsplit .timeline-small { font-size: 11.5px; }
.netsplit .head-node { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.25; }
.netsplit .head-client { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.25; }
.netsplit .lane-line { fill: none; stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.25; }
.netsplit .lane-stopped { stroke: var(--netsplit-broken, #cf222e); stroke-dasharray: 2 5; stroke-width: 2; }
.netsplit .band-area { fill: var(--netsplit-broken, #cf222e); fill-opacity: 0.08; stroke: none; }
.netsplit .band-edge { fill: none; stroke: var(--netsplit-broken, #cf222e); stroke-width: 2; stroke-dasharray: 9 4; }
.netsplit .band-noticed { fill: none; stroke: var(--netsplit-broken, #cf222e); stroke-width: 1.25; stroke-dasharray: 2 4; }
.netsplit .message-line { fill: none; stroke: var(--netsplit-ink, #1f2328); stroke-width: 1.5; }
.netsplit .message-head, .netsplit .event-sign { fill: var(--netsplit-ink, #1f2328); }
.netsplit .message-lost { fill: none; stroke: var(--netsplit-broken, #cf222e); stroke-width: 1.5; stroke-dasharray: 6 4; }
.netsplit .message-cross { fill: none; stroke: var(--netsplit-broken, #cf222e); stroke-width: 2.5; stroke-linecap: round; }
.netsplit .harm-sign { fill: var(--netsplit-paper, #ffffff); stroke: var(--netsplit-broken, #cf222e); stroke-width: 2; stroke-linejoin: round; }
.netsplit .copy { fill: var(--netsplit-paper, #ffffff); stroke-width: 2; }
.netsplit .copy-0 { stroke: var(--netsplit-accent, #0969da); }
.netsplit .copy-1 { stroke: var(--netsplit-side-1, #bc4c00); stroke-dasharray: 3 2; }
.netsplit text.copy-label { font-size: 11px; font-weight: 600; }
.netsplit .play-ring { fill: none; stroke: var(--netsplit-accent, #0969da); stroke-width: 2.5; }
.netsplit .play .message-line { stroke-width: 3; }
.netsplit .copy-strike { stroke: var(--netsplit-broken, #cf222e); stroke-width: 2.5; stroke-linecap: round; }
.netsplit .harm .timeline-text { font-weight: 600; }
.netsplit .row-back { fill: transparent; stroke: none; }
.netsplit .conclusion-box { fill: var(--netsplit-zone, #f2f5f9); stroke: var(--netsplit-muted, #6e7781); stroke-width: 1.25; }
`.trim();

/** The style of a timeline and of the run on the picture of the design. */
export const PLAY_STYLE = `${DIAGRAM_STYLE}\n${TIMELINE_STYLE}`;
