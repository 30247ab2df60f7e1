import type { Asked } from './experiment.js';

/** All requests of a run, and when the network broke and was healed. Times in milliseconds since the epoch. */
export interface Recorded {
  readonly asked: readonly Asked[];
  readonly broken: number;
  readonly healed: number;
}

/** A run as `netsplit observe` reads it: JSON lines in order of time, which is 0 when the first request begins. */
export function historyOf({ asked, broken, healed }: Recorded): string {
  const start = Math.min(broken, ...asked.map(({ began }) => began));
  const requests = asked.flatMap(({ client, operation: f, began, ended, access, value, answer }, i) => {
    const process = `${client}/${i}`;
    const read = access === 'read';
    const type = answer.outcome === 'ok' ? 'ok' : answer.outcome === 'unknown' ? 'info' : 'fail';
    return [
      { time: began - start, process, type: 'invoke', f, value: read ? null : value },
      { time: ended - start, process, type, f, value: read ? (answer.values ?? null) : value },
    ];
  });
  const breaks = [
    { time: broken - start, process: 'nemesis', type: 'info', f: 'start' },
    { time: healed - start, process: 'nemesis', type: 'info', f: 'stop' },
  ];
  return [...requests, ...breaks]
    .sort((a, b) => a.time - b.time)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}
