// npm test: everything that decides on a change, on a fresh clone too, with fixed seeds. The last line is
// `N passed, N failed`, over all parts.

import { checkParts, summarize, wholeParts } from './gate.mjs';

await checkParts();
await wholeParts();
summarize();
