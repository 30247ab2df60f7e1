import type { ReplicaState } from '../../engine/replicas.js';
import type { Model, VertexId } from '../../model/model.js';
import { visible } from '../print/visible.js';
import { count, list } from '../words/sentence.js';
import { SIGNS } from '../words/signs.js';
import {
  BADGE_HEIGHT,
  BADGE_INDENT,
  CLIENT_HEIGHT,
  NAME_HEIGHT,
  roleOf,
  type Badge,
  type Placed,
  type Role,
} from './blocks.js';
import { isStopped } from './broken.js';
import { crossOut, fullName, part, text, type View } from './pieces.js';
import { drawRequests } from './requests.js';
import type { Box, Part, PartKind, PartState, Point, Shape } from './scene.js';
import { selectedServices, selectedStores } from './selection.js';
import { badgeSign, type SignedRole } from './signs.js';

export function isZone(model: Model, { vertex }: Placed): boolean {
  return model.vertices[vertex]?.kind === 'zone';
}

/** A stopped machine is never dimmed: it must be seen. */
function statesOf(view: View, id: VertexId): PartState[] {
  const { taking } = view;
  const stopped = isStopped(view.model, view.broken, id);
  return [
    ...(stopped ? (['stopped'] as const) : []),
    ...(taking === undefined || (stopped && !taking.has(id))
      ? []
      : [taking.has(id) ? ('selected' as const) : ('dimmed' as const)]),
  ];
}

export function drawZone(view: View, { vertex, box, name, lines }: Placed): Part {
  const { model, layout } = view;
  const members = model.vertices[vertex]?.kind === 'zone' ? model.vertices[vertex].members : [];
  const stopped = isStopped(view.model, view.broken, vertex);
  const bar = layout.bars.find(({ zone }) => zone === vertex)?.box;
  const strip = bar ?? { ...box, height: NAME_HEIGHT };
  const shapes: Shape[] = [
    { kind: 'box', look: 'zone-frame', radius: 8, ...box },
    { kind: 'box', look: 'zone-bar', radius: bar === undefined ? 8 : 0, ...strip },
    text('zone-name', 'middle', { x: strip.x + strip.width / 2, y: strip.y + strip.height / 2 }, name),
    ...lines.map((line, i) =>
      text(
        'small',
        'middle',
        { x: box.x + box.width / 2, y: box.y + NAME_HEIGHT + 6 + (i + 0.5) * BADGE_HEIGHT },
        line,
      ),
    ),
    ...(stopped && layout.collapsed.includes(vertex) ? crossOut(box) : []),
  ];
  const down = members.filter((id) => isStopped(view.model, view.broken, id)).length;
  const states: PartState[] = stopped
    ? ['stopped']
    : view.taking !== undefined && layout.collapsed.includes(vertex)
      ? [members.some((id) => view.taking?.has(id)) ? 'selected' : 'dimmed']
      : [];
  const says = [
    `Zone ${fullName(model, vertex)} of ${count(members.length, 'node')}`,
    stopped ? 'lost' : down > 0 ? `${down} of them stopped` : '',
  ];
  return part({ kind: 'zone', index: vertex, states }, says, shapes);
}

export function drawVertex(view: View, placed: Placed): Part {
  const kind = view.model.vertices[placed.vertex]?.kind ?? 'node';
  return kind === 'node' ? drawNode(view, placed) : drawPlace(view, placed, kind);
}

/** A router or a client: a name in a shape of its own, and what the client issues. */
function drawPlace(view: View, { vertex, box, name, requests }: Placed, kind: PartKind): Part {
  const { model } = view;
  const found = model.vertices[vertex];
  const stopped = isStopped(view.model, view.broken, vertex);
  const outline: Shape =
    kind === 'router'
      ? { kind: 'polygon', look: 'router-box', points: hexagon(box) }
      : { kind: 'box', look: 'client-box', radius: CLIENT_HEIGHT / 2, ...box };
  const where =
    found?.kind === 'client' && found.placement.kind !== 'free'
      ? `${found.placement.kind === 'zone' ? 'in zone' : 'at'} ${fullName(model, found.placement.vertex)}`
      : '';
  const issued = drawRequests(requests, box, box.y + CLIENT_HEIGHT, view.verdicts?.get(vertex));
  const via =
    found?.kind === 'client' && found.via.length > 0
      ? `asks only ${list(found.via.map((id) => fullName(model, id)))}`
      : '';
  const says = [
    `${kind === 'router' ? 'Router' : 'Client'} ${fullName(model, vertex)}${where === '' ? '' : ` ${where}`}`,
    via,
    stopped ? (kind === 'client' ? 'issues nothing' : 'stopped') : '',
    ...issued.says,
  ];
  const nameY = box.y + (requests.length === 0 ? box.height : CLIENT_HEIGHT) / 2;
  const shapes = [
    outline,
    text('name', 'middle', { x: box.x + box.width / 2, y: nameY }, name),
    ...issued.shapes,
    ...(stopped ? crossOut(box) : []),
  ];
  return part({ kind, index: vertex, states: statesOf(view, vertex) }, says, shapes);
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  leader: 'leads',
  replica: 'holds',
  observer: 'observes',
  witness: 'votes for',
  instance: 'runs',
};

function drawNode(view: View, { vertex, box, name, badges, moreBadges }: Placed): Part {
  const { model } = view;
  const stopped = isStopped(view.model, view.broken, vertex);
  const { selection } = view;
  const states = stopped ? undefined : view.replicas?.get(vertex);
  const isSelected = ({ role, index }: Badge): boolean =>
    selection !== undefined &&
    (role === 'instance' ? selectedServices(model, selection) : selectedStores(model, selection)).includes(index);
  const more =
    moreBadges === 0
      ? []
      : [
          text(
            'small',
            'start',
            { x: box.x + BADGE_INDENT, y: badgeY(box, badges.length) },
            { text: `and ${moreBadges} more` },
          ),
        ];
  const shapes: Shape[] = [
    { kind: 'box', look: 'node-box', radius: 4, ...box },
    text('name', 'middle', { x: box.x + box.width / 2, y: box.y + NAME_HEIGHT / 2 + 1 }, name),
    ...badges.flatMap((badge, i) =>
      drawBadge(
        { ...badge, state: badge.role === 'instance' ? undefined : states?.get(badge.index) },
        { x: box.x, y: badgeY(box, i), width: box.width },
        isSelected(badge),
      ),
    ),
    ...more,
    ...(stopped ? crossOut(box) : []),
  ];
  const runs = model.services.flatMap((service) =>
    service.instances.includes(vertex) ? [`${ROLE_WORDS.instance} ${visible(service.name)}`] : [],
  );
  const holds = model.stores.flatMap((store, i) => {
    const role = roleOf(model, i, vertex);
    return role === undefined ? [] : [`${ROLE_WORDS[role]} ${visible(store.name)}`];
  });
  const roles = [...runs, ...holds];
  const found = model.vertices[vertex];
  const zone = found?.kind === 'node' && found.zone !== undefined ? ` in zone ${fullName(model, found.zone)}` : '';
  const says = [
    `Node ${fullName(model, vertex)}${zone}`,
    roles.length === 0 ? '' : list(roles),
    stopped ? 'stopped' : '',
    ...[...(states?.values() ?? [])].map((state) => stateWords(model, state)),
  ];
  return part({ kind: 'node', index: vertex, states: statesOf(view, vertex) }, says, shapes);
}

function badgeY(box: Box, row: number): number {
  return box.y + NAME_HEIGHT + (row + 0.5) * BADGE_HEIGHT;
}

/** A copy, with who leads now, and what becomes of what it holds. */
function drawBadge(
  { role, name, state }: Badge & { readonly state: ReplicaState | undefined },
  { x, y, width }: Point & Pick<Box, 'width'>,
  isSelected: boolean,
): Shape[] {
  const mark = state?.discards === true ? 'lost' : state?.stale === true ? 'stale' : undefined;
  return [
    badgeSign(roleNow(role, state), x + 14, y),
    ...(mark === undefined
      ? []
      : [text(`verdict verdict-${mark}`, 'middle', { x: x + width - 13, y }, { text: SIGNS[mark] })]),
    text(
      isSelected ? 'badge badge-selected' : role === 'witness' ? 'badge badge-witness' : 'badge',
      'start',
      { x: x + BADGE_INDENT, y },
      name,
    ),
  ];
}

/** A copy that leads now has the star of a leader, wherever that was. */
function roleNow(role: Role, state: ReplicaState | undefined): SignedRole {
  switch (state?.leads) {
    case 'now':
      return 'leader';
    case 'perhaps':
      return 'candidate';
    case 'before':
      return 'former';
    default:
      return role;
  }
}

/** "metadata: led before the break, its writes are discarded" */
function stateWords(model: Model, { store, leads, stale, discards }: ReplicaState): string {
  const words = [
    ...(leads === undefined ? [] : [LEADS[leads]]),
    ...(discards ? ['its writes are discarded'] : []),
    ...(stale ? ['stale'] : []),
  ];
  return words.length === 0 ? '' : `${visible(model.stores[store]?.name ?? '?')}: ${words.join(', ')}`;
}

const LEADS: Readonly<Record<NonNullable<ReplicaState['leads']>, string>> = {
  now: 'leads now',
  perhaps: 'may lead now',
  before: 'led before the break',
};

function hexagon({ x, y, width, height }: Box): Point[] {
  const middle = y + height / 2;
  return [
    { x, y: middle },
    { x: x + 12, y },
    { x: x + width - 12, y },
    { x: x + width, y: middle },
    { x: x + width - 12, y: y + height },
    { x: x + 12, y: y + height },
  ];
}
