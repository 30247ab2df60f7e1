import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { PRESETS } from '../model/presets/index.js';
import { exploreAll } from '../engine/explore.js';
import { wrap } from '../render/print/text.js';
import { cursor } from '../testing/cursor.js';
import { readerOf } from '../testing/files.js';
import { hover, MOST_LINES } from './hover.js';

const BANK = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client teller in us
client traveller in eu
store accounts on us1, us2, eu1 {
  choose CP
  on partition wait 5s
}
store cart on us1, eu1 { choose AP }
operation withdraw: write accounts from teller, traveller
operation viewCart: read cart from teller
operation addItem: write cart from teller, traveller
partition atlantic { us | eu }
expect withdraw from teller ok under atlantic
expect viewCart never stale under any 1 link
accept conflict on addItem "the [basket](command:x) is merged by hand"
`;

/** The hover with the results, at a place of the bank that is given with its cursor. */
function at(place: string, text = BANK): string | undefined {
  const { resolved, offset } = cursor(text.replace(place.replace('$0', ''), () => place));
  return hover(resolved, exploreAll(resolved.model), offset)?.markdown;
}

/** Markdown as a picture: long lines go on below, indented. */
function drawn(markdown: string | undefined): string {
  const lines = (markdown ?? 'nothing').split('\n');
  return lines.map((line) => wrap(line, 104).join('\n    ')).join('\n');
}

/** The same with links, as `[words](kind client verdict)`. */
function linked(place: string): string {
  const { resolved, offset } = cursor(BANK.replace(place.replace('$0', ''), () => place));
  const { model } = resolved;
  const found = hover(resolved, exploreAll(model), offset, (markdown, action) => {
    const run = action.kind === 'timeline' ? action.run : undefined;
    return `[${markdown}](${[action.kind, ...(run === undefined ? [] : [model.vertices[run.client]?.name, run.outcome.verdict, `${run.cause.partition ?? 'no'} partition`])].join(' ')})`;
  });
  return found?.markdown ?? '';
}

describe('where an editor can show more', () => {
  test('each verdict of an operation leads to its run, and its name to the explanation', () => {
    expect(drawn(linked('operation with$0draw'))).toMatchInlineSnapshot(`
      "| **withdraw** writes accounts | no fault | atlantic, us–eu cut | us lost |
      | --- | --- | --- | --- |
      | teller | [✓ 160 ms](timeline teller ok no partition) | [✓](timeline teller ok 0 partition) | – |
      | traveller | [✓ 80 ms](timeline traveller ok no partition) | [**? unknown**](timeline traveller unknown
          0 partition) | [**? unknown**](timeline traveller unknown no partition) |

      Why [**unknown**](timeline traveller unknown 0 partition): eu1 takes the request in and gives up after 5
          s\\: 1 of 3 replicas in reach of eu1, a majority is 2

      Beyond one fault: errors for traveller when us–eu is cut and eu1 is isolated\\: no replica of accounts in
          reach

      Looked at 36 faults (exact by enumerating up to 14 runs) · [explanation](explain) · [timeline](timeline
          traveller unknown 0 partition)"
    `);
  });

  test('so does what happens under a partition, without a node, and against an expectation', () => {
    expect(drawn(linked('partition atl$0antic'))).toMatchInlineSnapshot(`
      "partition **atlantic** · us \\| eu · [simulate](partition)

      - addItem from teller: [**conflict (reconciled after the heal)**](timeline teller conflict 0 partition):
          acknowledged by us1 while addItem from traveller can be acknowledged by eu1, neither side learns of the
          other until the heal; lww keeps the later of addItem from teller and addItem from traveller and drops
          the other, though both were acknowledged
      - addItem from traveller: [**conflict (reconciled after the heal)**](timeline traveller conflict 0
          partition): acknowledged by eu1 while addItem from teller can be acknowledged by us1, neither side
          learns of the other until the heal; lww keeps the later of addItem from traveller and addItem from
          teller and drops the other, though both were acknowledged
      - withdraw from traveller: [**unknown**](timeline traveller unknown 0 partition): eu1 takes the request
          in and gives up after 5 s\\: 1 of 3 replicas in reach of eu1, a majority is 2
      - viewCart from teller: [**stale until the heal**](timeline teller stale 0 partition): us1 can answer
          without addItem from traveller, which can be acknowledged by eu1\\: it can't arrive before the network
          heals"
    `);
    expect(drawn(linked('node eu$01'))).toMatchInlineSnapshot(`
      "node **eu1** in zone eu · holds accounts and holds cart

      If it stops:
      - addItem from teller: [**conflict (reconciled after the heal)**](timeline teller conflict no
          partition): acknowledged by us1 while addItem from traveller was acknowledged by eu1 just before the
          break, neither side learns of the other until the heal; lww keeps the later of addItem from teller and
          addItem from traveller and drops the other, though both were acknowledged
      - addItem from traveller: [**conflict (reconciled after the heal)**](timeline traveller conflict no
          partition): acknowledged by us1 while addItem from traveller was acknowledged by eu1 just before the
          break, neither side learns of the other until the heal; lww keeps the later of the two and drops the
          other, though both were acknowledged
      - viewCart from teller: [**stale until the heal**](timeline teller stale no partition): us1 can answer
          without addItem from traveller, which was acknowledged by eu1 just before the break\\: it can't arrive
          before the network heals"
    `);
    expect(drawn(linked('$0expect viewCart'))).toMatchInlineSnapshot(`
      "**✗ fails** · looked at: all 5 cuts of at most 1 of 4 links · [all expectations](expectations)

      From teller with no fault at all: [**stale while replication lags**](timeline teller stale no
          partition): us1 can answer without addItem from traveller, which can be acknowledged by eu1\\: it has not
          arrived yet

      **expect** · What must hold: a failed expectation is an error here and in CI."
    `);
    expect(drawn(linked('$0accept conflict'))).toMatchInlineSnapshot(`
      "conflict on **addItem** is intended: the \\[basket\\]\\(command\\:x\\) is merged by hand

      It happens from teller when us1 is isolated: [**conflict (reconciled after the heal)**](timeline teller
          conflict no partition): acknowledged by eu1 while addItem from teller was acknowledged by us1 just
          before the break, neither side learns of the other until the heal; lww keeps the later of the two and
          drops the other, though both were acknowledged

      **accept** · This trade-off is intended: its diagnostic turns into a hint that carries the reason."
    `);
  });
});

describe('an operation', () => {
  test('shows its verdicts, the cause, the reason and the bound in a dozen lines', () => {
    const shown = at('operation with$0draw') ?? '';
    expect(drawn(shown)).toMatchInlineSnapshot(`
      "| **withdraw** writes accounts | no fault | atlantic, us–eu cut | us lost |
      | --- | --- | --- | --- |
      | teller | ✓ 160 ms | ✓ | – |
      | traveller | ✓ 80 ms | **? unknown** | **? unknown** |

      Why **unknown**: eu1 takes the request in and gives up after 5 s\\: 1 of 3 replicas in reach of eu1, a
          majority is 2

      Beyond one fault: errors for traveller when us–eu is cut and eu1 is isolated\\: no replica of accounts in
          reach

      Looked at all 16 cuts of 4 links, 8 one\\-way cuts, 3 stopped nodes, 3 isolated nodes, 2 zones apart, 2
          lost zones, 1 pair and 1 named partition (exact by enumerating up to 14 runs)"
    `);
    expect(shown.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  });

  test('is the same wherever it is named', () => {
    expect(at('expect with$0draw')).toBe(at('operation with$0draw'));
  });

  test('is told on its keyword too, without what the word means where that finds no room', () => {
    const name = at('operation with$0draw') ?? '';
    expect(at('oper$0ation withdraw')?.startsWith(name)).toBe(true);
    expect(linked('oper$0ation withdraw')).toContain('[explanation](explain)');
  });

  test('says that the analysis is running where there are no results', () => {
    const { resolved, offset } = cursor(BANK.replace('withdraw', 'with$0draw'));
    expect(hover(resolved, undefined, offset)?.markdown).toContain('The analysis is running');
  });

  test('stays short with many clients and partitions', () => {
    const many = Array.from({ length: 40 }, (_, i) => `c${i}`).join(', ');
    const partitions = Array.from({ length: 9 }, (_, i) => `partition p${i} { a | b }\n`).join('');
    const shown =
      at(
        'operation $0o',
        `node a, b\nclient ${many} at a\nstore s on a, b { choose CP }\noperation o: read s from ${many}\n${partitions}`,
      ) ?? '';
    expect(shown).toContain('… 37 more');
    expect(shown.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  });
});

describe('a guarantee that is needed', () => {
  const design =
    'node a, b, c\nmesh a, b, c\nclient x at b\nstore s on a, b, c { replicate primary a failover automatic }\noperation w: write s from x\noperation r: read s from x needs linearizable, bounded 5s, eventual\n';

  test('says what became of it, and what it means', () => {
    expect(drawn(at('needs lineari$0zable', design))).toMatchInlineSnapshot(`
      "- **✗ broken** to x when a is isolated: b can answer without w from x, which was acknowledged by a just
          before the break\\: it can't arrive before the network heals, and then it is discarded

      **linearizable** · As if there were one copy, and each operation happened at one moment between call and
          answer.

      *Herlihy and Wing, TOPLAS 1990*"
    `);
    expect(drawn(at('even$0tual', design))).toMatchInlineSnapshot(`
      "- **✓ given** to x

      **eventual** · Without new writes, all copies become equal.

      *Vogels, CACM 2009*"
    `);
    expect(at('bounded $05s', design)).toMatch(/^- \*\*✗ broken\*\* to x/);
  });

  test('says that the analysis is running where there are no results', () => {
    const { resolved, offset } = cursor(design.replace('needs linear', 'needs lin$0ear'));
    expect(hover(resolved, undefined, offset)?.markdown).toContain('The analysis is running');
  });

  test('is left to its keyword and its names elsewhere', () => {
    expect(at('nee$0ds linear', design)).toMatch(/^\*\*needs\*\* · /);
  });

  test('stays short with many clients', () => {
    const many = Array.from({ length: 40 }, (_, i) => `c${i}`).join(', ');
    const shown =
      at(
        '$0causal',
        `node a, b\nlink a -- b\nclient ${many} at a\nstore s on a, b { choose CP }\noperation o: read s from ${many} needs causal\n`,
      ) ?? '';
    expect(shown).toContain('… 37 more');
  });
});

describe('names', () => {
  test('a store: what was chosen, and what that implies', () => {
    expect(at('store accou$0nts')).toBe(`store **accounts** on us1, us2 and eu1

- choose CP: refuse what can’t be consistent
- replicate consensus: 2 of 3 voters commit; any replica may lead (default)
- on partition wait 5 s, then time out
- merge lww: lww keeps the later of the two and drops the other, though both were acknowledged (default)
- used by withdraw (write)`);
  });

  test('a store like a product: its own clauses, those of the preset, who has to act after a failover, how long it takes to notice', () => {
    expect(
      at(
        'store $0s on',
        'node a, b\nlink a -- b\nclient x at a\nstore s on a, b { like mysql-semi-sync replicate primary a sync 1 weakens failover automatic }\noperation w: write s from x',
      ),
    ).toBe(`store **s** on a and b · like MySQL 8.0 and 8.4 (and MariaDB 10.11)

- replicate primary a: waits for 1 replica, as far as they are in reach, automatic failover
- on partition refuse at once (default)
- merge lww: lww keeps the later of the two and drops the other, though both were acknowledged (default)
- rejoin manual: a person has to rebuild those whose history is thrown away (like mysql-semi-sync)
- detect 10 s, until everybody has noticed a break (like mysql-semi-sync)
- used by w (write)`);
  });

  test('derived data like a product', () => {
    expect(
      at(
        'store $0s on',
        'node a, b\nlink a -- b\nclient x at a\nstore db on a { choose CP }\nstore s on b { from db like memcached }\noperation r: read s from x',
      ),
    ).toBe(`store **s** on b · like memcached 1.4 to 1.6

- from db: each copy answers from what its feed brought, and nobody writes it
- else db: clients that no copy answers read it (like memcached)
- used by r (read local)`);
  });

  test('a store with agreed membership', () => {
    expect(
      at(
        'store $0s on',
        'node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { choose CP replicate any membership agreed }\noperation w: write s from x',
      ),
    ).toContain(
      '- replicate any replica whose view has a majority (2 of 3): a group view in which all members reach each other; all of the view acknowledge a write\n',
    );
  });

  test('a link, on its keyword where it has no name', () => {
    expect(drawn(at('li$0nk us -- eu'))).toMatchInlineSnapshot(`
      "link **us–eu** · between us and eu · round trip 80 ms

      If it is cut:
      - addItem from teller: **conflict (reconciled after the heal)**: acknowledged by us1 while addItem from
          traveller can be acknowledged by eu1, neither side learns of the other until the heal; lww keeps the
          later of addItem from teller and addItem from traveller and drops the other, though both were
          acknowledged
      - addItem from traveller: **conflict (reconciled after the heal)**: acknowledged by eu1 while addItem
          from teller can be acknowledged by us1, neither side learns of the other until the heal; lww keeps the
          later of addItem from traveller and addItem from teller and drops the other, though both were
          acknowledged
      - withdraw from traveller: **unknown**: eu1 takes the request in and gives up after 5 s\\: 1 of 3
          replicas in reach of eu1, a majority is 2
      - viewCart from teller: **stale until the heal**: us1 can answer without addItem from traveller, which
          can be acknowledged by eu1\\: it can't arrive before the network heals

      **link** · A connection that can be cut: \`--\` carries both ways, \`->\` one way."
    `);
  });

  test('a zone, a client', () => {
    expect(drawn(at('zone u$0s'))).toMatchInlineSnapshot(`
      "zone **us** · nodes us1 and us2 · stores accounts and cart · clients teller

      If it is lost whole:
      - addItem from traveller: **conflict (reconciled after the heal)**: acknowledged by eu1 while addItem
          from teller was acknowledged by us1 just before the break, neither side learns of the other until the
          heal; lww keeps the later of addItem from traveller and addItem from teller and drops the other, though
          both were acknowledged
      - withdraw from traveller: **unknown**: eu1 takes the request in and gives up after 5 s\\: 1 of 3
          replicas in reach of eu1, a majority is 2
      - 3 requests can’t be issued"
    `);
    expect(drawn(at('client tel$0ler'))).toMatchInlineSnapshot(`
      "client **teller** · on the network of us · asks the nearest replica in reach first

      Issues withdraw, viewCart and addItem."
    `);
  });

  test('a router', () => {
    expect(drawn(at('router r$01', 'node a\nrouter r1\nlink a -- r1'))).toMatchInlineSnapshot(
      `"router **r1** · forwards, holds no data · 1 link"`,
    );
  });

  test('what was left out of the analysis', () => {
    expect(at('store s$0', 'store s\noperation o: read s from c')).toMatch(/^store \*\*s\*\*/);
  });
});

test('an observer, and a store that has one', () => {
  const text = `node a, b, o
link a -- b
link b -- o
client k at a
store s on a, b, observer o of b { replicate primary a sync b step-down writes failover safe }
operation put: write s from k
`;
  expect(at('node a, b, $0o', text)).toContain('node **o** · holds s without a vote (observer)');
  expect(at('store $0s on', text)).toContain('store **s** on a and b, observer o of b');
  expect(at('store $0s on', text)).toContain('waits for b, safe failover, refuses writes without a majority');
});

describe('expectations and acceptances', () => {
  test('an expectation that holds, and one that fails', () => {
    expect(drawn(at('exp$0ect withdraw'))).toMatchInlineSnapshot(`
      "**✓ holds** · looked at: under atlantic

      **expect** · What must hold: a failed expectation is an error here and in CI."
    `);
    expect(drawn(at('exp$0ect viewCart'))).toMatchInlineSnapshot(`
      "**✗ fails** · looked at: all 5 cuts of at most 1 of 4 links

      From teller with no fault at all: **stale while replication lags**: us1 can answer without addItem from
          traveller, which can be acknowledged by eu1\\: it has not arrived yet

      **expect** · What must hold: a failed expectation is an error here and in CI."
    `);
  });

  test('what is not judged says where the mistake is', () => {
    const wrong = BANK.replace('us1, eu1 { choose AP }', 'us1, eu1 { choose PA }');
    expect(drawn(at('exp$0ect viewCart', wrong))).toMatchInlineSnapshot(`
      "not judged: store \\\`cart\\\` has a mistake in line 10

      **expect** · What must hold: a failed expectation is an error here and in CI."
    `);
    expect(at('operation view$0Cart', wrong)).toBe(
      'operation **viewCart** · not judged: store \\`cart\\` has a mistake in line 10',
    );
    expect(at('partition atl$0antic', BANK.replace('{ us | eu }', '{ us | asia }'))).toMatch(
      /^partition \*\*atlantic\*\* · not judged: a mistake in line 14/,
    );
  });

  test('an acceptance, whose reason is text', () => {
    expect(drawn(at('acc$0ept conflict'))).toMatchInlineSnapshot(`
      "conflict on **addItem** is intended: the \\[basket\\]\\(command\\:x\\) is merged by hand

      It happens from teller when us1 is isolated: **conflict (reconciled after the heal)**: acknowledged by
          eu1 while addItem from teller was acknowledged by us1 just before the break, neither side learns of the
          other until the heal; lww keeps the later of the two and drops the other, though both were acknowledged

      **accept** · This trade-off is intended: its diagnostic turns into a hint that carries the reason."
    `);
  });
});

describe('words', () => {
  test('two lines, with the literature where there is one', () => {
    expect(at('cho$0ose CP')).toBe(
      '**choose** · What gives way when the network breaks: availability (CP) or consistency (AP). Per store, never for "the system".\n\n*Gilbert and Lynch, SIGACT News 2002*',
    );
    expect(drawn(at('choose C$0P'))).toMatchInlineSnapshot(`
      "**CP** · When the replicas that must take part can't be reached, refuse: consistent, not available.

      *Gilbert and Lynch, SIGACT News 2002*"
    `);
    expect(drawn(at('on part$0ition wait'))).toMatchInlineSnapshot(`
      "**partition** · The replicas of a store; \`on partition\`: what happens when those that must take part
          can't be reached."
    `);
    expect(drawn(at('wa$0it 5s'))).toMatchInlineSnapshot(
      `"**wait** · Hold the request and time out: a write that was taken in is then \`unknown\`, not an error."`,
    );
  });

  test('the meaning is that of the place', () => {
    const text =
      'node a, b\nstore s on a, b { replicate quorum R=1 W=1 }\nclient c at a\noperation o: read s from c level quorum\n';
    expect(drawn(at('replicate quo$0rum', text))).toMatchInlineSnapshot(`
      "**quorum** · Leaderless: any R or W of the replicas answer. R + W > N overlaps, which is not
          linearizable.

      *DeCandia et al., Dynamo, SOSP 2007*"
    `);
    expect(drawn(at('level quo$0rum', text))).toMatchInlineSnapshot(
      `"**quorum** · A majority of the replicas takes part."`,
    );
    expect(drawn(at('any 1 li$0nk'))).toMatchInlineSnapshot(
      `"**link** · Cut links, those of nodes to their zone too: \`under any 2 links\`."`,
    );
    for (const place of ['any 1 iso$0lated node', 'any 1 isolated no$0de'])
      expect(drawn(at(place, `${text}expect o ok under ${place.replace('$0', '')}\n`))).toMatch(
        /A node of which all links are cut, that to its\s+zone too; it\s+still runs/,
      );
    expect(drawn(at('any 1 zone ap$0art', `${text}expect o ok under any 1 zone apart\n`))).toMatch(
      /A zone of which every link that leaves it is cut/,
    );
  });

  test('nothing on punctuation, comments, blanks and names that nobody declared', () => {
    for (const place of ['us -$0- eu', 'zone us $0{', 'us1,$0 us2', 'us1$0, us2']) expect(at(place)).toBeUndefined();
    expect(at('// no$0de a', '// node a\nnode b')).toBeUndefined();
    expect(at('/* cho$0ose */', 'store s on a { /* choose */ }\nnode a')).toBeUndefined();
    expect(at('at lo$0cal', 'node a\nclient c at local')).toBeUndefined();
    expect(at('\n$0\n', 'node a\n\n\n')).toBeUndefined();
  });
});

describe('presets', () => {
  const text =
    'node a, b, c\nmesh a, b, c\nclient web at a\nstore s on a, b, c { like mongodb on partition error }\noperation put: write s from web level "w: majority"\noperation get: read s from web level Nearest\noperation own: read s from web level leader\n';

  test('the name shows its levels, its clauses, and where the rules and sources stand', () => {
    const shown = at('like mon$0godb', text) ?? '';
    expect(shown).toMatch(/^preset \*\*mongodb\*\* · stands for MongoDB 5\.0 to 8\.0: a replica set/);
    expect(shown).toContain('`replicate primary step-down failover automatic raft on partition wait 30s detect 12s`');
    expect(shown).toMatch(/\n\| `[a-z: A-Z]+` \| read/);
    expect(shown).toMatch(/\n\| … \d+ more \|/);
    expect(shown).toMatch(/\n\d+ rules with their sources: docs\/presets\.md$/);
  });

  test("a level by the product's name says what it means here; one of the language's own what it means everywhere", () => {
    expect(drawn(at('level "w: maj$0ority"', text))).toMatchInlineSnapshot(`
      "**w\\: majority** of a write like mongodb · a majority has it: of three data-bearing members two; with an
          arbiter and two data-bearing members both (\`level quorum\`)
          [source](https://www.mongodb.com/docs/manual/reference/write-concern/)"
    `);
    expect(drawn(at('level Nea$0rest', text))).toMatchInlineSnapshot(`
      "**nearest** of a read like mongodb · the nearest member answers from its own copy (\`level local\`)
          [source](https://www.mongodb.com/docs/manual/core/read-preference/)"
    `);
    expect(drawn(at('level lea$0der', text))).toMatchInlineSnapshot(`
      "**leader** · The leader or primary answers and asks no other replica: stale while a deposed one has not
          noticed."
    `);
  });

  test('the store says what it is like, and which clauses come from there', () => {
    expect(drawn(at('store $0s', text))).toMatchInlineSnapshot(`
      "store **s** on a, b and c · like MongoDB 5.0 to 8.0

      - replicate primary a: asynchronous, automatic failover, voters refuse a candidate whose log lags behind
          theirs, steps down without a majority (like mongodb)
      - on partition refuse at once
      - merge lww: lww keeps the later of the two and drops the other, though both were acknowledged (default)
      - detect 12 s, until everybody has noticed a break (like mongodb)
      - used by put (write quorum), get (read local) and own (read leader)"
    `);
  });

  test('a preset that is not there has no table', () => {
    expect(at('like mon$0go', text.replace('like mongodb', 'like mongo'))).toBeUndefined();
  });
});

test('names are text, whatever they are', () => {
  for (const name of [
    '[x](command:y)',
    '<img src=x>',
    '`a`',
    '\u202Eb',
    '| a |',
    '$(bug)',
    '__proto__',
    'constructor',
    'https://a.example',
  ]) {
    const quoted = JSON.stringify(name);
    const text = `node ${quoted}, b\nclient c at b\nstore s on ${quoted}, b { choose AP }\noperation o: write s from c\n`;
    for (const place of [`node $0${quoted}`, 'store $0s', 'operation $0o', 'client $0c']) {
      const shown = at(place, text) ?? '';
      expect(shown).not.toBe('');
      expect(shown).not.toMatch(/(?<!\\)(\]\(|<img|`a`|\u202E|\$\(|https:)/);
    }
  }
});

describe('every hover of every sample and preset', () => {
  const shared = Object.fromEntries(
    readdirSync('samples/shared').map((name) => [`shared/${name}`, readFileSync(`samples/shared/${name}`, 'utf8')]),
  );
  const samples = readdirSync('samples')
    .filter((name) => name.endsWith('.cap'))
    .map((name) => [name, readFileSync(`samples/${name}`, 'utf8')] as const);
  const presets = PRESETS.map(
    ({ name }) =>
      [
        `like ${name}`,
        `node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { like ${name} }\noperation o: write s from x\n`,
      ] as const,
  );

  test.each([...samples, ...presets])(`%s: at most ${MOST_LINES} lines, the table of an operation first`, (_, text) => {
    const { resolved, results } = analyze(text, {}, { path: 'design.cap', read: readerOf(shared) });
    const shown = new Map<string, string>();
    for (let offset = 0; offset < text.length; ) {
      const found = hover(resolved, results, offset, (markdown) => `[${markdown}](x)`);
      if (found !== undefined) shown.set(found.markdown, text.slice(found.span.start, found.span.end));
      // A word has one hover.
      offset = Math.max(offset + 1, found?.span.end ?? 0);
    }
    expect(shown.size).toBeGreaterThan(5);
    expect([...shown].filter(([markdown]) => markdown.split('\n').length > MOST_LINES)).toEqual([]);
    for (const span of resolved.origins.operations)
      if (span !== undefined && resolved.sources.isOwn(span))
        expect(hover(resolved, results, span.start)?.markdown).toMatch(/^\| \*\*/);
  });
});

test('where there are too many likely faults to look at each until it is noticed, those left out are counted', () => {
  const hovered = (nodes: number): string | undefined => {
    const links = Array.from({ length: nodes - 1 }, (_, i) => `node n${i + 1}\nlink n0 -- n${i + 1}\n`).join('');
    const { resolved, offset } = cursor(
      `node n0\n${links}client k at n0\nstore s on n0, n1 { choose CP }\noperation $0w: write s from k\n`,
    );
    return hover(resolved, exploreAll(resolved.model), offset)?.markdown;
  };
  // The healthy network, 44 links, 45 nodes isolated and 45 stopped, and 990 pairs.
  expect(hovered(45)).toContain('Until a break is noticed, 125 of 1,125 likely faults are *not known*');
  expect(hovered(42)).not.toContain('Until a break is noticed');
});

test('harm that is possible only until a break is noticed stands beside what lasts', () => {
  const text = `zone a { node a1 }
zone b { node b1 }
zone c { node c1 }
mesh a, b, c
client appA in a
client appB in b
store s on a1, b1, c1 { replicate primary a1 sync 1 step-down failover automatic detect 30s }
operation save: write s from appA, appB
operation load: read s from appA, appB
`;
  const { resolved, results } = analyze(text);
  expect(hover(resolved, results, text.indexOf('load:'))?.markdown).toMatch(
    /Until it is noticed \(30 s\): \*\*(stale|dirty)\*\* for app[AB] when /,
  );
});
