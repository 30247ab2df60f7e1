import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { expectVerdicts } from '../verdicts.js';

// The first examples of the language: each parses, and its verdicts are those written beside it.

const FIRST = `
// A bank account must never show a wrong balance; a shopping cart must always take an item.
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms

client teller    in us
client traveller in eu

store accounts on us1, us2, eu1 {
  choose CP
  on partition wait 5s
}

store cart on us1, eu1 {
  choose AP
  merge lww
}

operation withdraw: write accounts from teller, traveller
operation balance:  read  accounts from teller, traveller
operation addItem:  write cart from teller, traveller
operation viewCart: read  cart from teller, traveller

partition atlantic { us | eu }
`;

const statuses = (text: string): string[] => {
  const { resolved, results, diagnostics } = analyze(text);
  expect(
    diagnostics
      .filter(({ severity, code }) => severity === 'error' && code !== 'expectation-fails')
      .map(({ message }) => message),
  ).toEqual([]);
  expect(resolved.model.expectations.length).toBe(results.expectations.length);
  return results.expectations.map(({ status }) => status);
};

test("the first file: withdraw waits and leaves its client in doubt, balance is an error, both carts take items and miss the other's", () => {
  expectVerdicts(
    FIRST,
    `                   | healthy   | atlantic
     withdraw teller    | ok        | ok
     withdraw traveller | ok        | unknown
     balance teller     | ok        | ok
     balance traveller  | ok        | error
     addItem teller     | ~conflict | conflict
     addItem traveller  | ~conflict | conflict
     viewCart teller    | ~stale    | stale
     viewCart traveller | ~stale    | stale`,
  );
  expect(
    statuses(`${FIRST}
expect withdraw from teller ok under atlantic
expect balance from traveller error under atlantic
expect viewCart never error under any 1 link`),
  ).toEqual(['holds', 'holds', 'holds']);
});

test('with `on partition error` the refusal is definite', () => {
  expectVerdicts(
    FIRST.replace('  on partition wait 5s\n', '  on partition error\n'),
    `                   | healthy   | atlantic
     withdraw teller    | ok        | ok
     withdraw traveller | ok        | error
     balance teller     | ok        | ok
     balance traveller  | ok        | error
     addItem teller     | ~conflict | conflict
     addItem traveller  | ~conflict | conflict
     viewCart teller    | ~stale    | stale
     viewCart traveller | ~stale    | stale`,
  );
});

test('stale means that a write which this design can acknowledge is missed, not that AP is written somewhere', () => {
  expectVerdicts(
    FIRST.replace('addItem:  write cart from teller, traveller', 'addItem:  write cart from teller'),
    `                   | healthy   | atlantic
     withdraw teller    | ok        | ok
     withdraw traveller | ok        | unknown
     balance teller     | ok        | ok
     balance traveller  | ok        | error
     addItem teller     | ok        | ok
     viewCart teller    | ok        | ok
     viewCart traveller | ~stale    | stale`,
  );
});

test('expectations: each form of the page, and what becomes of it in the first file', () => {
  const page = [
    ['expect withdraw from teller ok under atlantic', 'holds'],
    ['expect balance error under atlantic', 'fails'],
    ['expect viewCart available under any 1 link', 'holds'],
    ['expect withdraw never lost', 'holds'],
    ['expect balance never stale under any 2 links, 1 node', 'holds'],
    ['expect viewCart stale under no fault', 'holds'],
    ['expect viewCart never stale beyond lag under any 1 link', 'fails'],
    ['expect withdraw from traveller unknown under atlantic while detecting', 'holds'],
    ['expect viewCart ok under any zone', 'fails'],
  ];
  expect(statuses(`${FIRST}${page.map(([line]) => line).join('\n')}`)).toEqual(page.map(([, status]) => status));
});

test('each statement of the page stands in a file without a complaint', () => {
  const { diagnostics } = analyze(`
node a, b, c
zone us { node us1, us2 }
zone eu { node eu1 }
router r1
client web in us
client desk at us1
client phone
client pinned in us via us1, us2
link a -- b 80ms fails 0.1%
link b -> c
link cable: us -- eu
link phone -- r1
link r1 -- us
link r1 -- c
mesh a, b, c 1ms
store s on a, b, witness c { choose CP }
store t on us1, us2, eu1 { choose AP merge siblings }
operation o: read t from web, pinned, desk level one
operation p: write s from phone
operation checkout from web { read t; write t }
partition split { us | eu }
partition cuts {
  cut a -- b
  cut us1 -> us
  cut cable
  isolate eu1
  down us2
}
accept stale on o "shown as 'may be out of date'"`);
  expect(
    diagnostics
      .filter(({ severity, code }) => severity === 'error' || code === 'accept-unneeded')
      .map(({ message }) => message),
  ).toEqual([]);
});
