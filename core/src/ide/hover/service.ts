import type { Model, Required } from '../../model/model.js';
import { vertexName } from '../../render/words/names.js';
import { bold, listed } from '../markdown.js';

/** Where its instances run, and which operations go through it. */
export function serviceHover(model: Model, index: number): string {
  const service = model.services[index];
  if (service === undefined) return '';
  const users = model.operations.filter(({ through }) => through?.includes(index)).map(({ name }) => name);
  return [
    `service ${bold(service.name)} on ${listed(service.instances.map((id) => vertexName(model, id)))}`,
    '',
    ...(service.requires === undefined ? [] : [`- requires ${requiredText(model, service.requires)}`]),
    '- holds no data: issues the steps of operations from the machine of the instance that is asked',
    `- used by ${users.length === 0 ? 'no operation' : listed(users)}`,
  ].join('\n');
}

/** What a replica or an instance needs an answer from. */
export function requiredText({ stores, services }: Model, requires: readonly Required[]): string {
  const names = requires.map(({ kind, index }) => (kind === 'store' ? stores : services)[index]?.name ?? '?');
  return `${listed(names)}: serves only while it gets an answer from ${names.length === 1 ? 'it' : 'each'}`;
}
