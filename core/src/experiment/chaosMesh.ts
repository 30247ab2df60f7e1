import type { Experiment, ExperimentFormat, Machine } from './format.js';
import { asciiJson, hashComment } from './quoting.js';

/** How long the objects break something if nobody deletes them; Chaos Mesh asks for it where pods fail. */
const AT_MOST = '1h';

/**
 * Objects of Chaos Mesh 2: a NetworkChaos for each pair of machines, a PodChaos for each that stands still. They are
 * JSON, which is YAML that no version reads in another way.
 */
export const chaosMesh: ExperimentFormat = {
  name: 'chaos-mesh',
  ending: 'chaos-mesh.yaml',
  what: 'objects for Chaos Mesh in Kubernetes',
  field: 'pods',
  of: 'machines',
  stops: true,
  write: (experiment) => `${hashComment(experiment.comment)}
#
# kubectl apply -f THIS   and later   kubectl delete -f THIS; without it, the break ends after ${AT_MOST}.
${[...networkOf(experiment), ...podsOf(experiment)].map((object) => `---\n${asciiJson(object)}\n`).join('')}`,
};

/** One object as the API server reads it. */
interface ChaosObject {
  readonly apiVersion: string;
  readonly kind: 'NetworkChaos' | 'PodChaos';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

function networkOf({ drops, slug }: Experiment): ChaosObject[] {
  const isDropped = (from: Machine, to: Machine): boolean => drops.some((drop) => drop.from === from && drop.to === to);
  // Two directions are one object, at the place of the first.
  const pairs = drops.filter(({ from, to }, i) => !drops.slice(0, i).some((one) => one.from === to && one.to === from));
  return pairs.map(({ from, to }, i) => ({
    ...headOf('NetworkChaos', `${slug}-${i + 1}`, from),
    spec: {
      action: 'partition',
      mode: 'all',
      selector: selectorOf(from),
      direction: isDropped(to, from) ? 'both' : 'to',
      target: { mode: 'all', selector: selectorOf(to) },
      duration: AT_MOST,
    },
  }));
}

function podsOf({ stopped, slug }: Experiment): ChaosObject[] {
  return stopped.map((machine, i) => ({
    ...headOf('PodChaos', `${slug}-stop-${i + 1}`, machine),
    spec: { action: 'pod-failure', mode: 'all', selector: selectorOf(machine), duration: AT_MOST },
  }));
}

function headOf(kind: ChaosObject['kind'], name: string, { target }: Machine): Omit<ChaosObject, 'spec'> {
  return {
    apiVersion: 'chaos-mesh.org/v1alpha1',
    kind,
    metadata: { name: `netsplit-${name}`, namespace: target.pods?.namespace ?? '' },
  };
}

function selectorOf({ target: { pods } }: Machine): object {
  return { namespaces: [pods?.namespace], labelSelectors: pods?.labels };
}
