import type { Model, VertexId } from '../../model/model.js';
import { roleOf, type Role } from './blocks.js';
import { isStopped, type Broken } from './broken.js';

/**
 * The signs in a picture made of text: a star leads, a dot holds a copy, an open dot holds one and has no vote, an open
 * diamond votes and holds none, a triangle runs a service.
 */
const SIGNS: Readonly<Record<Role, string>> = { leader: '★', replica: '●', observer: '○', witness: '◇', instance: '▷' };

/**
 * The lines in the box of a vertex: its name and state, then its services and stores. `escaped` is applied to names
 * only.
 */
export function captions(model: Model, broken: Broken, id: VertexId, escaped: (name: string) => string): string[] {
  const sides = broken.splits.flatMap((split, i) =>
    split.has(id) ? [`side ${broken.splits.length > 1 ? `${i + 1}.` : ''}${(split.get(id) ?? 0) + 1}`] : [],
  );
  const stop = isStopped(model, broken, id) ? '✕ ' : '';
  const side = sides.length === 0 ? '' : ` – ${sides.join(', ')}`;
  const name = `${stop}${escaped(model.vertices[id]?.name ?? '?')}${side}`;
  const stores = model.stores.flatMap((store, i) => {
    const role = roleOf(model, i, id);
    return role === undefined ? [] : [`${SIGNS[role]} ${escaped(store.name)}`];
  });
  const services = model.services.flatMap((service) =>
    service.instances.includes(id) ? [`${SIGNS.instance} ${escaped(service.name)}`] : [],
  );
  return [name, ...services, ...stores];
}
