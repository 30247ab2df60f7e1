import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { HEALTHY } from '../../network/fault.js';
import { printText } from '../print/text.js';
import type { Report, Section } from './document.js';
import { expectationsReport } from './expectationsReport.js';
import { explainReport } from './explainReport.js';
import { matrixReport } from './matrixReport.js';
import { simulationReport } from './simulationReport.js';

const TEXT = `
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client teller in us
client traveller in eu
client kiosk at eu1
store accounts on us1, us2, eu1 { choose CP }
store cart on us1, eu1 { choose AP }
operation balance: read accounts from teller, traveller, kiosk
operation addItem: write cart from teller, traveller
operation viewCart: read cart from traveller
operation checkout from traveller { write cart; write accounts }
partition atlantic { us | eu }
partition noEu { down eu1 }
expect balance ok under atlantic
expect balance from traveller error under atlantic
expect viewCart never lost while detecting
`;
const { resolved, results } = analyze(TEXT);

/** The first cells of each row. */
function cells(section: Section | undefined, columns: number): string[] {
  return (section?.table?.rows ?? []).map((row) =>
    row.cells
      .slice(0, columns)
      .map(({ text }) => text)
      .join(' | '),
  );
}

/** As a terminal of 110 columns shows it. */
function shown(report: Report): string {
  return printText(report, { columns: 110 });
}

test('a simulation says of every operation and client what happens, what the heal does, and why', () => {
  const report = simulationReport(resolved, { ...HEALTHY, partition: 0 });
  expect(shown(report)).toMatchInlineSnapshot(`
    "Simulation: atlantic
    Under partition atlantic, 6 of 7 requests break: balance, addItem, viewCart and checkout.

    operation  from       verdict                       after the heal                why
    balance    teller     ok                                                          2 of 3 replicas are enough
                          until it is noticed: error                                  us1 takes the request in and
                                                                                      waits, not knowing of the
                                                                                      break: us1 has no direct
                                                                                      connection to the leader eu1
    balance    traveller  error                         works again                   1 of 3 replicas in reach of
                                                                                      eu1, a majority is 2
    balance    kiosk      error                         works again                   1 of 3 replicas in reach of
                                                                                      eu1, a majority is 2
    addItem    teller     conflict (reconciled after    lww keeps the later of        acknowledged by us1 while
                          the heal)                     addItem from teller and       addItem from traveller can
                                                        addItem from traveller and    be acknowledged by eu1,
                                                        drops the other, though both  neither side learns of the
                                                        were acknowledged             other until the heal
    addItem    traveller  conflict (reconciled after    lww keeps the later of        acknowledged by eu1 while
                          the heal)                     addItem from traveller and    addItem from teller can be
                                                        addItem from teller and       acknowledged by us1, neither
                                                        drops the other, though both  side learns of the other
                                                        were acknowledged             until the heal
    viewCart   traveller  stale until the heal          the missing write arrives     eu1 can answer without
                                                                                      addItem from teller, which
                                                                                      can be acknowledged by us1:
                                                                                      it can't arrive before the
                                                                                      network heals
    checkout   traveller  conflict (reconciled after    lww keeps the later of        write cart: acknowledged by
                          the heal) (written just       addItem from traveller and    eu1 just before the break
                          before)                       addItem from teller and       while addItem from teller
                                                        drops the other, though both  can be acknowledged by us1,
                                                        were acknowledged             neither side learns of the
                                                                                      other until the heal
                          or partial                    accounts never gets that      write accounts: 1 of 3
                                                        write, unless it is repaired  replicas in reach of eu1, a
                                                        by hand                       majority is 2; half done:
                                                                                      write cart took effect
                                                                                      before

    Looked at: this one fault, under partition atlantic: what can happen until it is noticed and once it is
    noticed, seen at the end of the heal.
    "
  `);
});

test('a row of a simulation leads to its operation', () => {
  const span = simulationReport(resolved, { ...HEALTHY, partition: 0 }).sections[0]?.table?.rows[0]?.span;
  expect(TEXT.slice(span?.start, span?.end)).toBe('balance');
});

test('who is silent is said below the table, and is not in it', () => {
  const [table, notes] = simulationReport(resolved, { ...HEALTHY, partition: 1 }).sections;
  expect(cells(table, 2).filter((row) => row.startsWith('balance'))).toEqual([
    'balance | teller',
    'balance | traveller',
  ]);
  expect(notes?.paragraphs).toEqual([
    'kiosk is on a machine or in a zone that is down, so nothing is asked from there and there is no verdict.',
  ]);
});

test('a fault that harms nobody says so', () => {
  expect(simulationReport(resolved, HEALTHY).summary).toBe(
    'With no fault at all, every operation works from every client.',
  );
});

test('the matrix: a heat map of likely faults, the decisions, and the rest under folds', () => {
  const report = matrixReport(resolved, results);
  const [matrix] = report.sections;
  const worst = report.sections.find(({ heading }) => heading === 'The smallest cause of each worst verdict');
  expect(report.sections.map(({ heading = '…', folded }) => `${heading}${folded ? ' (folded)' : ''}`)).toEqual([
    'Every operation under every likely fault',
    'Beyond one fault, and one-way cuts (folded)',
    'What this design decides',
    '…',
    'Expectations that fail',
    'The smallest cause of each worst verdict (folded)',
  ]);
  expect(matrix?.table?.groups?.map(({ name, columns }) => `${name} ${columns}`)).toEqual([
    ' 2',
    ' 1',
    'named 2',
    'nodes 3',
    'zones 2',
  ]);
  expect(matrix?.table?.rows[0]?.cells[2]?.label).toBe('balance from teller with no fault at all, 160 ms: ok');
  expect([matrix?.table?.columns.slice(0, 6).join(' | '), ...cells(matrix, 5)].join('\n')).toMatchInlineSnapshot(`
    "operation | from | no fault | atlantic, us–eu cut, us or eu apart, us and eu apart | noEu, eu1 stopped | us1 isolated, us1 stopped
    balance | teller | ok | ok | ok
    balance | traveller | ok | error | ok
    balance | kiosk | ok | error | –
    addItem | teller | (conflict) | conflict | conflict
    addItem | traveller | (conflict) | conflict | conflict
    viewCart | traveller | (stale) | stale | stale
    checkout | traveller | (conflict) | (conflict) | conflict*"
  `);
  expect(cells(worst, 4).join('\n')).toMatchInlineSnapshot(`
    "balance | teller | error | when us1 can't be heard
    balance | traveller | error | when link us–eu is cut
    balance | kiosk | error | when eu1 is isolated
    addItem | teller | conflict (reconciled after the heal) | when us1 is isolated
    addItem | traveller | conflict (reconciled after the heal) | when us1 is isolated
    viewCart | traveller | stale until the heal | when us1 is isolated
    checkout | traveller | conflict (reconciled after the heal) | when us1 is isolated"
  `);
  expect(report.bound).toBe(
    'all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes, 3 isolated nodes, 2 zones apart, 2 lost zones, 1 pair and 2 named partitions (exact by enumerating up to 14 runs)',
  );
});

test('expectations: what fails comes first, with its counterexample', () => {
  expect(shown(expectationsReport(resolved, results))).toMatchInlineSnapshot(`
    "Expectations
    2 of 3 hold, 1 fails.

           expectation                        looked at                          what happens
    fails  expect balance ok under atlantic   under atlantic                     error for traveller under
                                                                                 partition atlantic: 1 of 3
                                                                                 replicas in reach of eu1, a
                                                                                 majority is 2
    holds  expect balance from traveller      under atlantic
           error under atlantic
    holds  expect viewCart never lost while   all 16 cuts of 4 links, 8 one-way
           detecting                          cuts, 3 stopped nodes, 3 isolated
                                              nodes, 2 zones apart, 2 lost
                                              zones, 1 pair, 2 named
                                              partitions, while it is being
                                              detected

    Looked at: each expectation under the faults that it names; without \`under\`, under every fault that the file
    explores.
    "
  `);
});

test('expectations: what is not judged is counted, and says why', () => {
  // The composite operation writes both stores, so a mistake in one would reach the operations on the other.
  const wrong = analyze(TEXT.replace('choose AP', 'choose PA').replace(/operation checkout.*/, ''));
  const report = expectationsReport(wrong.resolved, wrong.results);
  expect(report.summary).toBe('1 of 3 hold, 1 fails, 1 not judged.');
  expect(matrixReport(wrong.resolved, wrong.results).summary).toBe(
    '0 of 1 operation holds under any one fault; 1 breaks: 1 undecided. 2 operations not judged, because of mistakes.',
  );
  expect(report.sections[0]?.table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['fails', 'expect balance ok under atlantic', 'under atlantic', expect.stringMatching(/^error for traveller/)],
    ['not judged', 'expect viewCart never lost while detecting', '', 'store `cart` has a mistake in line 9'],
    ['holds', 'expect balance from traveller error under atlantic', 'under atlantic', ''],
  ]);
});

test('a file of which no expectation is judged does not state none', () => {
  const wrong = analyze('expect nothing ok');
  expect(expectationsReport(wrong.resolved, wrong.results).summary).toBe('0 of 1 hold, 1 not judged.');
});

test('a file without expectations is told how to begin', () => {
  const empty = analyze('node a');
  expect(shown(expectationsReport(empty.resolved, empty.results))).toMatchInlineSnapshot(`
    "Expectations
    The file states no expectations. \`expect <operation> ok under any 1 link\` is a good first one.

    Looked at: each expectation under the faults that it names; without \`under\`, under every fault that the file
    explores.
    "
  `);
});

test('explaining an operation: what it turned out to be, client by client, what breaks it and how far it holds', () => {
  expect(shown(explainReport(resolved, results, { operation: 0 }))).toMatchInlineSnapshot(`
    "Operation balance
    Read accounts, from teller, traveller and kiosk. Under one fault: errors for kiosk under partition atlantic: 1
    of 3 replicas in reach of eu1, a majority is 2; nobody decided this.

    Client by client
    Linearizable; unavailable under partition atlantic; availability: majority (answered wherever a replica with a
    majority is in reach).
    from       no fault     atlantic  noEu            any 1 fault  ok under
    teller     ok · 160 ms  ok        ok              ok           any 1 cut link and any 1 stopped node
    traveller  ok · 80 ms   error     ok              error        any 1 stopped node
    kiosk      ok · 80 ms   error     issues nothing  error        any 1 stopped node

    From teller
    It stays ok under any 1 cut link and any 1 stopped node: 2 of 3 replicas are enough.
    verdict                  smallest causes                       faults    why
    beyond one fault: error  when us1 can't be heard; when us1     12 of 37  us1 takes the request in, its
                             hears nobody; when us1 and us2 are              refusal can't travel back: 1 of 3
                             isolated; when us1 and eu1 are                  replicas in reach of us1, a majority
                             isolated; when link us–eu is cut and            is 2
                             us1 is isolated; or 2 more

    From traveller
    It stays ok under any 1 stopped node: 2 of 3 replicas are enough.
    verdict  smallest causes                               faults    why
    error    when link us–eu is cut; when zone us is       21 of 37  1 of 3 replicas in reach of eu1, a majority
             lost; under partition atlantic; or 5 more               is 2
             beyond one fault

    From kiosk
    It stays ok under any 1 stopped node: 2 of 3 replicas are enough.
    verdict  smallest causes                               faults    why
    error    when eu1 is isolated; when link us–eu is      23 of 37  1 of 3 replicas in reach of eu1, a majority
             cut; when zone us is lost; under partition              is 2
             atlantic; or 1 more beyond one fault

    Looked at: all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes, 3 isolated nodes, 2 zones apart, 2 lost
    zones, 1 pair and 2 named partitions (exact by enumerating up to 14 runs).
    "
  `);
});

test('an explanation says what became of what the operation needs', () => {
  const needing = analyze(`
node a, b, c
mesh a, b, c
client web at b
store s on a, b, c { replicate primary a failover automatic }
operation w: write s from web
operation r: read s from web needs linearizable, bounded 5s, eventual
`);
  const { sections } = explainReport(needing.resolved, needing.results, { operation: 1 });
  const needs = sections.filter(({ heading }) => heading === 'What it needs');
  expect(shown({ title: '', summary: '', sections: needs, bound: '' })).toMatchInlineSnapshot(`
    "


    What it needs
    needs                from          when                why
    read s linearizable  web   broken  when a is isolated  b can answer without w from web, which was acknowledged
                                                           by a just before the break: it can't arrive before the
                                                           network heals, and then it is discarded
    read s bounded 5s    web   broken  when a is isolated  b can answer without w from web, which was acknowledged
                                                           by a just before the break: it can't arrive before the
                                                           network heals, and then it is discarded
    read s eventual      web   given                       Every acknowledged write is seen by all in the end, and
                                                           all copies become equal.
    "
  `);
});

test('an explanation says what the stores are like', () => {
  const like = analyze(`
node a, b
link a -- b
client web at a
store s on a, b { like mongodb }
store t on a, b { choose AP }
operation o from web { write s; write t; read s }
`);
  const { sections } = explainReport(like.resolved, like.results, { operation: 0 });
  expect(sections[0]?.paragraphs.slice(0, -1)).toEqual(['s is like MongoDB 5.0 to 8.0.']);
});

test('explaining it for one client, with what it leaves half done', () => {
  const client = resolved.model.vertices.findIndex(({ name }) => name === 'traveller');
  expect(shown(explainReport(resolved, results, { operation: 3, client }))).toMatchInlineSnapshot(`
    "Operation checkout
    Write cart and write accounts, from traveller. Under one fault: can be in conflict for traveller under
    partition noEu: with addItem from traveller; nobody decided this.

    Client by client
    Neither consistent nor available; in conflict under partition noEu, half done under partition atlantic; beyond
    one fault in doubt and unavailable; availability: majority (answered wherever a replica with a majority is in
    reach).
    from       no fault              atlantic              noEu                  any 1 fault           ok under
    traveller  conflict while        conflict (reconciled  conflict (reconciled  conflict (reconciled  –
               replication lags ·    after the heal)       after the heal)       after the heal)
               80 ms                 (written just
                                     before)

    From traveller
    One fault is enough to break it.
    verdict                           smallest causes                   faults    why
    conflict (reconciled after the    when us1 is isolated; when eu1    30 of 37  write cart: acknowledged by eu1
    heal)                             is isolated; when link us–eu is             while addItem from teller was
                                      cut; when us1 is stopped; when              acknowledged by us1 just before
                                      eu1 is stopped; or 3 more                   the break, neither side learns
                                                                                  of the other until the heal; lww
                                                                                  keeps the later of checkout from
                                                                                  traveller and addItem from
                                                                                  teller and drops the other,
                                                                                  though both were acknowledged
    partial                           when link us–eu is cut; when      15 of 37  write accounts: 1 of 3 replicas
                                      zone us is lost; under partition            in reach of eu1, a majority is
                                      atlantic; or 4 more beyond one              2; half done: write cart took
                                      fault                                       effect before
    conflict while replication lags   with no fault at all              6 of 37   write cart: acknowledged by eu1
                                                                                  while addItem from teller can be
                                                                                  acknowledged by us1, they meet
                                                                                  as soon as they have travelled;
                                                                                  lww keeps the later of checkout
                                                                                  from traveller and addItem from
                                                                                  teller and drops the other,
                                                                                  though both were acknowledged
    beyond one fault: unknown         when eu1 can't be heard; when     2 of 37   write cart: eu1 takes the
                                      eu1 hears nobody                            request in, its reply can't
                                                                                  travel back
    beyond one fault: error           when us1 and eu1 are isolated;    6 of 37   write cart: no replica of cart
                                      when link us–eu is cut and eu1              in reach
                                      is isolated

    Looked at: all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes, 3 isolated nodes, 2 zones apart, 2 lost
    zones, 1 pair and 2 named partitions (exact by enumerating up to 13 runs).
    "
  `);
});

test('an operation that a limit kept from being analysed claims nothing', () => {
  const limited = {
    ...results,
    clients: results.clients.map((one) => ({ ...one, notKnown: 'too many replicas', findings: [], explored: [] })),
  };
  expect(shown(explainReport(resolved, limited, { operation: 0 }))).toMatchInlineSnapshot(`
    "Operation balance
    Read accounts, from teller, traveller and kiosk.

    Client by client
    Not known.
    from       no fault   atlantic   noEu       any 1 fault  ok under
    teller     not known  not known  not known  not known    –
    traveller  not known  not known  not known  not known    –
    kiosk      not known  not known  not known  not known    –

    From teller
    Not known: too many replicas. Nothing is claimed about it.

    From traveller
    Not known: too many replicas. Nothing is claimed about it.

    From kiosk
    Not known: too many replicas. Nothing is claimed about it.

    Looked at: nothing; what goes beyond is not known.
    "
  `);
});
