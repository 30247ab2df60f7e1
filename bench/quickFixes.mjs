// The light bulb: quick fixes asked for in a 2,000-line file while the worker tries them, through the server as an
// editor speaks with it.

import { largeDesign, randomNumbers } from './largeDesign.mjs';
import { report, startServer } from './server.mjs';

const REQUESTS = 500;
const SEED = 20181021;
const URI = 'file:///bench/large.cap';

export async function benchQuickFixes() {
  const server = await startServer();
  const text = largeDesign();
  const analysed = server.when('analysed', URI, 1);
  await server.open(URI, text);
  await analysed;
  const operations = text.split('\n').flatMap((line, i) => (line.startsWith('operation ') ? [i] : []));
  const fixesAt = (line) => {
    const position = { line, character: 'operation '.length + 1 };
    return server.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  };
  const wasTried = ({ title }) => /^(Read|Write at|Add|Move|Choose)/.test(title);
  const random = randomNumbers(SEED);
  const measure = async (when) => {
    const times = [];
    let tried = 0;
    for (let i = 0; i < REQUESTS; i++) {
      const start = performance.now();
      const actions = await fixesAt(operations[random(operations.length)]);
      times.push(performance.now() - start);
      if (actions.some(wasTried)) tried++;
    }
    report(`quick fixes ${when} (${tried} with a change that was tried)`, times, 0.95, 50);
  };
  await measure('while the worker tries them');
  const asked = performance.now();
  // Nothing tells when they have been tried; an editor asks again as well.
  for (;;) if ((await fixesAt(operations[0])).some(wasTried) || (await fixesAt(operations[1])).some(wasTried)) break;
  console.log(`all that the budget allows was tried ${((performance.now() - asked) / 1000).toFixed(1)} s later`);
  await measure('once they have been tried');
  await server.stop();
}
