// npm run check: what to run before each commit, in a minute. The last line is `N passed, N failed`.

import { checkParts, summarize } from './gate.mjs';

await checkParts();
summarize();
