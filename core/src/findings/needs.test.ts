import { expect, test } from 'vitest';
import { allDiagnostics } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { threeNodes, told } from '../testing/told.js';

function design(store: string, needs: string): string {
  return `
    store s on a, b, c { ${store} }
    operation put: write s from atA, atB
    operation get: read s from atA, atB ${needs}
  `;
}

function toldOf(text: string): string {
  return told(threeNodes(text), ['needs-impossible', 'needs-unavailable', 'needs-broken', 'needs-not-known']);
}

test('needs that are given say nothing', () => {
  expect(toldOf(design('choose CP', 'needs linearizable, causal, bounded 5s'))).toBe('');
});

test("needs that can't be had are an error that names who has shown it and what would give it", () => {
  const text = design('replicate quorum R=2 W=2', 'needs linearizable');
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "error needs-impossible on linearizable
      \`get\` can't give atA and atB \`linearizable\`, not even with no fault at all: even a quorum that
      overlaps the last write is regular, not linearizable: while a write is in progress one read can see
      it and a later read miss it, as no read writes back what it saw (Attiya, Bar-Noy & Dolev, “Sharing
      memory robustly in message-passing systems”, J. ACM 1995); what would give it: replicate by
      consensus"
  `);
  // Before anything was explored.
  const { code } = allDiagnostics(resolve(parse(threeNodes(text))), undefined)[0] ?? {};
  expect(code).toBe('needs-impossible');
});

test('needs that a fault takes away are a warning with the smallest', () => {
  const text = design('replicate primary a failover automatic', 'needs read-your-writes, monotonic-reads');
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "warning needs-broken on read-your-writes
      \`get\` gives atA and atB \`read-your-writes\` on the healthy network only, and not when a is isolated:
      a can answer without put from atA, which can be acknowledged by others: nothing can carry it there
      until the heal, and then it is discarded (Bailis et al., “Highly Available Transactions: Virtues and
      Limitations”, VLDB 2014, section 5.1.3); what would give it: fail over only to a copy that has all
      that was acknowledged
    warning needs-broken on monotonic-reads
      \`get\` gives atA and atB \`monotonic-reads\` on the healthy network only, and not when a is isolated: a
      can answer with put from atA, which can be acknowledged by a, and b, promoted without it, replaces
      that history at the heal; a rejoins by itself (Bailis et al., “Highly Available Transactions:
      Virtues and Limitations”, VLDB 2014, section 5.1.3); what would give it: fail over only to a copy
      that has all that was acknowledged"
  `);
});

test('needs that only a deposed leader breaks say until when', () => {
  expect(toldOf(design('choose CP', 'level leader needs linearizable'))).toMatchInlineSnapshot(`
    "warning needs-broken on linearizable
      \`get\` gives atA \`linearizable\` on the healthy network only, and not when a is isolated, until that
      is noticed: a can answer without put from atB, which can be acknowledged by b: nothing can carry it
      there until the heal; the same for atB under other faults (Gilbert & Lynch, “Brewer’s conjecture and
      the feasibility of consistent, available, partition-tolerant web services”, SIGACT News 2002); what
      would give it: read at level quorum, where the leader asks a majority whether it still leads"
  `);
});

test('beside `choose AP`, one of the two can be had', () => {
  expect(toldOf(design('replicate consensus choose AP', 'needs linearizable'))).toMatchInlineSnapshot(`
    "warning needs-unavailable on linearizable
      \`get\` gives atA and atB \`linearizable\` on the healthy network only, and not when link a–b is cut: a
      can answer without put from atB, which can be acknowledged by b: nothing can carry it there until
      the heal; \`choose AP\` answers there anyway, and during a partition only one of the two is possible
      (Gilbert & Lynch, “Brewer’s conjecture and the feasibility of consistent, available,
      partition-tolerant web services”, SIGACT News 2002); what would give it: choose CP, and let
      consensus order the requests"
  `);
});

test('beside an expectation of answers, one of the two can be had by a client that reaches only a minority', () => {
  const lone = 'partition lone { b | a, c }\nexpect get available under lone';
  expect(toldOf(`${design('choose CP', 'needs linearizable')}${lone}`)).toMatchInlineSnapshot(`
    "warning needs-unavailable on linearizable
      \`get\` gives \`linearizable\`, and \`expect get available under lone\` can't hold beside that: under
      partition lone atB reaches a replica, and clients on the side without a majority have to be refused
      (Gilbert & Lynch, “Brewer’s conjecture and the feasibility of consistent, available,
      partition-tolerant web services”, SIGACT News 2002)"
  `);
  expect(toldOf(`${design('choose CP', 'needs eventual')}${lone}`)).toBe('');
  // A client that reaches a majority could be answered by another design.
  const half = 'partition half { cut a -- b }\nexpect get available under half';
  expect(toldOf(`${design('replicate consensus leader a', 'needs linearizable')}${half}`)).toBe('');
});

test("needs that can't be decided are said to be, and never given", () => {
  const text = 'store s on a, b, c { choose AP }\noperation put: write s from atA, atB needs causal';
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "information needs-not-known on causal
      not known whether \`put\` gives atA and atB \`causal\`: it is not said whether the copies pass on a
      write only after what led to it"
  `);
});

test('needs of a step of a composite operation name the step', () => {
  const text = `
    store s on a, b, c { choose AP }
    operation both from atA, atB {
      write s
      read s needs linearizable
    }
  `;
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "error needs-impossible on linearizable
      \`both\` (read s) can't give atA and atB \`linearizable\`, not even with no fault at all: one copy
      answers by itself and asks nobody whether it is the newest (Kleppmann, “Designing Data-Intensive
      Applications”, 2017, chapter 9); what would give it: choose CP, and let consensus order the requests"
  `);
});
