import { describe, expect, test } from 'vitest';
import { cursor, drawn } from '../testing/cursor.js';
import { signatures } from './signatures.js';

/** The labels, with the active part in brackets of its own. */
function shown(marked: string): readonly string[] {
  const { offset, resolved } = cursor(marked);
  return signatures(resolved, offset).map(({ label, parameters, active }) => {
    const part = active === undefined ? undefined : parameters[active];
    return part === undefined ? label : drawn(label, [part.span]);
  });
}

describe('signatures', () => {
  test('schemes: all of them, then the one that was chosen', () => {
    expect(shown('store s on a { replicate $0').length).toBe(4);
    const primary = (marked: string): string =>
      /«(.*)»/.exec(shown(`store s on a { replicate primary ${marked} }`)[0] ?? '')?.[1] ?? '';
    expect(primary('$0')).toBe('NODE');
    expect(primary('a $0')).toBe('[sync K | sync NODES | in-sync K | min-replicas K | async]');
    expect(primary('a in-sync $0')).toBe('[sync K | sync NODES | in-sync K | min-replicas K | async]');
    expect(primary('a sync 1 $0')).toBe('[weakens]');
    expect(primary('a async failover $0')).toBe('[failover automatic | safe | manual]');
    expect(primary('a failover automatic by x, $0')).toBe('[by NODES]');
    expect(primary('a step-down $0')).toBe('');
    expect(shown('store s on a { replicate quorum R=2 $0')).toEqual([
      'replicate quorum [R=N] «[W=N]» [sloppy] [read-repair]',
    ]);
    expect(shown('store s on a { on partition wait $0 }')).toEqual(['on partition wait «5s»']);
  });

  test('links', () => {
    expect(shown('link $0')).toEqual(['link [NAME:] «A» -- B [80ms ± 10ms] [fails 0.1%]']);
    expect(shown('link a -- $0')).toEqual(['link [NAME:] A «-- B» [80ms ± 10ms] [fails 0.1%]']);
    expect(shown('link a -- b $0')).toEqual(['link [NAME:] A -- B «[80ms ± 10ms]» [fails 0.1%]']);
    expect(shown('link a -> b 80ms $0')).toEqual(['link [NAME:] A -- B [80ms ± 10ms] «[fails 0.1%]»']);
    expect(shown('link cable: a $0')).toEqual(['link [NAME:] A «-- B» [80ms ± 10ms] [fails 0.1%]']);
    expect(shown('link cable: a -- b 80ms $0')).toEqual(['link [NAME:] A -- B [80ms ± 10ms] «[fails 0.1%]»']);
    expect(shown('link a -- b 80ms fails 1% $0')).toEqual(['link [NAME:] A -- B [80ms ± 10ms] [fails 0.1%]']);
  });

  test('expectations, operations, clients and acceptances', () => {
    expect(shown('expect $0')[0]).toContain('«OPERATION»');
    expect(shown('expect o $0')[0]).toContain('«VERDICT»');
    expect(shown('expect o from a, $0')[0]).toContain('«[from CLIENTS]»');
    expect(shown('expect o never $0')[0]).toContain('«VERDICT»');
    expect(shown('expect o ok under $0')[0]).toContain('«[under FAULTS]»');
    expect(shown('operation o: read s $0')[0]).toContain('«from CLIENTS»');
    expect(shown('operation o: read s from c $0')[0]).toContain('«[through SERVICES]»');
    expect(shown('operation o: read s from c through a $0')[0]).toContain('«[level LEVEL]»');
    expect(shown('service api $0')[0]).toContain('«on NODES»');
    expect(shown('operation o from c { read s $0')).toEqual(['read STORE «[level LEVEL]» [needs GUARANTEE]']);
    expect(shown('client web $0')[0]).toContain('«[in ZONE | at NODE]»');
    expect(shown('accept stale on $0')[0]).toContain('«on OPERATION»');
    expect(shown('partition p { cut a $0')).toEqual(['cut A «[-- B]»']);
  });

  test('nothing in comments, behind a body, on a fresh line', () => {
    for (const marked of [
      '// link $0',
      'store s on a { choose CP } $0',
      'link a -- b\n$0',
      'node $0',
      '$0',
      'store s on a { $0 }',
    ])
      expect(shown(marked)).toEqual([]);
  });

  test('a statement that goes on on the next line still has its signature', () => {
    expect(shown('store s on a,\n  $0')[0]).toContain('«on REPLICAS»');
  });

  test('each active part is one of the signature, wherever the cursor is', () => {
    const text =
      'link x: a -- b 5ms fails 1%\nstore s on a, b { replicate primary a sync 1 failover manual; merge lww }\nexpect o from c never stale beyond lag under any 1 link while detecting\n}\n"x';
    for (let offset = 0; offset <= text.length; offset++) {
      const { resolved } = cursor(`${text}$0`);
      for (const { active, parameters } of signatures(resolved, offset))
        expect(active === undefined || parameters[active] !== undefined).toBe(true);
    }
  });
});
