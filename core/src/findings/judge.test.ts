import { describe, expect, test } from 'vitest';
import { allDiagnostics, analyze } from '../analyze.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { CheckCode } from '../checks/index.js';
import type { Results } from '../engine/facts.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { judge } from './judge.js';

const NETWORK = `
node a, b, c
mesh a, b, c 10ms
client atA at a via a
client atB at b
`;

/** "severity code on what: message", without the bound, which has a test of its own. */
function judged(text: string): string[] {
  const { diagnostics } = analyze(NETWORK + text);
  return diagnostics.map(
    ({ code, severity, span, message }) =>
      `${severity} ${code} on ${(NETWORK + text).slice(span.start, span.end)}: ${message.replace(/ \(looked at .*\)$/, '')}`,
  );
}

function only(text: string, code: CheckCode): Pick<Diagnostic, 'message' | 'related' | 'fixes'> {
  const found = analyze(NETWORK + text).diagnostics.filter((one) => one.code === code);
  expect(found).toHaveLength(1);
  return found[0] ?? { message: '' };
}

test('an operation that nothing happens to has no diagnostic', () => {
  expect(judged('explore any 1 node\nstore s on a, b, c { choose CP }\noperation get: read s from atB')).toEqual([]);
});

test('one diagnostic per operation, on its name: the worst, to whom, its smallest cause, why, and what else', () => {
  expect(
    judged(
      'explore all links\nstore s on a, b, c { replicate consensus leader a }\noperation get: read s from atA, atB',
    ),
  ).toEqual([
    'warning op-error on get: `get` errors for atA when links a–b and a–c are cut: 1 of 3 replicas in reach of a, a majority is 2; also: the same for atB under other faults',
  ]);
});

test('the bound stands at the end, and covers every family of faults', () => {
  expect(only('store s on a, b, c { choose CP }\noperation get: read s from atA', 'op-error').message).toMatch(
    / \(looked at all 8 cuts of 3 links, 6 one-way cuts and 3 stopped nodes\)$/,
  );
});

test('harm goes before harm: lost before conflict before unknown before stale before error', () => {
  const lines = judged(
    'store s on a, b, c { replicate primary a async failover automatic }\noperation put: write s from atA, atB',
  );
  expect(lines[0]).toMatch(
    /^warning op-lost on put: `put` can be lost for atB when a is stopped: .*; also: .*conflict for .*error for /,
  );
});

test('what is for the lag only is information, and never the headline where something lasts until the heal', () => {
  const design =
    'store s on a, b { replicate primary a async }\noperation put: write s from atA\noperation get: read s from atB level local';
  expect(judged(`explore any 1 node\n${design}`)[0]).toMatch(
    /^warning op-stale on get: `get` can be stale for atB until the heal when a is stopped/,
  );
  expect(judged(`explore any 1 zone\n${design}`)).toEqual([
    'information op-stale on get: `get` can lag behind for atB with no fault at all: b can answer without put from atA, which can be acknowledged by a: it is on its way',
  ]);
});

test('related places: the store, what is cut, and the write that is missed', () => {
  const text = 'store s on a, b { choose AP }\noperation put: write s from atA\noperation get: read s from atB';
  const { related = [] } = only(text, 'op-stale');
  expect(related.map(({ span, message }) => `${(NETWORK + text).slice(span.start, span.end)} | ${message}`)).toEqual([
    's | store s: any on a and b, chosen AP',
    expect.stringMatching(/ \| a–b is cut$/),
    expect.stringMatching(/^put \| the write that is missed: put from atA/),
  ]);
});

describe('accept', () => {
  const design =
    'explore any 1 link\nstore s on a, b { choose AP }\noperation put: write s from atA\noperation get: read s from atB\n';

  test('turns the diagnostic into a hint that carries the reason', () => {
    expect(judged(`${design}accept stale on get "may be old"`)).toEqual([
      expect.stringMatching(
        /^hint op-accepted on get: `get` can be stale for atB until the heal when link a–b is cut: .*; accepted, stale: “may be old”$/,
      ),
    ]);
  });

  test('takes only its own kind out of the headline', () => {
    const text =
      'store s on a, b, c { replicate primary a async failover automatic }\noperation put: write s from atA, atB\naccept lost on put "a log of little worth"';
    expect(judged(text)[0]).toMatch(
      /^warning op-conflict on put: .*lost for atB and atA \(accepted\)|^warning op-conflict on put: .*lost for atA and atB \(accepted\)/,
    );
  });

  test('that never applies is told, with a fix that removes its line', () => {
    const text = `${design}accept lost on put "never mind"\n`;
    const { message, fixes = [] } = only(text, 'accept-unneeded');
    expect(message).toMatch(/^`put` is never lost, so there is nothing to accept/);
    const [edit] = fixes[0]?.edits ?? [];
    expect((NETWORK + text).slice(edit?.span.start, edit?.span.end)).toBe('accept lost on put "never mind"\n');
  });

  test('is offered, behind the operation, for what happens', () => {
    const { fixes = [] } = only(design, 'op-stale');
    const [fix] = fixes;
    const [edit] = fix?.edits ?? [];
    expect(fix?.title).toBe('Accept: stale is intended…');
    expect(edit?.text.slice(edit.placeholder?.start, edit.placeholder?.end)).toBe('say why this is fine');
    const text = NETWORK + design;
    const after = `${text.slice(0, edit?.span.start)}${edit?.text ?? ''}${text.slice(edit?.span.end)}`;
    expect(analyze(after).diagnostics.map(({ code }) => code)).toEqual(['op-accepted']);
  });
});

describe('expect', () => {
  const design =
    'explore all links\nstore s on a, b, c { replicate consensus leader a }\noperation put: write s from atA, atB\noperation get: read s from atA, atB\npartition lone { a | b, c }\n';
  const failing = (statement: string): string[] =>
    judged(design + statement).filter((line) => line.includes(' expectation-'));

  test('that holds says nothing', () => {
    expect(failing('expect get from atA error under lone')).toEqual([]);
  });

  test('that fails is an error with the smallest counterexample', () => {
    expect(failing('expect get ok under lone')).toEqual([
      'error expectation-fails on expect get ok under lone: `get` should be ok, but it errors for atA under partition lone: 1 of 3 replicas in reach of a, a majority is 2',
    ]);
    expect(failing('expect get never error')).toEqual([
      'error expectation-fails on expect get never error: `get` should never error, but it errors for atA when links a–b and a–c are cut: 1 of 3 replicas in reach of a, a majority is 2',
    ]);
    expect(failing('expect get from atB error under lone')).toEqual([
      expect.stringMatching(
        /^error expectation-fails on .*: `get` should error, but it is ok for atB under partition lone/,
      ),
    ]);
    expect(failing('expect put available under any 2 links')).toEqual([
      expect.stringMatching(/`put` should be available, but it errors for atA when links a–b and a–c are cut/),
    ]);
  });

  test('points to the operation, the store and the cut', () => {
    const messages = (only(`${design}expect get never error`, 'expectation-fails').related ?? []).map(
      ({ message }) => message,
    );
    expect(messages).toEqual(['operation get', 'store s: consensus on a, b and c', 'a–b is cut', 'a–c is cut']);
  });

  test('that can not be decided is a warning with the limit', () => {
    const many = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
    expect(
      failing(
        `node ${many}\nclient k at n0\nstore big on ${many} { choose CP }\noperation huge: read big from k\nexpect huge ok under lone`,
      ),
    ).toContainEqual(
      expect.stringMatching(
        /^warning expectation-not-known on .*: not known whether this holds: big has 25 replicas and witnesses; stores of more than 24 are not analysed/,
      ),
    );
  });

  test('while the break is being detected, it says so', () => {
    expect(failing('expect get never error under lone while detecting')).toEqual([
      expect.stringMatching(
        /^error expectation-fails on .*: `get` should never error, but it errors for \w+ under partition lone, while that is being detected: /,
      ),
    ]);
  });
});

describe('needs', () => {
  const needs = (text: string): string[] => judged(text).filter((line) => line.includes(' needs-'));
  const operations = 'operation put: write s from atA, atB\noperation get: read s from atA, atB';

  test('that are given say nothing', () => {
    expect(needs(`store s on a, b, c { choose CP }\n${operations} needs linearizable, causal, bounded 5s`)).toEqual([]);
  });

  test("that can't be had are an error that names who has shown it and what would give it", () => {
    const text = `store s on a, b, c { replicate quorum R=2 W=2 }\n${operations} needs linearizable`;
    expect(needs(text)).toEqual([
      "error needs-impossible on linearizable: `get` can't give atA and atB `linearizable`, not even with no fault at all: even a quorum that overlaps the last write is regular, not linearizable: while a write is in progress one read can see it and a later read miss it, as no read writes back what it saw (Attiya, Bar-Noy & Dolev, “Sharing memory robustly in message-passing systems”, J. ACM 1995); what would give it: replicate by consensus",
    ]);
    expect(allDiagnostics(resolve(parse(NETWORK + text)), undefined).map(({ code }) => code)).toEqual([
      'needs-impossible',
    ]);
  });

  test('that a fault takes away are a warning with the smallest', () => {
    const [first] = needs(
      `store s on a, b, c { replicate primary a failover automatic }\n${operations} needs read-your-writes, monotonic-reads`,
    );
    expect(first).toMatch(
      /^warning needs-broken on read-your-writes: `get` gives atB `read-your-writes` on the healthy network only, and not when a is stopped: /,
    );
  });

  test('that only a deposed leader breaks say until when', () => {
    expect(needs(`store s on a, b, c { choose CP }\n${operations} level leader needs linearizable`)).toEqual([
      expect.stringMatching(
        /^warning needs-broken .* and not when links a–b and b–c are cut, until that is noticed: |^warning needs-broken .* and not when links a–b and a–c are cut, until that is noticed: /,
      ),
    ]);
  });

  test('beside `choose AP`: one of the two', () => {
    expect(needs(`store s on a, b, c { replicate consensus choose AP }\n${operations} needs linearizable`)).toEqual([
      expect.stringMatching(
        /^warning needs-unavailable on linearizable: .*`choose AP` answers there all the same, and while the network is parted only one of the two can be had \(Gilbert & Lynch/,
      ),
    ]);
  });

  test('beside an expectation that wants answers: only where whoever asks reaches a replica and no majority', () => {
    const design = `store s on a, b, c { choose CP }\n${operations} needs linearizable\npartition lone { b | a, c }\n`;
    expect(needs(`${design}expect get available under lone`)).toEqual([
      expect.stringMatching(
        /^warning needs-unavailable on linearizable: `get` gives `linearizable`, and `expect get available under lone` can't hold beside that: under partition lone atB reaches a replica, and whoever is on the side without a majority has to be refused \(Gilbert & Lynch/,
      ),
    ]);
    // Whoever has a majority in reach could be answered by another design.
    expect(
      needs(
        `${design.replace('choose CP', 'replicate consensus leader a')}partition half { cut a -- b }\nexpect get available under half`,
      ),
    ).toEqual([]);
    expect(needs(`${design.replace('needs linearizable', 'needs eventual')}expect get available under lone`)).toEqual(
      [],
    );
  });

  test("that can't be decided are said to be, and never given", () => {
    expect(needs(`store s on a, b, c { choose AP }\noperation put: write s from atA, atB needs causal`)).toEqual([
      'information needs-not-known on causal: not known whether `put` gives atA and atB `causal`: it is not said whether the copies pass on a write only after what led to it',
    ]);
  });

  test('of a step of a composite operation name the step', () => {
    expect(
      needs(
        'store s on a, b, c { choose AP }\noperation both from atA, atB {\n  write s\n  read s needs linearizable\n}',
      ),
    ).toEqual([expect.stringMatching(/^error needs-impossible on linearizable: `both` \(read s\) can't give /)]);
  });
});

test('silence never means "safe": what was not looked at whole is said', () => {
  const { resolved, results } = analyze(
    `${NETWORK}explore any 1 node\nstore s on a, b, c { choose CP }\noperation get: read s from atB`,
  );
  const limited = (change: Partial<Results['clients'][number]>): Results => ({
    ...results,
    clients: results.clients.map((one) => ({ ...one, ...change })),
  });
  const partly = judge(
    resolved,
    limited({ explored: [{ text: 'all cuts of at most 3 of 60 links', faults: '36051', complete: false }] }),
  );
  expect(partly.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    [
      'op-not-known',
      'information',
      'nothing goes wrong with `get` in all cuts of at most 3 of 60 links; there are too many faults to look at all of them, so the rest is not known',
    ],
  ]);
  const [none] = judge(
    resolved,
    limited({ notKnown: 's has 30 replicas and witnesses; stores of more than 24 are not analysed' }),
  );
  expect([none?.code, none?.severity]).toEqual(['op-not-known', 'warning']);
});

test('diagnostics come in order of position, and the rest of a file with mistakes is still analysed', () => {
  const { diagnostics } = analyze(
    `${NETWORK}store s on a, b, c { choose CP }\noperation get: read s from atA\noperation bad: read nothing from atA\nexpect get never error`,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['op-error', 'unknown-name', 'expectation-fails']);
});

const WORDS = `
zone z { node d }
link a -- z 5ms
store s on a, b, d { choose AP }
store t on a, b, c { choose CP }
operation put: write s from atA, atB
operation get: read s from atA
operation both from atB { read t; write s }
partition split { a, d | b }
accept stale on get "it is shown as such"
`;

test('the words for the same results follow the names, the places and the acceptances of the design', () => {
  const { results } = analyze(NETWORK + WORDS);
  const again: readonly (readonly [string, string])[] = [
    ['{ choose AP }', '{ replicate any }'],
    ['accept stale', 'accept error'],
    ['accept error', 'accept stale'],
    ['node d', 'node other'],
    ['a, b, d', 'a, b, other'],
    ['a, d |', 'a, other |'],
    ['put:', 'take:'],
    ['store t', 'store u'],
    ['read t', 'read u'],
    ['zone z', 'zone zz'],
    ['-- z', '-- zz'],
    ['split', 'parted'],
    ['as such', 'otherwise'],
    ['accept stale on get "it is shown as otherwise"', ''],
    ['put', 'take'],
    ['\noperation get', '\n// More.\noperation get'],
    ['both', 'all'],
    ['atB at b', 'elsewhere at b'],
    ['atA, atB', 'atA, elsewhere'],
    ['from atB', 'from elsewhere'],
  ];
  let text = NETWORK + WORDS;
  const told = new Set<string>();
  for (const [before, after] of again) {
    text = text.replace(before, after);
    const resolved = resolve(parse(text));
    // Half of the edits are made of two: in between, the design is another one.
    if (resolved.diagnostics.length > 0) continue;
    const diagnostics = judge(resolved, results);
    // Results that nobody has put into words before.
    expect(diagnostics).toEqual(judge(resolved, structuredClone(results)));
    told.add(JSON.stringify(diagnostics));
  }
  expect(told.size).toBeGreaterThan(5);
});
