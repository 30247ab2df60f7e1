import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../syntax/parse.js';
import { modelText } from './modelText.js';
import { resolve } from './resolve.js';

const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder).flatMap((name) =>
  name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : [],
);

test('the text of a model is its JSON, and so are those of its parts', () => {
  for (const text of ['', ...samples]) {
    const { model } = resolve(parse(text));
    const { whole, network, stores, operations } = modelText(model);
    expect(JSON.parse(whole)).toEqual(model);
    expect(JSON.parse(network)).toEqual({ vertices: model.vertices, links: model.links, partitions: model.partitions });
    expect(stores.map((one) => JSON.parse(one) as unknown)).toEqual(model.stores);
    expect(operations.map((one) => JSON.parse(one) as unknown)).toEqual(model.operations);
  }
});
