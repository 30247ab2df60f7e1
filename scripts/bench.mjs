// npm run bench: peers side by side, as ratios of one run on one machine, and the editor's answers as shares of what is
// aimed at.

import { build } from './build.mjs';

await build({ production: true });
const { benchMesh } = await import('../bench/mesh.mjs');
const { benchNetworks } = await import('../bench/networks.mjs');
const { benchGrowth } = await import('../bench/growth.mjs');
const { benchEdits } = await import('../bench/edits.mjs');
const { benchWhileAnalysing } = await import('../bench/whileAnalysing.mjs');
const { benchStop } = await import('../bench/stop.mjs');
const { benchSteps } = await import('../bench/steps.mjs');
const { benchQuickFixes } = await import('../bench/quickFixes.mjs');
const { benchDiagram } = await import('../bench/diagram.mjs');
const { benchSlowFiles } = await import('../bench/slowFiles.mjs');
const { benchStalls } = await import('../bench/stalls.mjs');
const { benchPbs } = await import('../bench/pbs.mjs');
benchMesh();
benchNetworks();
benchGrowth();
await benchPbs();
await benchEdits();
await benchWhileAnalysing();
await benchStop();
await benchSteps();
await benchQuickFixes();
await benchDiagram();
benchSlowFiles();
await benchStalls();
