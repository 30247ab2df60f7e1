import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { quotedIfNeeded } from '../ide/nameText.js';
import type { Resolved, SymbolKind, Vertex } from '../model/model.js';
import type { ServiceStatement, Statement, StoreStatement, Word } from '../syntax/ast.js';
import { insertAt } from './design.js';
import type { TextFixKind } from './textFix.js';

/** At most this many are offered: a client can be in any zone, an operation can read or write. */
const MOST_PLACES = 2;
/** A store that nobody has thought about yet gets a majority that survives one of them. */
const REPLICAS = 3;
/** A service gets a second instance, for when the first is out of reach. */
const INSTANCES = 2;

/** A name that is used before it is there: its declaration, as what the place wants where it is used. */
export const declareName: TextFixKind = {
  codes: ['unknown-name'],
  fixes: (resolved, { span }) => {
    const statement = resolved.file.statements.find((one) => one.span.start <= span.start && span.end <= one.span.end);
    const used = statement === undefined ? undefined : useAt(statement, span);
    if (statement === undefined || used === undefined) return [];
    return declarations(resolved, used).map(
      ({ text, where }): Fix => ({
        title: `Declare ${used.kind} \`${used.word.name}\`${where}`,
        edits: [insertion(resolved, statement, used.kind, text)],
      }),
    );
  },
};

interface Use {
  readonly kind: SymbolKind;
  readonly word: Word;
}

/**
 * The word that stands in a span of a statement, and what it has to name there. Links have two ends, which nobody can
 * guess.
 */
function useAt(statement: Statement, span: Span): Use | undefined {
  const uses = usesOf(statement).filter((use): use is Use => use.word !== undefined);
  return uses.find(({ word }) => word.span.start === span.start && word.span.end === span.end);
}

function usesOf(statement: Statement): { readonly kind: SymbolKind; readonly word: Word | undefined }[] {
  const as = (kind: SymbolKind, words: readonly (Word | undefined)[]): { kind: SymbolKind; word: Word | undefined }[] =>
    words.map((word) => ({ kind, word }));
  switch (statement.kind) {
    case 'client':
      return [
        ...as(statement.placement?.kind === 'in' ? 'zone' : 'node', [statement.placement?.target]),
        ...as('node', statement.via),
      ];
    case 'link':
      return as('node', [statement.from, statement.to]);
    case 'mesh':
      return as('node', statement.members);
    case 'store':
      return [
        ...as(
          'node',
          statement.members.map(({ name }) => name),
        ),
        ...as('store', requiredBy(statement)),
      ];
    case 'service':
      return [...as('node', statement.instances), ...as('store', requiredBy(statement))];
    case 'operation':
      return [
        ...as('client', statement.clients),
        ...as('service', statement.through),
        ...as(
          'store',
          statement.steps.map(({ store }) => store),
        ),
      ];
    case 'partition':
      return statement.lines.flatMap((line) => {
        if (line.kind === 'groups') return as('node', line.groups.flat());
        return as('node', line.kind === 'cut' ? [line.from, line.to] : line.targets);
      });
    case 'risk':
      return as(
        'node',
        statement.members.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
      );
    case 'expect':
      return [
        ...as('operation', [statement.operation]),
        ...as('client', statement.from),
        ...as('partition', [statement.under?.kind === 'named' ? statement.under.partition : undefined]),
      ];
    case 'accept':
      return as('operation', [statement.operation]);
    default:
      return [];
  }
}

/** The stores and services after `requires`, `from` and `else`. */
function requiredBy({ clauses }: StoreStatement | ServiceStatement): readonly Word[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === 'requires') return clause.names;
    return (clause.kind === 'from' || clause.kind === 'else') && clause.store !== undefined ? [clause.store] : [];
  });
}

interface Declaration {
  readonly text: string;
  /** The end of the title: " in us". */
  readonly where: string;
}

function declarations({ model, symbols }: Resolved, { kind, word }: Use): Declaration[] {
  const name = quotedIfNeeded(word.name);
  const named = (wanted: Vertex['kind']): string[] =>
    model.vertices.flatMap((vertex) => (vertex.kind === wanted ? [vertex.name] : []));
  const [zones, nodes] = [named('zone'), named('node')];
  const listed = (names: readonly string[]): string => names.map(quotedIfNeeded).join(', ');
  switch (kind) {
    case 'node':
      return [{ text: `node ${name}`, where: '' }];
    case 'zone': {
      const taken = new Set(symbols.map((symbol) => symbol.name));
      let number = 1;
      while (taken.has(`${word.name}${number}`)) number++;
      const node = `${word.name}${number}`;
      return [{ text: `zone ${name} { node ${quotedIfNeeded(node)} }`, where: ` with node \`${node}\`` }];
    }
    case 'client': {
      const [placement, places] = zones.length > 0 ? (['in', zones] as const) : (['at', nodes] as const);
      return places.slice(0, MOST_PLACES).map((place) => ({
        text: `client ${name} ${placement} ${quotedIfNeeded(place)}`,
        where: ` ${placement} \`${place}\``,
      }));
    }
    case 'store': {
      const replicas = nodes.slice(0, REPLICAS);
      return replicas.length === 0
        ? []
        : [
            {
              text: `store ${name} on ${listed(replicas)} { choose CP }`,
              where: ` on ${replicas.join(', ')}, chosen CP`,
            },
          ];
    }
    case 'service': {
      const instances = nodes.slice(0, INSTANCES);
      return instances.length === 0
        ? []
        : [{ text: `service ${name} on ${listed(instances)}`, where: ` on ${instances.join(', ')}` }];
    }
    case 'operation': {
      const [store, client] = [model.stores[0]?.name, named('client')[0]];
      if (store === undefined || client === undefined) return [];
      return (['read', 'write'] as const).map((access) => ({
        text: `operation ${name}: ${access} ${quotedIfNeeded(store)} from ${quotedIfNeeded(client)}`,
        where: ` as a ${access} of \`${store}\``,
      }));
    }
    case 'partition': {
      const [first, second] = zones.length > 1 ? zones : nodes;
      return first === undefined || second === undefined
        ? []
        : [
            {
              text: `partition ${name} { ${quotedIfNeeded(first)} | ${quotedIfNeeded(second)} }`,
              where: ` of \`${first}\` and \`${second}\``,
            },
          ];
    }
    default:
      return [];
  }
}

/** After the last statement of its kind that does not come after the use, else above the use. */
function insertion({ file }: Resolved, use: Statement, kind: SymbolKind, text: string): Fix['edits'][number] {
  const before = file.statements.filter((statement) => statement.kind === kind && statement.span.end <= use.span.start);
  const last = before.at(-1);
  return last === undefined ? insertAt(use.span.start, `${text}\n`) : insertAt(last.span.end, `\n${text}`);
}
