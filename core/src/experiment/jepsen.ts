import { byReceiver, type Experiment, type ExperimentFormat, type Machine } from './format.js';
import { asciiJson } from './quoting.js';

/** The operations of a nemesis: a grudge for `jepsen.nemesis/partitioner`, and what is killed and started again. */
export const jepsen: ExperimentFormat = {
  name: 'jepsen',
  ending: 'jepsen.edn',
  what: 'operations of a nemesis for Jepsen, in EDN',
  field: 'node',
  of: 'machines',
  stops: true,
  write: (experiment) => `${experiment.comment.map((line) => (line === '' ? ';;' : `;; ${line}`)).join('\n')}
;;
;; :break and :heal are operations for a nemesis that composes {:start-partition :start, :stop-partition :stop} of
;; (jepsen.nemesis/partitioner) with :kill and :start of the processes. A grudge maps a node to those that it doesn't hear.
{:name ${asciiJson(experiment.slug)}
 :break [${breakOf(experiment).join('\n         ')}]
 :heal [${healOf(experiment).join('\n        ')}]}
`,
};

function breakOf(experiment: Experiment): string[] {
  const entries = byReceiver(experiment).map(({ to, from }) => `${nodeOf(to)} #{${from.map(nodeOf).join(' ')}}`);
  const { stopped } = experiment;
  return [
    ...(entries.length > 0 ? [`{:type :info, :f :start-partition, :value {${entries.join(', ')}}}`] : []),
    ...(stopped.length > 0 ? [`{:type :info, :f :kill, :value [${stopped.map(nodeOf).join(' ')}]}`] : []),
  ];
}

function healOf({ drops, stopped }: Experiment): string[] {
  return [
    ...(drops.length > 0 ? ['{:type :info, :f :stop-partition}'] : []),
    ...(stopped.length > 0 ? [`{:type :info, :f :start, :value [${stopped.map(nodeOf).join(' ')}]}`] : []),
  ];
}

function nodeOf({ target, name }: Machine): string {
  return asciiJson(target.node ?? name);
}
