import { analyze } from '../../core/src/analyze.js';
import { judgeFixes } from '../../core/src/fixes/judge.js';
import { offeredFixes } from '../../core/src/fixes/offered.js';
import { inlayHints } from '../../core/src/ide/inlayHints.js';
import { HEALTHY } from '../../core/src/network/fault.js';
import { drawWithVerdicts } from '../../core/src/render/diagram/draw.js';
import { escapeXml, printSvg } from '../../core/src/render/diagram/svg.js';

/** A picture of the animation, and how long it is shown. */
export interface Frame {
  readonly html: string;
  readonly seconds: number;
}

/** The diagram of a design under one of its partitions, as SVG. */
export function outage(text: string, name: string): string {
  const { model } = analyze(text).resolved;
  const partition = model.partitions.findIndex((one) => one.name === name);
  return printSvg(drawWithVerdicts(model, { cause: { ...HEALTHY, partition } }));
}

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store cart on us1, us2, eu1 { choose CP }
operation add: write cart from ann, bob
`;
const EDITED = DESIGN.replace('choose CP', 'choose AP');
const ACCEPTED = 'accept conflict on add "the cart is a set: both sides’ items are kept"\n';

/** An edit, its verdict, the light bulb with what the fixes do, and a file without a problem. */
export function story(): readonly Frame[] {
  const { resolved, results, diagnostics } = analyze(EDITED);
  const steps = judgeFixes(resolved);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  const titles = offeredFixes(resolved, results, next.value, { start: 0, end: EDITED.length });
  const accept = diagnostics.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
  return [
    { html: editor(DESIGN), seconds: 2 },
    { html: editor(EDITED), seconds: 2.5 },
    {
      html: editor(EDITED, [...titles.filter(({ helps }) => helps).map(({ title }) => title), ...accept]),
      seconds: 3.5,
    },
    { html: editor(`${EDITED}${ACCEPTED}`), seconds: 3 },
  ];
}

/** Lines with the verdict at their end, a wavy line where nobody decided it, the menu of the light bulb, and Problems. */
function editor(text: string, menu: readonly string[] = []): string {
  const { resolved, results, diagnostics } = analyze(text);
  const hints = inlayHints(resolved, { kind: 'current', results });
  const problems = diagnostics.filter(({ severity }) => severity === 'warning');
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    const hint = hints.find((one) => one.offset >= start && one.offset <= start + line.length);
    const wavy = problems.find(({ span }) => span.start >= start && span.end <= start + line.length);
    const code =
      wavy === undefined
        ? escapeXml(line)
        : `${escapeXml(line.slice(0, wavy.span.start - start))}<u>${escapeXml(line.slice(wavy.span.start - start, wavy.span.end - start))}</u>${escapeXml(line.slice(wavy.span.end - start))}`;
    const end = hint === undefined ? '' : `<i>${escapeXml(hint.label)}</i>`;
    const bulb =
      menu.length > 0 && wavy !== undefined
        ? `<b>${menu.map((one) => `<span>${escapeXml(one)}</span>`).join('')}</b>`
        : '';
    return `<div>${code === '' ? ' ' : code} ${end}${bulb}</div>`;
  });
  const told =
    problems.length === 0
      ? '<footer class="ok">✓ No problems</footer>'
      : `<footer>⚠ ${problems.map(({ message }) => escapeXml(message)).join('<br>⚠ ')}</footer>`;
  return `<style>
body { margin: 0; background: #fff; color: #1f2328; font: 15px/22px "DejaVu Sans Mono", monospace; height: 300px; position: relative; }
div { padding-left: 16px; white-space: pre; position: relative; } div:first-of-type { padding-top: 12px; }
i { color: #57606a; background: #eef1f4; font-style: normal; padding: 1px 6px; border-radius: 4px; font-size: 13px; }
u { text-decoration: underline wavy #9a6700; text-underline-offset: 3px; }
b { position: absolute; left: 120px; top: 24px; background: #fff; border: 1px solid #8c959f; border-radius: 6px; font-weight: 400; padding: 4px 0; z-index: 1; }
span { display: block; padding: 1px 14px; } span:last-child { background: #0969da; color: #fff; }
footer { position: absolute; left: 0; right: 0; bottom: 0; border-top: 1px solid #d0d7de; padding: 8px 16px; font-size: 13px; color: #7d4e00; }
.ok { color: #1a7f37; }
</style>${lines.join('')}${told}`;
}
