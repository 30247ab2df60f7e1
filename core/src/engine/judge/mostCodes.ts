import type { Model, Operation, Step } from '../../model/model.js';
import { codesOf, ERROR, OK } from '../code.js';
import { schemeOf } from '../replication/index.js';
import type { Situations } from './situations.js';

/**
 * The codes that an operation can have at most, as a mask, while messages pass both ways or not at all and all disks
 * are kept: who has found all of them need not look further. Undefined: not known.
 */
export function mostCodes({ model, areIndependent }: Situations, operation: Operation): number | undefined {
  return !areIndependent && isServedOrNot(model, operation) ? (1 << OK) | (1 << ERROR) : undefined;
}

/**
 * Once the break has settled, is an operation ok or an error and nothing else, whatever others write, in such a
 * network? False if that is not known.
 */
export function isServedOrNot(model: Model, { steps, through }: Operation): boolean {
  const [step, ...more] = steps;
  const store = model.stores[step?.store ?? -1];
  if (step === undefined || store === undefined || more.length > 0 || through !== undefined) return false;
  return store.requires === undefined && store.onPartition.kind === 'error' && harmsNoData(model, step);
}

const HARM_OF_READ = codesOf('stale') | codesOf('dirty');
const HARM_OF_WRITE = codesOf('conflict') | codesOf('lost');

/**
 * The codes of harmed data that an operation can have at most in any network, as a mask: what is not among them need
 * not be looked for. `keepsDisks`: no disk is destroyed.
 */
export function mostHarm(model: Model, { steps }: Pick<Operation, 'steps'>, keepsDisks: boolean): number {
  const ofSteps = steps.map((step) => (keepsDisks && harmsNoData(model, step) ? 0 : harmOf(step)));
  return ofSteps.reduce((all, codes) => all | codes, steps.length > 1 ? codesOf('partial') : 0);
}

function harmsNoData({ stores }: Model, step: Step): boolean {
  const store = stores[step.store];
  return store?.from === undefined && store !== undefined && schemeOf(store).worth.harmsNoData?.(store, step) === true;
}

function harmOf({ access }: Step): number {
  return access === 'read' ? HARM_OF_READ : HARM_OF_WRITE;
}
