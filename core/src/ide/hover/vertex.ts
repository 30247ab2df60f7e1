import { copiesOf } from '../../model/levels.js';
import type { Model, Store, Vertex, VertexId } from '../../model/model.js';
import { schemeOf } from '../../model/schemes/index.js';
import { HEALTHY } from '../../network/fault.js';
import { count, shortList } from '../../render/words/sentence.js';
import { vertexName } from '../../render/words/names.js';
import type { LinkTo } from '../action.js';
import { asText, bold, listed, MOST_LISTED } from '../markdown.js';
import { underText } from './under.js';

/** A node, zone, router or client: where it stands, what depends on it, and what happens without it. */
export function vertexHover(model: Model, id: VertexId, linkTo: LinkTo): string {
  const vertex = model.vertices[id];
  if (vertex === undefined) return '';
  switch (vertex.kind) {
    case 'node':
      return nodeHover(model, id, vertex, linkTo);
    case 'zone':
      return zoneHover(model, id, vertex, linkTo);
    case 'router':
      return routerHover(model, id, vertex.name, linkTo);
    case 'client':
      return clientHover(model, id, vertex);
  }
}

function nodeHover(model: Model, id: VertexId, node: Extract<Vertex, { kind: 'node' }>, linkTo: LinkTo): string {
  const roles = model.stores.flatMap((store) => roleOf(store, id));
  const clients = model.vertices.filter(
    (vertex) => vertex.kind === 'client' && vertex.placement.kind === 'node' && vertex.placement.vertex === id,
  );
  const pinned = model.vertices.filter((vertex) => vertex.kind === 'client' && vertex.via.includes(id));
  const runs = model.services.flatMap(({ name, instances }) => (instances.includes(id) ? [asText(name)] : []));
  const dependents = [
    ...(runs.length > 0 ? [`runs ${shortList(runs, MOST_LISTED)}`] : []),
    ...(roles.length > 0 ? [shortList(roles, MOST_LISTED)] : ['holds no data']),
    ...(clients.length > 0 ? [`clients on it: ${listed(clients.map(({ name }) => name))}`] : []),
    ...(pinned.length > 0 ? [`pinned to it: ${listed(pinned.map(({ name }) => name))}`] : []),
  ];
  const under = underText(model, { ...HEALTHY, stopped: [id] }, linkTo);
  const where = node.zone === undefined ? '' : ` in zone ${asText(vertexName(model, node.zone))}`;
  return [
    `node ${bold(node.name)}${where} · ${dependents.join(' · ')}`,
    ...(under === '' ? [] : ['', 'If it stops:', under]),
  ].join('\n');
}

function roleOf(store: Store, id: VertexId): string[] {
  const name = asText(store.name);
  if (store.witnesses.includes(id)) return [`votes for ${name} (witness)`];
  if ((store.observers ?? []).some(({ node }) => node === id)) return [`holds ${name} without a vote (observer)`];
  if (!store.replicas.includes(id)) return [];
  const scheme = schemeOf(store.replication);
  return [scheme.leader(store.replication) === id ? `${scheme.leads?.name ?? ''} of ${name}` : `holds ${name}`];
}

function zoneHover(model: Model, id: VertexId, zone: Extract<Vertex, { kind: 'zone' }>, linkTo: LinkTo): string {
  const clients = model.vertices.filter(
    (vertex) => vertex.kind === 'client' && vertex.placement.kind === 'zone' && vertex.placement.vertex === id,
  );
  const stores = model.stores.filter((store) =>
    zone.members.some((member) => copiesOf(store).includes(member) || store.witnesses.includes(member)),
  );
  const facts = [
    zone.members.length === 0 ? 'no nodes' : `nodes ${listed(zone.members.map((member) => vertexName(model, member)))}`,
    ...(stores.length > 0 ? [`stores ${listed(stores.map(({ name }) => name))}`] : []),
    ...(clients.length > 0 ? [`clients ${listed(clients.map(({ name }) => name))}`] : []),
  ];
  const under = underText(model, { ...HEALTHY, zones: [id] }, linkTo);
  return [
    `zone ${bold(zone.name)} · ${facts.join(' · ')}`,
    ...(under === '' ? [] : ['', 'If it is lost whole:', under]),
  ].join('\n');
}

function routerHover(model: Model, id: VertexId, name: string, linkTo: LinkTo): string {
  const links = model.links.flatMap((link, i) => (link.a === id || link.b === id ? [i] : []));
  const under = links.length === 0 ? '' : underText(model, { ...HEALTHY, links }, linkTo);
  const facts = `forwards, holds no data · ${links.length === 0 ? 'no links' : count(links.length, 'link')}`;
  return [`router ${bold(name)} · ${facts}`, ...(under === '' ? [] : ['', 'If all its links are cut:', under])].join(
    '\n',
  );
}

function clientHover(model: Model, id: VertexId, client: Extract<Vertex, { kind: 'client' }>): string {
  const { placement } = client;
  const where =
    placement.kind === 'free'
      ? 'attached by its own links'
      : `${placement.kind === 'zone' ? 'on the network of' : 'on the machine'} ` +
        `${asText(vertexName(model, placement.vertex))}`;
  const via =
    client.via.length > 0
      ? `asks ${listed(client.via.map((node) => vertexName(model, node)))} only`
      : 'asks the nearest replica in reach first';
  const operations = model.operations.filter((operation) => operation.clients.includes(id)).map(({ name }) => name);
  return (
    `client ${bold(client.name)} · ${where} · ` +
    `${via}\n\n${operations.length === 0 ? 'Issues no operation.' : `Issues ${listed(operations)}.`}`
  );
}
