import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { EMPTY_FAMILY } from '../model/family.js';
import { concreteParts } from '../network/families.js';
import { LinkWorld } from '../network/linkWorld.js';
import { parse } from '../syntax/parse.js';
import { AnswerTree } from './answerTree.js';
import { CODES } from './code.js';
import { Verdicts } from './verdicts.js';

/** Four zones in a ring with routers across, and stores of five schemes. */
const DESIGN = `
zone a { node a1, a2 }
zone b { node b1 }
zone c { node c1 }
zone d { node d1 }
router r, q
link a -- b
link b -- c
link c -- d
link d -- a
link r -- a
link r -- c
link r -- q
link q -- d1
link a1 -- c1
client x in b
client y at d1
store s on a1, b1, c1 { choose CP }
store t on a2, c1, d1 { choose AP }
store u on a1, c1, d1 { replicate primary a1 async failover automatic }
store v on a2, b1, c1, d1 { replicate quorum R=2 W=2 }
store w on b1, d1 { replicate any }
operation put from x, y { write s; write t }
operation get: read u from x, y
operation set: write u from y
operation add: write v from x
operation see: read v from y
operation end: write w from x, y
`;

const EACH = { oneWays: 1, nodes: 1, zones: 1, isolated: 1, apart: 1, pairs: 1, destroyedNodes: 1 };

test.each(['settled', 'detecting'] as const)('%s: a row of answers is judged once, to the same codes', (phase) => {
  const { model } = resolve(parse(DESIGN));
  const verdicts = new Verdicts(model);
  const { topology } = verdicts;
  let [judged, asked] = [0, 0];
  model.operations.forEach(({ clients }, operation) => {
    for (const client of clients) {
      const { answer } = verdicts.question(operation, client, verdicts.judgeOf(phase));
      const tree = new AnswerTree({
        bits: CODES.length,
        answer: (world) => {
          judged++;
          return answer(world);
        },
      });
      for (const [kind, count] of Object.entries(EACH))
        for (const part of concreteParts(model, { ...EMPTY_FAMILY, [kind]: count })) {
          asked++;
          const found = [0, 1].map(() => tree.answer(new LinkWorld(topology, part, 0)));
          const code = answer(new LinkWorld(topology, part, 0));
          expect({ operation, client, part, found }).toEqual({ operation, client, part, found: [code, code] });
        }
    }
  });
  expect(asked).toBe(576);
  expect(judged).toBeLessThan(asked / 2);
});
