import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze, checkJson, verdictsUnder, type Analysis } from '#core';
import { describe, expect, test } from 'vitest';
import { placeOf } from './place.js';
import { countsOfJson, countsOfText, printed } from './testing/counts.js';
import { cliDiagnostics, runCli } from './testing/runCli.js';
import { HEALTHY } from '../../core/src/network/fault.js';

const folder = path.resolve(import.meta.dirname, '../../samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.cap'));
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/**
 * The point of each story, drawn: the verdicts of these requests under a partition. A verdict for the lag has a `~`.
 */
const DRAWN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'skeleton.cap': { ocean: ['pay ann ok', 'pay bob error', 'balance ann ok', 'balance bob error'] },
  'bank.cap': {
    atlantic: [
      'withdraw teller ok',
      'withdraw traveller unknown',
      'balance teller ok',
      'balance traveller error',
      'addItem teller conflict',
      'addItem traveller conflict',
      'viewCart teller stale',
      'viewCart traveller stale',
    ],
  },
  'cart.cap': {
    atlantic: [
      'addToLastWins anna conflict',
      'addToBothStay ben conflict',
      'addToAddsUp anna conflict',
      'viewCart ben stale',
      'wish annaAtHome ok',
      'seeOwnWish annaAtHome ok',
    ],
  },
  'one-store-two-levels.cap': { noCable: ['priceToPay clerk error', 'priceOnShelf clerk stale', 'newPrice office ok'] },
  'two-region-shop.cap': {
    ocean: [
      'checkout shopperUs ok',
      'checkout shopperEu error',
      'browse shopperEu stale',
      'addToCart shopperUs conflict',
      'trackOrder shopperEu error',
    ],
  },
  'dynamo-quorum.cap': {
    split: [
      'putStrict app error',
      'putStrict api ok',
      'getStrict api ok',
      'putSloppy app conflict',
      'getSloppy app stale',
      'putSingle app conflict',
    ],
  },
  'async-primary-failover.cap': {
    primaryAlone: ['save app lost', 'load app dirty', 'saveSafely app error', 'saveSafely batch ok'],
    primaryDown: ['save batch lost', 'saveSafely batch ok'],
  },
  // Shares of time: its expectations say them.
  'how-often.cap': {},
  // Times: its expectations say them.
  'how-long.cap': {},
  'witness.cap': {
    noCable: ['putTwo appEast error', 'putTwo appWest error', 'putBad appWest ok'],
    westLost: ['putTwo appEast error', 'putGood appEast ok', 'putBad appEast error'],
    eastAlone: ['putGood appWest ok'],
  },
  'mongodb-arbiter.cap': {
    primaryAlone: ['orderFast shop lost', 'orderSafe app unknown', 'orderThree app ok'],
    copyAlone: ['orderSafe shop unknown', 'orderThree shop ok'],
  },
  'regions-consensus.cap': { apAlone: ['price shopperAp error', 'price shopperUs ok', 'setPrice shopperUs ok'] },
  'regions-local.cap': { apAlone: ['price shopperAp stale', 'price shopperUs ok', 'setPrice shopperUs ok'] },
  'kafka-in-sync.cap': {
    leaderAlone: ['payment till error', 'payment kiosk ok', 'click till lost'],
    followersLost: ['payment till error', 'paymentOne till ok'],
  },
  'incident-github-2018-10-21.cap': {
    maintenance: [
      'comment webEast lost',
      'readComments webEast dirty',
      'commentManual webEast ok',
      'commentManual webWest error',
    ],
  },
  'incident-cloudflare-2020-11-02.cap': {
    halfDeadSwitch: [
      'claim controller1 error',
      'claim controller2 ok',
      'claim controller3 ok',
      'check controller1 error',
      'look dashboard ok',
    ],
  },
  'incident-pagerduty-2013-04-13.cap': { april13: ['dispatch workerLinode error', 'dispatchAsDrawn workerDrawn ok'] },
  'cache-in-front.cap': {
    databaseAlone: [
      'readDb web error',
      'readAside web stale',
      'readKept web stale',
      'readExpires web error',
      'reprice admin ok',
    ],
    cacheDown: ['readAside web ok', 'readKept web error', 'readExpires web ok'],
  },
  'outbox.cap': {
    queueAway: ['placeBoth shopper partial', 'place shopper ok', 'publish relay error', 'handle worker error'],
  },
  'three-services.cap': {
    westAway: [
      'browse browserEast ok',
      'browse browserWest stale',
      'track browserEast ok',
      'track browserWest error',
      'pay browserEast ok',
      'pay browserWest error',
    ],
    instancesGo: ['browse browserEast ~stale', 'track browserEast ok', 'pay browserEast ok'],
  },
  'read-replica.cap': {
    ocean: ['post shopUs ok', 'skim readerEu stale', 'skim shopUs ok', 'recent readerEu error', 'check readerEu error'],
    replicaDown: ['post shopUs ok', 'skim readerEu ok', 'recent readerEu ok', 'check readerEu ok'],
  },
  'postgresql-patroni.cap': {
    primaryAlone: [
      'save appA lost',
      'save appB lost',
      'saveSync appA error',
      'saveSync appB ok',
      'load appA dirty',
      'load appB ok',
    ],
    standbyToo: ['saveSync appA error', 'saveSync appB error', 'browse appB stale'],
  },
  'kubernetes-control-plane.cap': {
    zoneAway: [
      'apply admin ok',
      'heartbeat kubelet1 unknown',
      'heartbeat kubelet2 ok',
      'runPods kubelet1 stale',
      'runPods kubelet2 ~stale',
    ],
  },
  'cdn.cap': {
    originAway: ['publish editor ok', 'prices visitor error', 'articles visitor stale'],
    edgesDown: ['prices visitor ok', 'articles visitor error'],
  },
  'disaster-recovery.cap': {
    powerCut: ['saveTwo app error', 'saveAsync app error', 'saveSync app error', 'saveThree app ok'],
    fire: ['saveTwo app lost', 'saveAsync app lost', 'saveSync app error', 'saveThree app ok'],
  },
  'incident-patroni-2023-01-12.cap': {
    apart: ['buy web1 ok', 'buy web2 error', 'buy web3 ok', 'browse web2 stale', 'buyProxied web2 ok'],
  },
  'incident-cloudflare-2023-11-02.cap': {
    powerLost: ['look customer ok', 'change customer error', 'changeRepaired customer ok', 'visit visitor ~stale'],
    otherLost: ['change customer ok'],
  },
  'incident-elasticsearch-2016-08-17.cap': {
    primaryAlone: [
      'index reader error',
      'index editor ok',
      'read reader dirty',
      'read editor ok',
      'readAsked reader error',
    ],
  },
};

function under({ resolved: { model } }: Analysis, name: string): string[] {
  const partition = model.partitions.findIndex((one) => one.name === name);
  return verdictsUnder(model, { ...HEALTHY, partition }).map(({ operation, client, verdict }) => {
    const [worst] = verdict.outcomes;
    const word = verdict.silent ? 'silent' : `${worst?.howLong === 'lag' ? '~' : ''}${worst?.verdict ?? '?'}`;
    return `${model.operations[operation]?.name ?? '?'} ${model.vertices[client]?.name ?? '?'} ${word}`;
  });
}

/** By name; each is made once. */
const analyses = new Map<string, Analysis>();

function analysed(name: string): Analysis {
  return analyze(read(name), {}, placeOf({ today: '2026-01-01', cwd: folder }, name));
}

test('every sample has its verdicts drawn here', () => {
  expect(samples.sort()).toEqual(Object.keys(DRAWN).sort());
});

describe.each(samples)('%s', (name) => {
  const text = read(name);
  const analysis = analysed(name);
  analyses.set(name, analysis);

  test('is without mistakes, and says nothing that is not needed', () => {
    const mistakes = analysis.diagnostics.filter(
      ({ severity, code }) => severity === 'error' || code === 'accept-unneeded' || !code.startsWith('op-'),
    );
    expect(mistakes.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('states its point as expectations, and all of them hold', () => {
    expect(analysis.results.expectations.length).toBeGreaterThan(0);
    expect(analysis.results.expectations.filter(({ status }) => status !== 'holds')).toEqual([]);
  });

  test('gets the verdicts that are drawn', () => {
    for (const [partition, rows] of Object.entries(DRAWN[name] ?? {}))
      expect(under(analysis, partition)).toEqual(expect.arrayContaining([...rows]));
  });

  test('is a story: a title, and what to look at or what happened', () => {
    expect(text).toMatch(/^\/\/ \S.*\n\/\/\n/);
    expect(text).toMatch(/What to look at|The cause as a verdict/);
  });

  test('gets from the command line what the editor is told', async () => {
    const [file] = checkJson([{ file: '<stdin>', ...analysis }], '', 0).files;
    expect(await cliDiagnostics(text, folder)).toEqual(JSON.parse(JSON.stringify(file?.diagnostics)));
  });
});

test('an incident cites its report', () => {
  for (const name of samples.filter((one) => one.startsWith('incident-')))
    expect(read(name), name).toMatch(/^\/\/ https:\/\/\S+$/m);
});

test('all samples at once, as a gate runs them: the text counts what the JSON counts', async () => {
  const { code, out } = await runCli(['check', 'samples/*.cap'], { cwd: path.dirname(folder) });
  expect(code).toBe(0);
  const json = checkJson(
    [...samples].sort().map((name) => ({ file: name, ...(analyses.get(name) ?? analysed(name)) })),
    '',
    code,
  );
  expect(json.summary.expectations.holds).toBeGreaterThan(samples.length);
  expect(countsOfText(out)).toEqual(countsOfJson(json));
  expect(printed(out, 'warning')).toBe(json.summary.warnings);
});

test('every sample stands once in the order in which samples teach', () => {
  const order = JSON.parse(read('order.json')) as readonly { readonly samples: readonly string[] }[];
  expect(order.flatMap((chapter) => chapter.samples).sort()).toEqual(samples.toSorted());
  expect(order[0]?.samples).toEqual(['skeleton.cap', 'bank.cap', 'one-store-two-levels.cap']);
});

test.each(samples)('%s: no problem is left, only hints: what breaks was decided', (name) => {
  const { diagnostics } = analyze(read(name), {}, placeOf({ today: '2026-01-01', cwd: folder }, name));
  expect(diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
});
