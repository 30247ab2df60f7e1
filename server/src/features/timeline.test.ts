import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type DiagramAnswer,
  type PictureAnswer,
  type PictureQuery,
  type ReportAnswer,
  Requests,
  type Timeline,
  type TimelineAnswer,
  type TimelineChoicesAnswer,
  type TimelineTarget,
} from '#protocol';
import { BANK } from '../testing/bank.js';
import { at, bundle, remove, TestClient } from '../testing/client.js';

const URI = 'file:///design/bank.cap';
const ATLANTIC = { links: [], oneWays: [], nodes: [], zones: [], partition: 'atlantic' };

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(run: (client: TestClient) => Promise<void>): Promise<void> {
  const client = await TestClient.start(folder);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

const asked = (client: TestClient, target: TimelineTarget): Promise<TimelineAnswer> =>
  client.request<TimelineAnswer>(Requests.timeline, { uri: URI, target });

async function drawn(client: TestClient, target: TimelineTarget): Promise<Timeline> {
  const answer = await asked(client, target);
  if (answer.kind === 'message') throw new Error(answer.message);
  return answer.timeline;
}

test('what can be asked about, with the worst of each', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const answer = await client.request<TimelineChoicesAnswer>(Requests.timelineChoices, { uri: URI });
    if (answer.kind === 'message') throw new Error(answer.message);
    expect(answer.choices).toHaveLength(8);
    expect(answer.choices.find(({ title }) => title === 'viewCart from traveller')?.worst).toMatch(
      /^stale until the heal /,
    );
  }));

test('without a client and a fault, the smallest cause of the worst, as soon as it is known', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const { target, title, steps, scene, report, ranges, causes } = await drawn(client, { operation: 'viewCart' });
    expect(target).toMatchObject({
      operation: 'viewCart',
      outcome: { verdict: 'stale', howLong: 'heal', phase: 'settled' },
    });
    expect(title).toMatch(/^viewCart from \w+ when .* isolated: stale until the heal$/);
    expect(causes.map((one) => one.title).slice(0, 2)).toEqual(['no fault', 'atlantic']);
    expect(causes.length).toBeGreaterThan(2);
    expect(steps).toHaveLength(scene.parts.filter(({ kind }) => kind === 'step').length);
    expect(ranges[0]).toHaveLength(steps.length);
    expect(report.sections[0]?.table?.rows).toHaveLength(steps.length);
    expect(steps.filter(({ isHarm }) => isHarm)).toHaveLength(1);
  }));

test('a run under a named fault waits for nothing; its steps point at what they are about; the other outcomes can be asked for', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const { steps, outcomes, target } = await drawn(client, {
      operation: 'balance',
      client: 'traveller',
      fault: ATLANTIC,
    });
    const refused = steps.find(({ label }) => label.includes('balance from traveller'));
    expect(refused?.range?.start).toEqual(at(BANK, 'operation balance:  read', 'operation balance:  '.length));
    const broken = steps.find(({ label }) => label.includes('the network breaks'));
    expect(broken?.range?.start).toEqual(at(BANK, 'partition atlantic', 'partition '.length));
    expect(outcomes.map(({ title }) => title)[0]).toBe('error');
    expect(target.outcome).toEqual(outcomes[0]?.outcome);
    const last = outcomes.at(-1)?.outcome;
    if (last === undefined) throw new Error('nothing can happen');
    expect(
      (await drawn(client, { operation: 'balance', client: 'traveller', fault: ATLANTIC, outcome: last })).target
        .outcome,
    ).toEqual(last);
  }));

test('every verdict of the matrix, and of the table beside a picture, leads to the run that ends in it', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const matrix = await client.request<ReportAnswer>(Requests.report, { kind: 'all', uri: URI });
    const diagram = await client.request<DiagramAnswer>(Requests.diagram, { uri: URI, fault: ATLANTIC });
    if (matrix.kind === 'message' || diagram.kind === 'message') throw new Error('there is no report');
    let runs = 0;
    for (const { report, runs: targets } of [matrix, diagram.diagram]) {
      for (const [s, { table }] of report.sections.entries()) {
        for (const [r, { cells }] of (table?.rows ?? []).entries()) {
          for (const [c, { verdict, howLong }] of cells.entries()) {
            const target = targets[s]?.[r]?.[c] ?? null;
            expect(target === null).toBe(verdict === undefined);
            if (target === null) continue;
            const shown = await drawn(client, target);
            expect({
              target,
              shown: [
                shown.target.operation,
                shown.target.client,
                shown.target.fault,
                shown.target.outcome?.verdict,
                shown.target.outcome?.howLong,
              ],
            }).toEqual({ target, shown: [target.operation, target.client, target.fault, verdict, howLong] });
            runs++;
          }
        }
      }
    }
    expect(runs).toBeGreaterThan(40);
  }));

test('pictures as files: light or dark as the reader likes it, or light for pixels', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const { target } = await drawn(client, { operation: 'balance', client: 'traveller', fault: ATLANTIC });
    const asked = async (query: PictureQuery): Promise<string> => {
      const answer = await client.request<PictureAnswer>(Requests.picture, query);
      if (answer.kind === 'message') throw new Error(answer.message);
      const { svg, width, height } = answer;
      expect(svg).toContain(`width="${width}" height="${height}"`);
      return svg;
    };
    const timeline = await asked({ of: { kind: 'timeline', query: { uri: URI, target } }, format: 'svg' });
    expect(timeline).toContain('Timeline of balance from traveller under partition atlantic: error.');
    expect(timeline).toContain('prefers-color-scheme: dark');
    expect(await asked({ of: { kind: 'timeline', query: { uri: URI, target } }, format: 'png' })).not.toContain(
      'prefers-color-scheme',
    );
    const diagram = await asked({
      of: { kind: 'diagram', query: { uri: URI, fault: ATLANTIC, selection: { kind: 'store', name: 'cart' } } },
      format: 'svg',
    });
    expect(diagram).toMatch(/class="node [^"]*selected/);
    expect(diagram).toMatch(/class="side/);
    expect(
      await client.request(Requests.picture, {
        of: { kind: 'diagram', query: { uri: 'file:///no.cap', fault: ATLANTIC } },
        format: 'svg',
      }),
    ).toMatchObject({ kind: 'message' });
  }));

test('nothing that can’t be seen reaches the screen, and what is picked is picked by its name', () =>
  withServer(async (client) => {
    const hidden = '\u202Ex\u200B';
    await client.open(
      URI,
      `node a, b\nlink a -- b\nclient "${hidden}" at a\nstore s on a, b { choose CP }\noperation o: read s from "${hidden}"\npartition "${hidden}" { a | b }\n`,
    );
    const fault = { ...ATLANTIC, partition: hidden };
    const shown = await drawn(client, { operation: 'o', client: hidden, fault });
    expect(shown.target).toMatchObject({ client: hidden, fault });
    expect(shown.title).toBe('o from ⟨U+202E⟩x⟨U+200B⟩ under partition ⟨U+202E⟩x⟨U+200B⟩: error');
    const choices = await client.request<TimelineChoicesAnswer>(Requests.timelineChoices, { uri: URI });
    const texts = JSON.stringify([
      shown.title,
      shown.requests.map(({ title }) => title),
      shown.causes.map(({ title }) => title),
      shown.outcomes,
      shown.steps,
      shown.scene,
      shown.report,
      choices.kind === 'choices' ? choices.choices.map(({ title, worst }) => title + worst) : choices,
    ]);
    expect(texts).not.toMatch(/[\u202E\u200B]/);
  }));

test('what is not there any more is said in words', () =>
  withServer(async (client) => {
    expect(await asked(client, { operation: 'pay' })).toMatchObject({
      kind: 'message',
      message: expect.stringMatching(/not open/) as string,
    });
    await client.open(URI, BANK);
    expect(await asked(client, { operation: 'pay', client: 'nobody', fault: ATLANTIC })).toEqual({
      kind: 'message',
      message: 'There is no pay from nobody in the design any more. “Netsplit: Show Timeline…” shows another run.',
    });
    await client.change(URI, { text: 'node a' });
    const nothing = {
      kind: 'message',
      message:
        'No client issues an operation yet, so there is nothing to show. Write one: `operation o: read STORE from CLIENT`.',
    };
    expect(await asked(client, { operation: 'pay' })).toEqual(nothing);
    expect(await client.request(Requests.timelineChoices, { uri: URI })).toEqual(nothing);
    await client.change(URI, {
      text: 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CP }\noperation o: read s from c\n',
    });
    expect(await asked(client, { operation: 'o', client: 'c', fault: { ...ATLANTIC, nodes: ['a'] } })).toMatchObject({
      kind: 'message',
      message: expect.stringMatching(
        /^Nothing is known about o from c when a is stopped: nothing is asked from there/,
      ) as string,
    });
  }));
