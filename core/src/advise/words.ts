import { count, faultShare, list, msText } from '../render/words/sentence.js';
import { restText, yearText } from '../render/words/share.js';
import type { Advised, AdviceRequest } from './advise.js';
import type { Amount, Measures } from './measures.js';
import { MOST_CHANGES } from './nearby.js';

/** "R=2 W=2 with the third replica in ap and a second link us–eu" */
export function designText({ changes }: Pick<Advised, 'changes'>): string {
  const [first = '', ...rest] = changes;
  return rest.length === 0 ? first : `${first} with ${list(rest)}`;
}

/**
 * A nearby design in one line: "R=2 W=2 with the third replica in ap: 99.995% answered, never stale, +38 ms, 1 more
 * replica".
 */
export function lineOf(advised: Advised, today: Measures): string {
  const { measures } = advised;
  const latency = latencyChange(measures, today);
  const parts = [
    `${holdingText(measures)} under any one fault`,
    measures.unanswered.faults === undefined
      ? `${answeredText(measures)} answered`
      : `no answer in ${answeredText(measures)}`,
    staleText(measures) === 'never' ? 'never stale' : `stale ${staleText(measures)}`,
    ...(measures.harmed.share === 0 ? [] : [harmText(measures)]),
    ...(latency === undefined ? [] : [latency]),
    ...(costText(measures, today) === '' ? [] : [costText(measures, today)]),
  ];
  return `${designText(advised)}: ${parts.join(', ')}`;
}

/** "2 of 3 hold", "1 of 3 holds, 1 not known"; of one operation "holds", "breaks" or "not known". */
export function holdingText({ tally }: Measures): string {
  const { holds, decided, undecided, 'not known': unknown } = tally;
  const all = holds + decided + undecided + unknown;
  if (all === 1) return holds === 1 ? 'holds' : unknown === 1 ? 'not known' : 'breaks';
  return `${holds} of ${all} ${holds === 1 ? 'holds' : 'hold'}${unknown === 0 ? '' : `, ${unknown} not known`}`;
}

/** "99.98%" of the time; or in how many faults there is no answer, "6 of 32 faults". */
export function answeredText({ unanswered }: Measures): string {
  return unanswered.faults === undefined ? restText(unanswered.share) : amountText(unanswered);
}

/** "never", "5.3 min a year", "in 3 of 16 faults, and while replication lags" */
export function staleText({ stale, lagging }: Measures): string {
  if (lagging === 0) return amountText(stale);
  return stale.share === 0 ? 'while replication lags' : `${amountText(stale)}, and while replication lags`;
}

/** "never", "conflict or lost 5.3 min a year" */
export function harmText({ harmed }: Measures): string {
  return harmed.share === 0 ? 'never' : `${list(harmed.verdicts)} ${amountText(harmed)}`;
}

function amountText({ share, faults }: Amount): string {
  if (share === 0) return 'never';
  return faults === undefined ? yearText(share) : faultShare(faults.some, faults.all);
}

/** "87 ms"; of several clients the mean. */
export function latencyText({ latencyMs }: Measures): string {
  return latencyMs === undefined ? 'not known' : msText(latencyMs);
}

/** "+38 ms"; undefined where it stays, or is not known. */
export function latencyChange({ latencyMs }: Measures, today: Measures): string | undefined {
  if (latencyMs === undefined || today.latencyMs === undefined) return undefined;
  const change = latencyMs - today.latencyMs;
  const text = msText(Math.abs(change));
  return text === msText(0) ? undefined : `${change > 0 ? '+' : '−'}${text}`;
}

/** "1 more replica and 1 more link"; empty where it costs as much. */
export function costText(measures: Measures, today: Measures): string {
  return list([...more(measures.replicas - today.replicas, 'replica'), ...more(measures.links - today.links, 'link')]);
}

function more(n: number, noun: string): string[] {
  return n > 0 ? [count(n, `more ${noun}`)] : [];
}

/** "up to 3 changes, 1 more replica and 1 more link, and no client waits longer than 40 ms" */
export function requestText({ replicas, links, latency }: AdviceRequest): string {
  const cost = list([...more(replicas, 'replica'), ...more(links, 'link')]);
  const limit =
    latency === undefined
      ? ''
      : `; no client may wait longer than ${msText(latency.ms)}${latency.isMore ? ' more than today' : ''}`;
  return `up to ${MOST_CHANGES} changes${cost === '' ? ', nothing more to run' : `, ${cost}`}${limit}`;
}
