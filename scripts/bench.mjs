// npm run bench: peers side by side, as ratios of one run on one machine.

import { build } from "./build.mjs";

await build({ production: true });
const { benchMesh } = await import("../bench/mesh.mjs");
const { benchEdits } = await import("../bench/edits.mjs");
benchMesh();
await benchEdits();
