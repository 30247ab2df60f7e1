// The picture of 30 nodes and 60 links, as the panel asks for it: opened, redrawn after an edit, with a link cut.
// Without what the panel's page does with it.

import { longDesign } from './longDesign.mjs';
import { report, startServer } from './server.mjs';

const TIMES = 50;
const URI = 'file:///bench/picture.cap';
const NOTHING = { links: [], oneWays: [], nodes: [], zones: [] };

export async function benchDiagram() {
  const first = [];
  const edited = [];
  const cut = [];
  for (let i = 0; i < 5; i++) {
    const server = await startServer();
    const picture = (fault) => timed(() => server.request('netsplit/diagram', { uri: URI, fault }));
    const text = longDesign(0);
    const start = performance.now();
    await server.open(URI, text);
    const { diagram } = (await picture(NOTHING)).answer;
    first.push(performance.now() - start);
    const ids = diagram.links.map(({ id }) => id);
    for (let n = 0; n < TIMES; n++) {
      const began = performance.now();
      await server.change(URI, { text: `${text}node extra${n}\nlink extra${n} -- z${n % 10}\n` });
      await picture(NOTHING);
      edited.push(performance.now() - began);
    }
    for (let n = 0; n < TIMES; n++) cut.push((await picture({ ...NOTHING, links: [ids[n % ids.length]] })).ms);
    await server.stop();
  }
  console.log('30 nodes and 60 links, while their analysis runs:');
  report('first picture after opening', first, 0.95, 300);
  report('picture after an edit', edited, 0.95, 100);
  report('picture with a link cut', cut, 0.95, 50);
}

async function timed(work) {
  const start = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - start };
}
