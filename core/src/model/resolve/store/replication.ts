import type { Word } from '../../../syntax/ast.js';
import type { Choice, Replication } from '../../model.js';
import { defaultReplication, readReplication, SCHEME_NAMES } from '../../schemes/index.js';
import type { Places } from '../places.js';
import { quote, type Scope } from '../scope.js';
import type { Clauses } from './clauses.js';
import type { Members } from './members.js';

/** The parts of a store that say how it is replicated. */
interface Asked {
  readonly name: Word;
  readonly members: Members;
  readonly clauses: Clauses;
  readonly choice: Choice | undefined;
}

/** Undefined where the arguments leave nothing sensible. */
export function resolveReplication(store: Asked, scope: Scope, places: Places): Replication | undefined {
  const { name, members, clauses, choice } = store;
  const { replicas } = members;
  const clause = clauses.all.replicate;
  const named =
    clause?.scheme === undefined ? undefined : scope.value(clause.scheme, SCHEME_NAMES, 'replication scheme');
  if (clause === undefined || named === undefined) return defaultReplication(choice);
  // The word that names the preset whose clause it is.
  const preset = clauses.own.replicate === undefined ? clauses.own.like?.preset : undefined;
  return readReplication(named, clause, {
    store: name.name,
    replicas,
    ...(preset === undefined || replicas[0] === undefined ? {} : { unnamedPrimary: replicas[0] }),
    replica: (word, role) => {
      const id = scope.place(word, ['node'], 'a replica is a node');
      if (id === undefined || replicas.includes(id)) return id;
      const observes = members.observers.some(({ node }) => node === id);
      scope.report(
        role.notReplica,
        word.span,
        `${quote(word.name)} ${observes ? 'is an observer' : 'holds no replica'} of ${quote(name.name)}, so it can't ` +
          `be its ${role.name}: ` +
          `name one of ${places.someNames(replicas)}.`,
      );
      return undefined;
    },
    node: (word) => scope.place(word, ['node'], 'who votes on a primary is a node'),
    value: (word, values, what) => scope.value(word, values, what),
    report: (check, span, message, fixes = []) =>
      preset === undefined
        ? scope.report(check, span, message, { fixes })
        : scope.report(check, preset.span, `From \`like ${preset.name}\`: ${message}`),
  });
}
