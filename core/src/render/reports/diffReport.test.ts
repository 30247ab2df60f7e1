import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { diffReport, type DiffReport } from './diffReport.js';

const SHOP = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client web in us
client fan in eu
store orders on us1, us2, eu1 { choose CP }
operation pay: write orders from web
operation look: read orders from web, fan
partition ocean { us | eu }
expect look never stale
`;

function compare(before: string, after: string): DiffReport {
  const side = (name: string, text: string): Parameters<typeof diffReport>[0] => ({ name, ...analyze(text) });
  return diffReport(side('old.cap', before), side('new.cap', after));
}

/** "Worse: look web ocean: ok → stale until the heal" */
function rows({ report }: DiffReport): string[] {
  return report.sections.flatMap(({ heading, table }) =>
    (table?.rows ?? []).map(({ cells }) => {
      const texts = cells.map(({ text }) => text);
      return `${heading ?? ''}: ${texts.slice(0, -2).join(' ')}: ${texts.slice(-2).join(' → ')}`;
    }),
  );
}

test('the same verdicts: nothing has changed, whatever was rewritten', () => {
  const { report, counts } = compare(SHOP, `// comment\n${SHOP.replace('80ms', '90ms')}`);
  expect(counts).toEqual({ worse: 0, better: 0, other: 0, undecided: 0 });
  expect(report.summary).toBe('No verdict has changed. Compared: 3 pairs of operation and client.');
  expect(report.sections).toEqual([]);
});

test('designs with nothing in common are not said to be the same', () => {
  expect(compare('', SHOP).report.summary).toBe(
    'Nothing was compared: no operation with one of its clients is in both.',
  );
});

test('what an edit made worse and what it made better, with smallest causes and counts, and the expectations', () => {
  const after = SHOP.replace('choose CP', 'choose AP');
  const there = rows(compare(SHOP, after));
  expect(there).toEqual(
    expect.arrayContaining([
      'Worse: look fan ocean: error → stale until the heal',
      'Worse (expectations): expect look never stale: holds → fails',
      'Worse: look fan no fault: ok → stale while replication lags',
    ]),
  );
  // The row of the partition has said it.
  expect(there.filter((row) => row.includes('look fan any one fault: never'))).toEqual([]);
  // What happens on the healthy network is said once.
  expect(there.filter((row) => row.includes('with no fault'))).toEqual([]);
  const back = compare(after, SHOP);
  expect(rows(back)).toEqual(
    expect.arrayContaining([
      'Better: look fan ocean: stale until the heal → error',
      'Better (expectations): expect look never stale: fails → holds',
    ]),
  );
  expect(back.report.summary).toMatch(
    /^Worse: \d+ verdicts?\. Better: \d+ verdicts and 1 expectation\. Compared: 3 pairs/,
  );
});

test('a verdict that could not happen before, with the cause to look at first', () => {
  const before = SHOP.replace('partition ocean { us | eu }\n', '');
  expect(rows(compare(before, before.replace('choose CP', 'choose AP')))).toContainEqual(
    expect.stringMatching(/^Worse: look fan any one fault: never → stale until the heal when link us–eu is cut$/),
  );
});

test('the same verdict with a smaller cause is worse', () => {
  const two =
    'zone z { node a }\nnode b, d, e\nlink z -- b\nlink z -- b\nlink z -- d\nlink b -- e\nclient x in z\nstore s on b { choose CP }\noperation put: write s from x\nexplore all links\n';
  const one = two.replace('link z -- b\n', '');
  const there = rows(compare(two, one)).filter((row) => row.includes('error when'));
  expect(there).toHaveLength(1);
  expect(there[0]).toBe('Worse: put x any one fault: error, only beyond one fault → error when link z–b is cut');
});

test('what a likely fault does is told with that fault, and what needs a rarer one comes last', () => {
  const there = rows(compare(SHOP, SHOP.replace('choose CP', 'choose AP')));
  const tiers = there
    .filter((row) => !row.includes('(expectations)'))
    .map((row) => row.includes(' beyond one fault: '));
  expect(tiers).toContain(true);
  expect(tiers).toEqual([...tiers].sort((a, b) => Number(a) - Number(b)));
  for (const row of there) {
    // A one-way cut is as small as a cut link, and nobody is asked about it first.
    if (row.includes(' any one fault: ')) expect(row).toMatch(/(?:under partition|when [^→]* is (?:cut|isolated))/);
    if (row.includes("can't be heard") && !row.includes('under partition')) expect(row).toContain('beyond one fault');
  }
});

test('one verdict with one cause differs by how many faults do it', () => {
  for (const row of rows(compare(SHOP, SHOP.replace('choose CP', 'choose AP')))) {
    const [was = '', is = ''] = row.slice(row.lastIndexOf(': ') + 2).split(' → ');
    const plain = (text: string): string => text.replace(/ \([\d,]+ of [\d,]+ faults\)$/, '');
    expect(plain(was) === plain(is), row).toBe(was !== plain(was));
  }
});

test('that one likely fault is enough now is worse, whatever rare cause there was', () => {
  const there = rows(compare(SHOP, SHOP.replace('on us1, us2, eu1', 'on us1')));
  expect(
    there.filter((row) => /^Worse: look web any one fault: error, only beyond one fault → error when us1/.test(row)),
  ).toHaveLength(1);
});

test('what is accepted comes after what nobody decided, and what passes with the lag after both', () => {
  const before = `${SHOP}accept look stale "a page may be late"\n`;
  const operations = rows(compare(before, before.replace('choose CP', 'choose AP')))
    .filter((row) => row.startsWith('Worse: '))
    .map((row) => (row.includes('replication lags') ? 'lag' : row.split(' ')[1]));
  expect([...new Set(operations)]).toEqual(['pay', 'look', 'lag']);
  expect(operations).toEqual([...operations].sort((a, b) => rank(a) - rank(b)));
  function rank(one: string | undefined): number {
    return ['pay', 'look', 'lag'].indexOf(one ?? '');
  }
});

test('clients to whom the same happens share a row', () => {
  const text = SHOP.replace('client fan in eu', 'client app, fan in eu').replace('from web, fan', 'from web, app, fan');
  const there = rows(compare(text, text.replace('choose CP', 'choose AP')));
  expect(there).toContain('Worse: look app, fan ocean: error → stale until the heal');
  expect(there.filter((row) => /^[^:]*: look (?:app|fan) /.test(row))).toEqual([]);
});

test('what only one of them has is named, and is neither better nor worse', () => {
  const { report, counts } = compare(
    SHOP,
    SHOP.replace('from web, fan', 'from web').replace('partition ocean', 'partition atlantic'),
  );
  expect(counts.worse).toBe(0);
  expect(report.sections.at(-1)).toEqual({
    heading: 'Not compared',
    paragraphs: ['Only in old.cap: look from fan; partition ocean.', 'Only in new.cap: partition atlantic.'],
  });
});

test('what is not found within a limit is not called better', () => {
  const before = { name: 'old.cap', ...analyze(SHOP.replace('choose CP', 'choose AP')) };
  const after = { name: 'new.cap', ...analyze(SHOP) };
  const clients = after.results.clients.map((client) => ({
    ...client,
    explored: client.explored.map((bound) => ({ ...bound, complete: false })),
  }));
  const limited = rows(diffReport(before, { ...after, results: { ...after.results, clients } }));
  expect(
    limited.some((row) =>
      /^Different, neither better nor worse: look fan any one fault: stale until the heal under .* → not found$/.test(
        row,
      ),
    ),
  ).toBe(true);
  expect(
    limited.filter((row) => row.startsWith('Better: look fan any one fault') && row.includes('not found')),
  ).toEqual([]);
});

test('what is not known any more is worse', () => {
  const many = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  const small = `node ${many}\nclient k at n0\nstore big on n0, n1 { choose CP }\noperation get: read big from k\n`;
  const after = small.replace('on n0, n1', `on ${many}`);
  expect(rows(compare(small, after))).toEqual(['Worse: get k every fault: known → not known']);
  expect(rows(compare(after, small))).toEqual(['Better: get k every fault: not known → known']);
});
