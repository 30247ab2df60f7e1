import { NETWORK } from '../../checks/network.js';
import { STORE } from '../../checks/store.js';
import type { Statement } from '../../syntax/ast.js';
import type { Operation } from '../model.js';
import { nameText } from '../nameText.js';
import type { LinksByEnd } from './links.js';
import type { Places } from './places.js';
import { quote, type Scope } from './scope.js';
import type { ServicePart } from './service.js';
import type { StorePart } from './store/store.js';

/** A client that issues operations, is nowhere, and has no link although links are written. */
export function reportUnconnectedClients(
  statements: readonly Statement[],
  scope: Scope,
  places: Places,
  { links, operations }: { readonly links: LinksByEnd; readonly operations: readonly Operation[] },
): void {
  if (!statements.some(({ kind }) => kind === 'link' || kind === 'mesh')) return;
  const issuing = new Set(operations.flatMap(({ clients }) => clients));
  places.all.forEach(({ vertex, entry }, id) => {
    if (vertex.kind !== 'client' || vertex.placement.kind !== 'free') return;
    if (links.at(id).length > 0 || !issuing.has(id)) return;
    scope.report(
      NETWORK.unconnectedClient,
      entry.word.span,
      `No link leads to ${quote(vertex.name)}: write \`link ${nameText(vertex.name)} -- …\`, ` +
        'or say where it is with `in` or `at`.',
    );
  });
}

/** Stores and services that no operation uses. */
export function reportLonely(
  { stores, services }: { readonly stores: readonly StorePart[]; readonly services: readonly ServicePart[] },
  scope: Scope,
): void {
  for (const { entry } of services) {
    if (entry.references.length > 0) continue;
    scope.report(
      STORE.lonelyService,
      entry.word.span,
      `No operation goes through ${quote(entry.name)}: ` +
        `write \`through ${nameText(entry.name)}\` after an operation's clients, or remove it.`,
    );
  }
  for (const { entry } of stores) {
    if (entry.references.length > 0) continue;
    scope.report(
      STORE.lonelyStore,
      entry.word.span,
      `No operation uses ${quote(entry.name)}, so there is nothing to judge: ` +
        'write an `operation` that reads or writes it.',
    );
  }
}
