import type { Service, VertexId } from '../model/model.js';
import type { Performed } from './clients.js';
import { OUTCOME, type Run } from './run.js';
import { getsAnswers, gotAnswersBefore } from './requires.js';
import type { Request } from './script.js';
import type { About } from './trace.js';

/** A request on its way through services. */
export interface OnItsWay {
  readonly request: Request;
  readonly services: readonly Service[];
  /** The nodes in the order in which a vertex asks them. */
  order(from: VertexId, nodes: readonly VertexId[]): readonly VertexId[];
}

/**
 * Sends a request from its client from service to service. An instance of the last one works on it, or the client where
 * there is no service; `isHeard`: an answer gets back to the client. Answers travel back the same way.
 */
export function passOn(
  run: Run,
  { request, services, order }: OnItsWay,
  work: (issuer: VertexId, isHeard: boolean) => Performed | 'refused',
): Performed | 'refused' {
  const { model } = run.of;
  const operation = model.operations[request.operation];
  const silence = operation?.steps.some(({ access }) => access === 'write') === true ? 'unknown' : 'error';
  const about: About = { asked: { operation: request.operation, step: 0 } };

  const ask = (sender: VertexId, level: number, wayBack: boolean): Performed | 'refused' => {
    const service = services[level];
    if (service === undefined) return work(sender, wayBack);
    let isFirst = true;
    const instances = order(sender, service.instances);
    for (const instance of instances) {
      const contact = run.contact(sender, instance, () => instances);
      const returns = contact === 'open';
      const who = level === 0 ? run.requestName(request) : run.name(sender);
      const asks = isFirst ? `${who} asks` : `${run.name(sender)} tries the next one and asks`;
      isFirst = false;
      run.log.message(
        { from: sender, to: instance, arrives: returns || contact === 'deaf' },
        () => `${asks} ${service.name} at ${run.name(instance)}`,
        about,
      );
      if (contact === 'waits') {
        run.log.event(sender, () => `${run.name(sender)} hears nothing and gives up`, level === 0 ? OUTCOME : about);
        return silence;
      }
      if (contact === 'unreached') continue;
      const result = serves(run, service, instance) ? ask(instance, level + 1, wayBack && returns) : 'refused';
      run.log.message(
        { from: instance, to: sender, arrives: returns },
        () => answerText(run, service, instance, result),
        about,
      );
      if (!returns) {
        run.log.event(sender, () => `${run.name(sender)} hears nothing and gives up`, level === 0 ? OUTCOME : about);
        return result === 'partial' ? result : silence;
      }
      if (result !== 'refused') return result;
    }
    run.log.event(sender, () => `${run.name(sender)} has no instance of ${service.name} left to ask`, about);
    return 'refused';
  };
  return ask(request.client, 0, true);
}

/** Does an instance get the answers that its service requires? */
function serves({ of, members, log, instancesNoticed }: Run, { requires = [] }: Service, instance: VertexId): boolean {
  return log.phase === 'healthy' || !instancesNoticed
    ? gotAnswersBefore(of, instance, requires)
    : getsAnswers(of, members, instance, requires);
}

function answerText(run: Run, service: Service, instance: VertexId, result: Performed | 'refused'): string {
  const who = `${service.name} at ${run.name(instance)}`;
  if (result === 'refused') return `${who} refuses`;
  if (typeof result === 'object') return `${who} answers`;
  if (result === 'partial') return `${who} answers that it was done in part`;
  return result === 'error'
    ? `${who} answers with an error`
    : `${who} does not know what has become of it, and says so`;
}
