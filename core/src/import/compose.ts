import type { DeployedZone, ImportFormat, Note, Part, Role, Use } from './deployment.js';
import { imageName, isElector, type Product, productCalled, productNamed, tokensOf } from './products.js';
import { at, countAt, entriesAt, itemsAt, textAt, textsIn, type Document, type Tree } from './tree.js';
import { usesIn } from './uses.js';

/** A Compose file: https://github.com/compose-spec/compose-spec. A network is a zone, and a container a node. */
export const compose: ImportFormat = {
  product: 'Docker Compose',
  sign: 'services with an image or a build',
  is: ({ root }) => entriesAt(root, 'services').some(([, service]) => service.kind === 'mapping'),
  read: (documents) => {
    const services = documents.flatMap(({ file, root }) =>
      entriesAt(root, 'services').map(([name, tree]): Service => ({ name, file, tree })),
    );
    // A later file adds to an earlier one (compose.override.yaml): what both say is taken from the later.
    const last = new Map(services.map((service) => [service.name, service]));
    const parts = [...last.values()].map((service) => partOf(service, [...last.keys()]));
    return { zones: zonesOf(documents, parts), parts, areZonesConnected: false, notes: documents.flatMap(notesOf) };
  },
};

interface Service {
  readonly name: string;
  readonly file: string;
  readonly tree: Tree;
}

/** The network of the services that name none. */
const DEFAULT_NETWORK = 'default';

function partOf({ name, file, tree }: Service, names: readonly string[]): Part {
  const origin = { file, line: tree.line };
  const ports = at(tree, 'ports');
  const copies = countAt(tree, 'deploy', 'replicas') ?? countAt(tree, 'scale');
  const networks = namesAt(tree, 'networks');
  const dependencies = [...namesAt(tree, 'depends_on'), ...namesAt(tree, 'links')];
  return {
    name,
    origin,
    role: roleOf(name, file, tree),
    copies: Math.max(1, copies ?? 1),
    zones: networks.length === 0 ? [DEFAULT_NETWORK] : networks.map((network) => network.text),
    isSpread: false,
    uses: [
      ...dependencies.map(
        ({ key, text, line }): Use => ({
          part: text.split(':')[0] ?? text,
          why: { origin: { file, line }, text: key },
        }),
      ),
      ...usesIn(
        file,
        ['environment', 'command', 'entrypoint'].map((key) => at(tree, key)),
        names,
      ),
    ],
    ...(ports === undefined ? {} : { published: { file, line: ports.line } }),
  };
}

function roleOf(name: string, file: string, tree: Tree): Role {
  const image = at(tree, 'image');
  const named = textAt(tree, 'image');
  const product =
    (named === undefined ? undefined : productOf(imageName(named), at(tree, 'build'))) ?? productCalled(name);
  if (product === undefined) return { kind: 'service' };
  const settings = ['command', 'entrypoint', 'environment'].flatMap((key) => settingsIn(at(tree, key)));
  const evidence = [named ?? '', ...settings].join(' ');
  if (isElector(product, evidence)) return { kind: 'elector', product };
  const origin = { file, line: image?.line ?? tree.line };
  return {
    kind: 'store',
    product,
    evidence,
    why: { origin, text: named === undefined ? `called ${name}` : `image ${named}` },
  };
}

/** An image that the project builds is what it is called first: `postgres-ours` is a PostgreSQL, `etl-kafka` a job. */
function productOf(image: string, build: Tree | undefined): Product | undefined {
  const product = productNamed(image);
  return build === undefined || productNamed(tokensOf(image)[0] ?? '') === product ? product : undefined;
}

/** The texts of a setting, with the names of variables: `environment` is a list or a mapping. */
function settingsIn(tree: Tree | undefined): readonly string[] {
  return [...entriesAt(tree).map(([key]) => key), ...textsIn(tree).map(({ text }) => text)];
}

/** The names in a list, or the keys of a mapping. */
function namesAt(tree: Tree, key: string): readonly { key: string; text: string; line: number }[] {
  return [
    ...itemsAt(tree, key).flatMap((item) =>
      item.kind === 'scalar' ? [{ key, text: item.text, line: item.line }] : [],
    ),
    ...entriesAt(tree, key).map(([text, { line }]) => ({ key, text, line })),
  ];
}

function zonesOf(documents: readonly Document[], parts: readonly Part[]): readonly DeployedZone[] {
  const declared = documents.flatMap(({ file, root }) =>
    entriesAt(root, 'networks').map(([name, { line }]): DeployedZone => ({ name, origin: { file, line } })),
  );
  const used = parts.flatMap(({ zones, origin }) =>
    zones.map(
      (name): DeployedZone => ({
        name,
        origin,
        ...(name === DEFAULT_NETWORK ? { guess: 'no network is named, so all share one' } : {}),
      }),
    ),
  );
  const isUsed = new Set(used.map(({ name }) => name));
  const zones = [...declared.filter(({ name }) => isUsed.has(name)), ...used];
  return [...new Map(zones.toReversed().map((zone) => [zone.name, zone])).values()].toReversed();
}

function notesOf({ file, root }: Document): readonly Note[] {
  const elsewhere = ['include', 'extends'].flatMap((key) => {
    const trees = [at(root, key), ...entriesAt(root, 'services').map(([, service]) => at(service, key))];
    return trees.flatMap((tree) => (tree === undefined ? [] : [{ key, line: tree.line }]));
  });
  return elsewhere.map(({ key, line }) => ({
    origin: { file, line },
    text: `\`${key}\` is not followed: name that file, too`,
  }));
}
