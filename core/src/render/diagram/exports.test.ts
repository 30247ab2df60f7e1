import { expect, test } from 'vitest';
import { HEALTHY } from '../../network/fault.js';
import { resolve } from '../../model/resolve.js';
import type { Model } from '../../model/model.js';
import { parse } from '../../syntax/parse.js';
import { escapeDot, printDot } from './dot.js';
import { escapeMermaid, printMermaid } from './mermaid.js';

const model: Model = resolve(
  parse(`zone us { node us1, us2 }
node judge
router r
link cable: us -- r 80ms fails 0.1%
link r -> judge
client web in us
client batch at judge
store s on us1, judge, witness us2 { choose CP replicate consensus leader us1 }
operation put: write s from web
partition p { us | judge cut r -> us down us2 }
`),
).model;
const options = { cause: { ...HEALTHY, partition: 0 }, selection: { kind: 'operation', operation: 0 } } as const;

test('Mermaid, healthy', () => {
  expect(printMermaid(model)).toBe(`flowchart TB
  v0["judge<br/>● s"]
  subgraph z3["us"]
    v3[/"network"/]
    v1["us1<br/>★ s"]
    v2["us2<br/>◇ s"]
    v5(["web"])
  end
  v4{{"r"}}
  v6(["batch"])
  v5 -.- v3
  v6 -.-|at| v0
  v1 --- v3
  v2 --- v3
  v3 ---|"cable · 80 ms · fails 0.1%"| v4
  v4 --> v0
`);
});

test('Mermaid under a partition, with an operation pointed out', () => {
  expect(printMermaid(model, options).split('\n').slice(-10)).toEqual([
    '  v6 -.-|at| v0',
    '  v1 --- v3',
    '  v2 --- v3',
    '  v3 x-.->|"cable · 80 ms · fails 0.1%"| v4',
    '  v4 --> v0',
    '  classDef stopped stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 4',
    '  class v2 stopped',
    '  classDef selected stroke-width:4px',
    '  class v0,v1,v2,v5 selected',
    '',
  ]);
});

test('DOT, under a partition', () => {
  expect(printDot(model, options)).toBe(`digraph netsplit {
  graph [fontname="Helvetica"];
  node [fontname="Helvetica", shape=box];
  edge [fontname="Helvetica", dir=none];
  v0 [label="judge – side 2\\n● s", style="bold"];
  subgraph cluster_v3 {
    label="us – side 1";
    v3 [label="network", shape=underline];
    v1 [label="us1 – side 1\\n★ s", style="bold"];
    v2 [label="✕ us2 – side 1\\n◇ s", style="dashed,bold"];
    v5 [label="web – side 1", style="rounded,bold"];
  }
  v4 [label="r", shape=hexagon];
  v6 [label="batch – side 2", style="rounded"];
  v5 -> v3 [style=dotted];
  v6 -> v0 [style=dotted, label="at"];
  v1 -> v3;
  v2 -> v3;
  v3 -> v4 [label="cable · 80 ms · fails 0.1% · ✕ cut one way", dir=forward, style=dashed, color=red];
  v4 -> v0 [dir=forward];
}
`);
});

test('names end no label and mean nothing', () => {
  expect(escapeMermaid('"]; click a; <b>#quot;`&|')).toBe(
    '#34;#93;#59; click a#59; #60;b#62;#35;quot#59;#96;#38;#124;',
  );
  expect(escapeMermaid('数据 ünî_x\u202E')).toBe('数据 ünî#95;x⟨U+202E⟩');
  expect(escapeDot('a"\\N &lt; \n')).toBe('a\\"\\\\N &amp;lt; ⟨U+000A⟩');
});
