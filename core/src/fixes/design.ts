import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { ClientResult, Results } from '../engine/facts.js';
import { quotedIfNeeded } from '../ide/nameText.js';
import type { Resolved, VerdictKind, VertexId } from '../model/model.js';
import { compileTopology, type Topology } from '../network/topology.js';
import { vertexName } from '../render/words/names.js';
import type { LinkStatement, OperationStatement, StepNode, StoreStatement } from '../syntax/ast.js';

/** A change of the text that may help an operation. Its effect is not known yet. */
export interface Candidate {
  /**
   * Equal for the same change of the same model, wherever in the text it stands: what was found for one holds for the
   * other.
   */
  readonly id: string;
  /** What is done, as the details begin: "Add a link us–ap (taken as 80 ms)". */
  readonly action: string;
  /** The same for a title, where the details say more: "Add a link us–ap". */
  readonly brief?: string;
  /** In the design's own file, in order of position. */
  readonly edits: readonly Edit[];
}

/**
 * A kind of quick fix: what might be changed for the sake of one operation. A new one is a file and a line in
 * `index.ts`.
 */
export interface FixKind {
  readonly name: string;
  /** In order of preference. Cheap: nothing is analysed. */
  candidates(design: Design, operation: number): readonly Candidate[];
}

/** A design with its results, as the kinds of fixes look at it. */
export class Design {
  private compiled: Topology | undefined;
  private joined: ReadonlySet<string> | undefined;
  /** The `link` statements of the design's own file. */
  readonly links: readonly LinkStatement[];
  private readonly byOperation: readonly ClientResult[][];
  /** Statements of the design's own file, by where their names stand. */
  private readonly byName = new Map<number, OperationStatement | StoreStatement>();

  constructor(
    readonly resolved: Resolved,
    readonly results: Results,
  ) {
    this.links = resolved.file.statements.flatMap((statement) => (statement.kind === 'link' ? [statement] : []));
    this.byOperation = resolved.model.operations.map(() => []);
    for (const result of results.clients) this.byOperation[result.operation]?.push(result);
    for (const statement of resolved.file.statements) {
      if ((statement.kind === 'operation' || statement.kind === 'store') && statement.name !== undefined)
        this.byName.set(statement.name.span.start, statement);
    }
  }

  get model(): Resolved['model'] {
    return this.resolved.model;
  }

  get topology(): Topology {
    this.compiled ??= compileTopology(this.model);
    return this.compiled;
  }

  resultsOf(operation: number): readonly ClientResult[] {
    return this.byOperation[operation] ?? [];
  }

  /** Is this among what can happen to the operation, to any of its clients? */
  happens(operation: number, ...verdicts: readonly VerdictKind[]): boolean {
    return this.resultsOf(operation).some(({ findings }) =>
      findings.some(({ outcome }) => verdicts.includes(outcome.verdict)),
    );
  }

  /** The statement of an operation, where it stands in the design's own file: nothing else is edited. */
  operation(index: number): OperationStatement | undefined {
    const at = this.resolved.origins.operations[index];
    return this.own('operation', at);
  }

  /**
   * The steps of an operation as they are written, with the same indices as in the model. Empty where they can't be
   * edited.
   */
  steps(index: number): readonly StepNode[] {
    return this.operation(index)?.steps ?? [];
  }

  store(index: number): StoreStatement | undefined {
    return this.own('store', this.resolved.origins.stores[index]);
  }

  /** Whether a link joins two places directly, either way. */
  isLinked(a: VertexId, b: VertexId): boolean {
    this.joined ??= new Set(this.model.links.flatMap((link) => [`${link.a} ${link.b}`, `${link.b} ${link.a}`]));
    return this.joined.has(`${a} ${b}`);
  }

  name(vertex: VertexId): string {
    return vertexName(this.model, vertex);
  }

  /** A name as it is written. */
  written(vertex: VertexId): string {
    return quotedIfNeeded(this.name(vertex));
  }

  private own<K extends 'operation' | 'store'>(
    kind: K,
    name: Span | undefined,
  ): Extract<OperationStatement | StoreStatement, { kind: K }> | undefined {
    const statement = name === undefined ? undefined : this.byName.get(name.start);
    return statement?.kind === kind
      ? (statement as Extract<OperationStatement | StoreStatement, { kind: K }>)
      : undefined;
  }
}

/** An insertion. */
export function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
