import type { PartitionLine, Statement, Word } from '../ast.js';

/** The names that a statement uses and does not declare, apart from the operation that it is about. */
export function usesOf(statement: Statement): readonly string[] {
  return wordsOf(statement).flatMap((word) => (word === undefined ? [] : [word.name]));
}

function wordsOf(statement: Statement): readonly (Word | undefined)[] {
  switch (statement.kind) {
    case 'client':
      return [statement.placement?.target, ...statement.via];
    case 'link':
      return [statement.from, statement.to];
    case 'mesh':
      return statement.members;
    case 'store':
      return statement.members.map(({ name }) => name);
    case 'operation':
      return [...statement.clients, ...statement.through, ...statement.steps.map(({ store }) => store)];
    case 'partition':
      return statement.lines.flatMap(wordsOfLine);
    case 'expect':
      return statement.from;
    default:
      return [];
  }
}

function wordsOfLine(line: PartitionLine): readonly (Word | undefined)[] {
  switch (line.kind) {
    case 'groups':
      return line.groups.flat();
    case 'cut':
      // One word is the name of a link.
      return line.link === undefined ? [line.from, line.to] : [];
    case 'isolate':
    case 'down':
      return line.targets;
  }
}
