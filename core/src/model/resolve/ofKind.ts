import type { Statement } from '../../syntax/ast.js';

/** The statements of one kind, in their order. */
export function ofKind<K extends Statement['kind']>(
  statements: readonly Statement[],
  kind: K,
): Extract<Statement, { kind: K }>[] {
  return statements.filter((statement): statement is Extract<Statement, { kind: K }> => statement.kind === kind);
}
