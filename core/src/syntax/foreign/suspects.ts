import { VERDICTS } from '../../base/harm.js';
import type { SchemeArgument, Statement, UnderClause, Word } from '../ast.js';
import { isLevelOfParts, wordFor } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';

/**
 * May a statement that the grammar accepts be meant in another language? It has a word where only some words stand, and
 * it is not one of these. What such a statement is taken for otherwise has to be corrected word by word.
 */
export function isSuspect(statement: Statement): boolean {
  switch (statement.kind) {
    case 'expect':
      return (
        isForeign(statement.verdict, [...VERDICTS, 'available']) ||
        statement.from.some((one) => isEveryone(one) || isSaidOfVerdicts(one)) ||
        ['no', 'not', 'that', 'under', 'when', 'all', 'every', 'each', 'everything'].includes(
          statement.operation?.name ?? '',
        ) ||
        isSuspectUnder(statement.under)
      );
    case 'operation':
      return statement.clients.some((client) => isEveryone(client) || isLevelOfParts(client.name));
    case 'partition':
      // `cut us to eu`
      return statement.lines.some(
        (line) =>
          (line.kind === 'cut' && line.link === undefined && line.to === undefined) ||
          // `a | rest`
          (line.kind === 'groups' && line.groups.some(([only, more]) => more === undefined && isOthers(only))),
      );
    case 'accept':
      return isForeign(statement.verdict, [...VERDICTS, 'available']);
    case 'store':
      return (
        statement.members.some(({ name }) => ['all', 'every', 'everywhere'].includes(name.name)) ||
        statement.clauses.some((clause) => {
          switch (clause.kind) {
            case 'choose':
              return isForeign(clause.value, [...wordsOf('choice'), 'CA', 'ca', 'Ca']);
            case 'merge':
              return isForeign(clause.rule, wordsOf('merge rule'));
            case 'replicate':
              return (
                isForeign(clause.scheme, wordsOf('scheme')) ||
                isSuspectSync(clause.args) ||
                isSuspectList(clause.args) ||
                (clause.scheme?.name === 'quorum' && clause.args.some(isForeignArgument)) ||
                clause.args.some((one) => one.kind === 'setting' && !['R', 'W'].includes(one.name.name))
              );
            default:
              return false;
          }
        })
      );
    default:
      return false;
  }
}

function isOthers(word: Word | undefined): boolean {
  return ['rest', 'others', 'everyone', 'everything'].includes(word?.name ?? '');
}

/** `replicate quorum read 1 write 2` */
function isForeignArgument(one: SchemeArgument): boolean {
  return one.kind === 'word' && ['read', 'write', 'reads', 'writes'].includes(one.word.name);
}

/** After these words of a scheme stand names. */
const NAMING: ReadonlySet<string> = new Set(['sync', 'by', 'leader']);

/** `replicate primary a, sync b`, `replicate primary a async with …`: a word or a comma where no name stands. */
function isSuspectList(args: readonly SchemeArgument[]): boolean {
  // `primary a`
  let isNaming = args[0]?.kind === 'word';
  return args.some((one, i) => {
    if (one.kind === 'comma') {
      const next = args[i + 1];
      return !isNaming || next?.kind !== 'word' || wordsOf('scheme argument').includes(next.word.name);
    }
    if (one.kind !== 'word') return false;
    const before = args[i - 1];
    const isAfterName =
      before?.kind === 'number' || (before?.kind === 'word' && !wordsOf('scheme argument').includes(before.word.name));
    if (!wordsOf('scheme argument').includes(one.word.name)) return !isNaming || isAfterName;
    isNaming = NAMING.has(one.word.name);
    return false;
  });
}

/** `from everyone` */
function isEveryone({ name }: Word): boolean {
  return ['everyone', 'everybody', 'anyone', 'all', 'any'].includes(name);
}

/** `replicate primary a sync`: of how many copies is not said. */
function isSuspectSync(args: readonly SchemeArgument[]): boolean {
  const last = args[args.length - 1];
  // `to b sync, c async`
  if (args.some((one) => one.kind === 'word' && one.word.name === 'to')) return true;
  return last?.kind === 'word' && last.word.name === 'sync';
}

/** `from ann, never stale`: after the comma stands no client. */
function isSaidOfVerdicts({ name }: Word): boolean {
  return ['never', 'always', 'not', 'available', ...VERDICTS].includes(name);
}

function isForeign(word: Word | undefined, own: readonly string[]): boolean {
  return word !== undefined && !own.includes(word.name);
}

const NO_PARTITIONS: readonly string[] = [
  'healthy',
  'normal',
  'any',
  'all',
  'no',
  'none',
  'every',
  'anything',
  'everything',
];

function isSuspectUnder(under: UnderClause | undefined): boolean {
  if (under?.kind === 'named')
    return NO_PARTITIONS.includes(under.partition.name) || wordFor('number', under.partition.name) !== undefined;
  return (
    under?.kind === 'any' &&
    under.counts.some(({ units }) => !wordsOf('unit').includes(units.map(({ name }) => name).join(' ')))
  );
}
