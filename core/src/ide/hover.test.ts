import { describe, expect, test } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import { cursor } from '../testing/cursor.js';
import { hover } from './hover.js';

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
    const shown = linked('operation with$0draw');
    expect(shown).toMatch(
      /^operation \*\*withdraw\*\* · write accounts · \[explanation\]\(explain\) · \[timeline\]\(timeline traveller unknown no partition\)\n/,
    );
    expect(shown).toMatch(
      /\| traveller \| \[ok · \d+ ms\]\(timeline traveller ok no partition\) \| \[\*\*unknown\*\*\]\(timeline traveller unknown 0 partition\) \|/,
    );
    expect(shown).toContain('- [**unknown**](timeline traveller unknown no partition) from traveller when');
  });

  test('so does what happens under a partition, without a link, and against an expectation', () => {
    expect(linked('partition atl$0antic')).toMatch(
      /^partition \*\*atlantic\*\* · us \\\| eu · \[simulate\]\(partition\)\n\n- .*: \[\*\*conflict until the heal\*\*\]\(timeline teller conflict 0 partition\)/,
    );
    expect(linked('node eu$01')).toContain('](timeline traveller conflict no partition)');
    expect(linked('$0expect viewCart')).toContain('· [all expectations](expectations)');
    expect(linked('$0expect viewCart')).toContain('[**stale for the lag**](timeline teller stale no partition)');
    expect(linked('$0accept conflict')).toContain(
      '[**conflict until the heal**](timeline teller conflict no partition)',
    );
  });
});

describe('an operation', () => {
  test('shows its verdicts, the cause, the reason and the bound in a dozen lines', () => {
    const shown = at('operation with$0draw') ?? '';
    expect(shown).toMatch(/^operation \*\*withdraw\*\* · write accounts\n/);
    expect(shown).toContain('| from | healthy | atlantic | at worst | ok under |');
    expect(shown).toMatch(/\| traveller \| ok · \d+ ms \| \*\*unknown\*\* \| \*\*unknown\*\* \|/);
    expect(shown).toContain('- **unknown** from traveller when');
    expect(shown).toContain('Looked at all 16 cuts of 4 links');
    expect(shown.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(12);
  });

  test('is the same wherever it is named', () => {
    expect(at('expect with$0draw')).toBe(at('operation with$0draw'));
  });

  test('is told on its keyword too, where no diagnostic stands above it', () => {
    const name = at('operation with$0draw') ?? '';
    expect(at('oper$0ation withdraw')).toMatch(
      new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n\\n\\*\\*operation\\*\\* · `),
    );
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
    expect(shown.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(12);
  });
});

describe('a guarantee that is needed', () => {
  const design =
    'node a, b, c\nmesh a, b, c\nclient x at b\nstore s on a, b, c { replicate primary a failover automatic }\noperation w: write s from x\noperation r: read s from x needs linearizable, bounded 5s, eventual\n';

  test('says what became of it, and what it means', () => {
    expect(at('needs lineari$0zable', design)).toMatch(
      /^- \*\*✗ broken\*\* to x when a is stopped: .*\n\n\*\*linearizable\*\* · As if there were one copy/,
    );
    expect(at('even$0tual', design)).toMatch(/^- \*\*✓ given\*\* to x\n\n\*\*eventual\*\* · /);
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

  test('a node: what depends on it, and what happens without it', () => {
    const shown = at('node eu$01') ?? '';
    expect(shown).toContain('node **eu1** in zone eu · holds accounts and holds cart');
    expect(shown).toContain('If it stops:');
  });

  test('a link, on its keyword where it has no name', () => {
    const shown = at('li$0nk us -- eu') ?? '';
    expect(shown).toContain('between us and eu · round trip 80 ms');
    expect(shown).toContain('If it is cut:\n- ');
    expect(shown).toContain('**link** · A connection that can be cut');
  });

  test('zone, client, partition', () => {
    expect(at('zone u$0s')).toContain('zone **us** · nodes us1 and us2 · stores accounts and cart · clients teller');
    expect(at('client tel$0ler')).toContain('on the network of us');
    expect(at('partition atl$0antic')).toContain('partition **atlantic** · us \\| eu\n\n- ');
  });

  test('a router', () => {
    expect(at('router r$01', 'node a\nrouter r1\nlink a -- r1')).toContain('forwards, holds no data · 1 link');
  });

  test('what was left out of the analysis', () => {
    expect(at('store s$0', 'store s\noperation o: read s from c')).toMatch(/^store \*\*s\*\*/);
  });
});

describe('expectations and acceptances', () => {
  test('an expectation that holds, and one that fails', () => {
    expect(at('exp$0ect withdraw')).toContain('**✓ holds** · looked at: under atlantic');
    expect(at('exp$0ect viewCart')).toMatch(/\*\*✗ fails\*\* · [^]*From teller [^]*\*\*stale for the lag\*\*/);
  });

  test('an acceptance, whose reason is text', () => {
    const shown = at('acc$0ept conflict') ?? '';
    expect(shown).toContain('conflict on **addItem** is intended: the \\[basket\\]\\(command\\:x\\)');
    expect(shown).toContain('It happens from teller');
  });
});

describe('words', () => {
  test('two lines, with the literature where there is one', () => {
    expect(at('cho$0ose CP')).toBe(
      '**choose** · What gives way when the network breaks: availability (CP) or consistency (AP). Per store, never for "the system".\n\n*Gilbert and Lynch, SIGACT News 2002*',
    );
    expect(at('choose C$0P')).toContain('refuse');
    expect(at('on part$0ition wait')).toContain('`on partition`');
    expect(at('wa$0it 5s')).toContain('time out');
  });

  test('the meaning is that of the place', () => {
    const text =
      'node a, b\nstore s on a, b { replicate quorum R=1 W=1 }\nclient c at a\noperation o: read s from c level quorum\n';
    expect(at('replicate quo$0rum', text)).toContain('Leaderless');
    expect(at('level quo$0rum', text)).toContain('majority of the replicas takes part');
    expect(at('any 1 li$0nk')).toContain('Cut links');
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

  test('the name shows the whole table, each level and rule with its source', () => {
    const shown = at('like mon$0godb', text) ?? '';
    expect(shown).toMatch(/^preset \*\*mongodb\*\*\n\nStands for MongoDB 5\.0 to 8\.0: a replica set/);
    expect(shown).toContain(
      '```cap\nreplicate primary step-down failover automatic\non partition wait 30s\ndetect 10s\n```',
    );
    expect(shown).toContain('| `w: majority` | write, where none is written | a majority has it');
    expect(shown).toMatch(
      /\n- What a primary took [^\n]* \[source\]\(https:\/\/www\.mongodb\.com\/docs\/manual\/core\/replica-set-rollbacks\/\)\n/,
    );
  });

  test("a level by the product's name says what it means here; one of the language's own what it means everywhere", () => {
    expect(at('level "w: maj$0ority"', text)).toMatch(
      /^\*\*w\\: majority\*\* of a write like mongodb · a majority has it.* \(`level quorum`\) \[source\]/,
    );
    expect(at('level Nea$0rest', text)).toMatch(/^\*\*nearest\*\* of a read like mongodb · the nearest member answers/);
    expect(at('level lea$0der', text)).toMatch(/^\*\*leader\*\* · By the word of the leader/);
  });

  test('the store says what it is like, and which clauses come from there', () => {
    const shown = at('store $0s', text) ?? '';
    expect(shown).toMatch(/^store \*\*s\*\* on a, b and c · like MongoDB 5\.0 to 8\.0\n/);
    expect(shown).toContain(
      '- replicate primary a: asynchronous, automatic failover, steps down without a majority (like mongodb)',
    );
    expect(shown).toContain('- on partition refuse at once\n');
    expect(shown).toMatch(/- merge lww: .* \(default\)/);
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
