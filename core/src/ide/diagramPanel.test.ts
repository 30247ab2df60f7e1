import { expect, test } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { diagramPanel, diagramPicture, type PickedSelection } from './diagramPanel.js';
import { NOTHING_PICKED } from './pickedFault.js';

const TEXT = `zone us { node us1, us2 }
node eu1
link cable: us -- eu1
client app in us
store accounts on us1, eu1 { choose CP }
operation save: write accounts from app
partition atlantic { us | eu1 }
`;
const resolved = resolve(parse(TEXT));
const healthy = diagramPanel(resolved, { fault: NOTHING_PICKED }, undefined);

test('what can be picked, by name, and where it is written', () => {
  const { partitions, stores, operations, zones, links, vertices } = healthy;
  expect({ partitions, stores, operations, zones }).toEqual({
    partitions: ['atlantic'],
    stores: ['accounts'],
    operations: ['save'],
    zones: ['us'],
  });
  const written = (span: { start: number; end: number } | undefined): string | undefined =>
    span && TEXT.slice(span.start, span.end);
  expect(links.filter(({ id }) => id === 'cable').map(({ span }) => written(span))).toEqual(['link cable: us -- eu1']);
  expect(vertices.map(({ name, span }) => [name, written(span)])).toEqual(vertices.map(({ name }) => [name, name]));
});

test('the fault is drawn and compared; what is not there is left out', () => {
  const { target, scene, report } = diagramPanel(
    resolved,
    { fault: { ...NOTHING_PICKED, links: ['cable', 'gone'] } },
    undefined,
  );
  expect(target.fault).toEqual({ ...NOTHING_PICKED, links: ['cable'] });
  expect(scene.parts.filter(({ kind, states }) => kind === 'link' && states.includes('cut'))).toHaveLength(1);
  expect(report.title).toBe('cable (us–eu1) cut');
});

test.each<[PickedSelection, readonly string[]]>([
  [{ kind: 'store', name: 'accounts' }, ['us1', 'eu1']],
  [{ kind: 'operation', name: 'save' }, ['us1', 'eu1', 'app']],
  [{ kind: 'zone', name: 'us' }, ['us1', 'us2', 'app']],
  [{ kind: 'zone', name: 'us1' }, []],
  [{ kind: 'store', name: 'gone' }, []],
])('%j points out %j', (selection, names) => {
  const { target, scene, vertices } = diagramPanel(resolved, { fault: NOTHING_PICKED, selection }, undefined);
  const selected = scene.parts.filter(({ kind, states }) => kind !== 'zone' && states.includes('selected'));
  expect(selected.map(({ index }) => vertices[index]?.name).sort()).toEqual([...names].sort());
  expect(target.selection).toEqual(names.length > 0 ? selection : undefined);
});

test('the smallest causes are there as soon as there are results', () => {
  expect(healthy.causes).toBeUndefined();
  const { causes } = diagramPanel(resolved, { fault: NOTHING_PICKED }, exploreAll(resolved.model));
  expect(causes?.map(({ title }) => title).slice(0, 2)).toEqual(['us1 isolated', 'cable (us–eu1) cut']);
});

test('the picture for a file is that of the panel', () => {
  expect(diagramPicture(resolved.model, { fault: NOTHING_PICKED })).toEqual(healthy.scene);
});
