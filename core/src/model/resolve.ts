import type { Diagnostic, Fix, Related, Severity } from '../base/diagnostic.js';
import { didYouMean } from '../base/didYouMean.js';
import type { Span } from '../base/span.js';
import type {
  AcceptStatement,
  ClientStatement,
  DurationLiteral,
  ExpectStatement,
  ExploreStatement,
  FaultCount,
  LinkStatement,
  MeshStatement,
  Need,
  OperationStatement,
  Parsed,
  PartitionLine,
  PartitionStatement,
  ProbabilityLiteral,
  Statement,
  StepNode,
  StoreClause,
  StoreStatement,
  Word,
} from '../syntax/ast.js';
import { levelsOf } from './levels.js';
import type {
  Acceptance,
  Choice,
  DeclaredSymbol,
  Expectation,
  Fault,
  FaultFamily,
  Guarantee,
  Level,
  Link,
  MergeRule,
  Model,
  NeedModel,
  Operation,
  Origins,
  Partition,
  Reaction,
  Replication,
  Resolved,
  Step,
  Store,
  SymbolKind,
  VerdictKind,
  Vertex,
  VertexId,
} from './model.js';
import { clausesOf, levelsFor, plainLevels, presetLevel, presetNamed, PRESETS } from './presets/index.js';
import type { PlainLevels, Preset, PresetLevel } from './presets/preset.js';
import { includesWithErrors } from './includesWithErrors.js';
import { readReplication } from './replication.js';
import {
  CHOICES,
  GUARANTEES,
  LEVELS,
  MERGE_RULES,
  REACTIONS,
  READ_GUARANTEES,
  REJOINS,
  SCHEME_NAMES,
  UNITS,
  VERDICT_WORDS,
} from './values.js';

/**
 * What is explored where no `explore` says otherwise: all sets of cut links, one one-way cut, one stopped node, each by
 * itself.
 */
export const DEFAULT_FAMILIES: readonly FaultFamily[] = [
  { links: 'all', oneWays: 0, nodes: 0, zones: 0 },
  { links: 0, oneWays: 1, nodes: 0, zones: 0 },
  { links: 0, oneWays: 0, nodes: 1, zones: 0 },
];

/** A mesh of more members than this has more links than anybody could cut one by one. */
const MAX_MESH = 64;
/** A round trip or a wait of more than a day is a mistake. */
const MAX_DURATION_MS = 24 * 3_600_000;
/** More of one kind in one combination than this is never looked at whole. */
const MAX_COUNT = 1000;

/**
 * Binds names, fills in defaults and says what makes no sense. Never throws. Names resolve in any order; nodes, zones,
 * routers and clients share one namespace since they mix in lists; links, stores, operations and partitions have one
 * each.
 */
export function resolve(parsed: Parsed): Resolved {
  return new Resolver(parsed).run();
}

/** A symbol that is still being put together. */
interface Entry {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly word: Word;
  readonly statement: Span;
  readonly references: Span[];
  index?: number;
}

type Space = 'place' | 'link' | 'store' | 'operation' | 'partition';

const SPACE_NAMES: Readonly<Record<Space, string>> = {
  place: 'node, zone, router or client',
  link: 'link',
  store: 'store',
  operation: 'operation',
  partition: 'partition',
};

class Resolver {
  private readonly diagnostics: Diagnostic[];
  private readonly spaces: Readonly<Record<Space, Map<string, Entry>>> = {
    place: new Map(),
    link: new Map(),
    store: new Map(),
    operation: new Map(),
    partition: new Map(),
  };
  private readonly entries: Entry[] = [];
  private readonly vertices: Vertex[] = [];
  private readonly vertexSpans: Span[] = [];
  private readonly links: Link[] = [];
  private readonly linkSpans: (Span | undefined)[] = [];
  private readonly stores: Store[] = [];
  private readonly storeSpans: Span[] = [];
  private readonly operations: Operation[] = [];
  private readonly operationSpans: Span[] = [];
  private readonly stepSpans: Span[][] = [];
  private readonly needSpans: Span[][][] = [];
  private readonly spanOfNeed = new Map<NeedModel, Span>();
  private readonly partitions: Partition[] = [];
  private readonly partitionSpans: Span[] = [];
  /**
   * By the index of the store: what it is like, and what its operations without `level` mean; undefined: the scheme's
   * default.
   */
  private readonly presets = new Map<number, { readonly preset: Preset; readonly plain: PlainLevels | undefined }>();
  private readonly expectations: Expectation[] = [];
  private readonly expectationSpans: Span[] = [];
  private readonly acceptances: Acceptance[] = [];
  private readonly acceptanceSpans: Span[] = [];

  constructor(private readonly parsed: Parsed) {
    this.diagnostics = [...parsed.diagnostics];
  }

  run(): Resolved {
    const { statements } = this.parsed;
    this.declare(statements);
    this.places(statements);
    for (const statement of statements) if (statement.kind === 'link') this.link(statement);
    for (const statement of statements) if (statement.kind === 'mesh') this.mesh(statement);
    this.implicitMesh(statements);
    for (const statement of statements) if (statement.kind === 'store') this.store(statement);
    for (const statement of statements) if (statement.kind === 'operation') this.operation(statement);
    for (const statement of statements) if (statement.kind === 'partition') this.partition(statement);
    for (const statement of statements) if (statement.kind === 'expect') this.expectation(statement);
    for (const statement of statements) if (statement.kind === 'accept') this.acceptance(statement);
    const families = statements.flatMap((statement) =>
      statement.kind === 'explore' ? this.exploration(statement) : [],
    );
    this.unreachable(statements);
    this.unused();
    this.diagnostics.push(...includesWithErrors(this.parsed, this.diagnostics));
    const model: Model = {
      vertices: this.vertices,
      links: this.links,
      stores: this.stores,
      operations: this.operations,
      partitions: this.partitions,
      expectations: this.expectations,
      acceptances: this.acceptances,
      families: families.length > 0 ? families : DEFAULT_FAMILIES,
    };
    const origins: Origins = {
      vertices: this.vertexSpans,
      links: this.linkSpans,
      stores: this.storeSpans,
      operations: this.operationSpans,
      steps: this.stepSpans,
      needs: this.needSpans,
      partitions: this.partitionSpans,
      expectations: this.expectationSpans,
      acceptances: this.acceptanceSpans,
    };
    const symbols: readonly DeclaredSymbol[] = this.entries;
    const diagnostics = [...this.diagnostics].sort(
      (a, b) =>
        a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
    return { ...this.parsed, model, origins, symbols, diagnostics };
  }

  // Declarations

  private declare(statements: readonly Statement[]): void {
    for (const statement of statements) {
      switch (statement.kind) {
        case 'node':
        case 'router':
        case 'client':
          for (const word of statement.names) this.declareOne('place', statement.kind, word, statement.span);
          break;
        case 'zone':
          if (statement.name !== undefined) this.declareOne('place', 'zone', statement.name, statement.span);
          for (const word of statement.nodes) this.declareOne('place', 'node', word, statement.span);
          break;
        case 'link':
          if (statement.name !== undefined) this.declareOne('link', 'link', statement.name, statement.span);
          break;
        case 'store':
        case 'operation':
        case 'partition':
          if (statement.name !== undefined)
            this.declareOne(statement.kind, statement.kind, statement.name, statement.span);
          break;
        default:
      }
    }
  }

  private declareOne(space: Space, kind: SymbolKind, word: Word, statement: Span): void {
    const known = this.spaces[space].get(word.name);
    if (known !== undefined) {
      this.report(
        'duplicate-name',
        'error',
        word.span,
        `${quote(word.name)} is declared already, as a ${known.kind}: give one of the two another name.`,
        {
          related: [{ span: known.word.span, message: 'first declared here' }],
        },
      );
      return;
    }
    if (word.name.trim() === '') {
      this.report('syntax-error', 'error', word.span, 'A name has at least one character that can be seen.');
      return;
    }
    const entry: Entry = { kind, name: word.name, word, statement, references: [] };
    this.spaces[space].set(word.name, entry);
    this.entries.push(entry);
  }

  /** The entry whose declaration this very word is; a duplicate has none. */
  private own(space: Space, word: Word): Entry | undefined {
    const entry = this.spaces[space].get(word.name);
    return entry?.word === word ? entry : undefined;
  }

  private places(statements: readonly Statement[]): void {
    const add = (word: Word, make: (id: VertexId) => Vertex): void => {
      const entry = this.own('place', word);
      if (entry === undefined) return;
      entry.index = this.vertices.length;
      this.vertices.push(make(entry.index));
      this.vertexSpans.push(word.span);
    };
    const zones: { readonly id: VertexId; readonly members: VertexId[] }[] = [];
    for (const statement of statements)
      if (statement.kind === 'node')
        for (const word of statement.names) add(word, () => ({ kind: 'node', name: word.name }));
    // Nodes come before zones in the numbering; a node needs its zone's number, which is known once all nodes are
    // counted.
    const zoned = statements.flatMap((statement) => (statement.kind === 'zone' ? [statement] : []));
    const nodesInZones = zoned.reduce(
      (sum, zone) => sum + zone.nodes.filter((word) => this.own('place', word) !== undefined).length,
      0,
    );
    const firstZone = this.vertices.length + nodesInZones;
    const declaredZones = zoned.filter((zone) => zone.name !== undefined && this.own('place', zone.name) !== undefined);
    for (const zone of zoned) {
      const at = declaredZones.indexOf(zone);
      const members: VertexId[] = [];
      for (const word of zone.nodes) {
        add(word, (id) => {
          members.push(id);
          return at < 0 ? { kind: 'node', name: word.name } : { kind: 'node', name: word.name, zone: firstZone + at };
        });
      }
      if (at >= 0) zones[at] = { id: firstZone + at, members };
    }
    declaredZones.forEach((zone, i) => {
      if (zone.name !== undefined)
        add(zone.name, () => ({ kind: 'zone', name: zone.name?.name ?? '', members: zones[i]?.members ?? [] }));
    });
    for (const statement of statements)
      if (statement.kind === 'router')
        for (const word of statement.names) add(word, () => ({ kind: 'router', name: word.name }));
    for (const zone of zones) {
      for (const node of zone.members) {
        const name = this.vertices[node]?.name ?? '?';
        this.links.push({ kind: 'uplink', label: `${name}'s uplink`, a: node, b: zone.id, oneWay: false });
        this.linkSpans.push(this.vertexSpans[node]);
      }
    }
    for (const statement of statements) if (statement.kind === 'client') this.client(statement, add);
  }

  private client(statement: ClientStatement, add: (word: Word, make: () => Vertex) => void): void {
    const target = statement.placement?.target;
    const wanted = statement.placement?.kind === 'in' ? 'zone' : 'node';
    const vertex =
      target === undefined
        ? undefined
        : this.place(
            target,
            [wanted],
            statement.placement?.kind === 'in'
              ? 'a client is `in` a zone; at a node it is `at` it'
              : "a client is `at` a node; on a zone's network it is `in` it",
          );
    const via = statement.via
      .flatMap((word) => this.place(word, ['node', 'zone'], '`via` names replicas') ?? [])
      .flatMap((id) => this.nodesOf(id));
    for (const word of statement.names) {
      add(word, () => ({
        kind: 'client',
        name: word.name,
        placement: vertex === undefined ? { kind: 'free' } : { kind: wanted, vertex },
        via: [...new Set(via)],
      }));
    }
  }

  // Names

  private find(space: Space, word: Word): Entry | undefined {
    const entry = this.spaces[space].get(word.name);
    if (entry !== undefined) {
      entry.references.push(word.span);
      return entry;
    }
    const meant = didYouMean(word.name, this.spaces[space].keys());
    const elsewhere = (Object.keys(this.spaces) as Space[]).find(
      (other) => other !== space && this.spaces[other].has(word.name),
    );
    const hint =
      meant !== undefined
        ? `: did you mean ${quote(meant)}?`
        : elsewhere !== undefined
          ? `; ${quote(word.name)} is a ${this.spaces[elsewhere].get(word.name)?.kind ?? ''}.`
          : ': declare it, or correct the name.';
    this.report('unknown-name', 'error', word.span, `There is no ${SPACE_NAMES[space]} ${quote(word.name)}${hint}`, {
      fixes: meant === undefined ? [] : [replacement(word.span, nameText(meant))],
    });
    return undefined;
  }

  private place(word: Word, kinds: readonly SymbolKind[], why: string): VertexId | undefined {
    const entry = this.find('place', word);
    if (entry === undefined) return undefined;
    if (!kinds.includes(entry.kind)) {
      this.report(
        'wrong-kind',
        'error',
        word.span,
        `${quote(word.name)} is a ${entry.kind}, and a ${kinds.join(' or ')} is wanted here: ${why}.`,
        {
          related: [{ span: entry.word.span, message: `${word.name} is declared here` }],
        },
      );
      return undefined;
    }
    return entry.index;
  }

  private nodesOf(id: VertexId): readonly VertexId[] {
    const vertex = this.vertices[id];
    return vertex?.kind === 'zone' ? vertex.members : [id];
  }

  private value<T extends string>(word: Word, values: readonly T[], what: string): T | undefined {
    const found = values.find((value) => value === word.name);
    if (found !== undefined) return found;
    const meant = didYouMean(word.name, values);
    this.report(
      'unknown-value',
      'error',
      word.span,
      `${quote(word.name)} is no ${what}${meant === undefined ? `; there are ${values.join(', ')}.` : `: did you mean ${quote(meant)}?`}`,
      {
        fixes: meant === undefined ? [] : [replacement(word.span, meant)],
      },
    );
    return undefined;
  }

  // Links

  private wire(
    roundTrip: DurationLiteral | undefined,
    fails: ProbabilityLiteral | undefined,
  ): Pick<Link, 'roundTripMs' | 'fails'> {
    const ms = roundTrip === undefined ? undefined : this.duration(roundTrip, 'A round trip');
    if (fails !== undefined && !(fails.value >= 0 && fails.value <= 1)) {
      this.report(
        'number-out-of-range',
        'error',
        fails.span,
        `A probability lies between 0 and 1 (0% and 100%), this one is ${fails.value}.`,
      );
      return ms === undefined ? {} : { roundTripMs: ms };
    }
    return { ...(ms === undefined ? {} : { roundTripMs: ms }), ...(fails === undefined ? {} : { fails: fails.value }) };
  }

  private duration(literal: DurationLiteral, what: string): number | undefined {
    if (literal.ms >= 0 && literal.ms <= MAX_DURATION_MS) return literal.ms;
    this.report('number-out-of-range', 'error', literal.span, `${what} lies between 0 and 24 h.`);
    return undefined;
  }

  private link(statement: LinkStatement): void {
    const ends = ['node', 'zone', 'router', 'client'] as const;
    const a = statement.from === undefined ? undefined : this.place(statement.from, ends, '');
    const b = statement.to === undefined ? undefined : this.place(statement.to, ends, '');
    const wire = this.wire(statement.roundTrip, statement.fails);
    if (a === undefined || b === undefined || statement.from === undefined || statement.to === undefined) return;
    if (a === b) {
      this.report(
        'link-to-itself',
        'error',
        statement.to.span,
        `A link joins two different ends, and both are ${quote(statement.to.name)}: name another one.`,
      );
      return;
    }
    const entry = statement.name === undefined ? undefined : this.own('link', statement.name);
    if (entry !== undefined) entry.index = this.links.length;
    this.addLink(
      {
        kind: 'declared',
        ...(statement.name === undefined ? {} : { name: statement.name.name }),
        label: `${statement.from.name}${statement.oneWay ? '→' : '–'}${statement.to.name}`,
        a,
        b,
        oneWay: statement.oneWay,
        ...wire,
      },
      statement.span,
    );
  }

  private mesh(statement: MeshStatement): void {
    const wire = this.wire(statement.roundTrip, statement.fails);
    const members = [
      ...new Set(statement.members.flatMap((word) => this.place(word, ['node', 'zone', 'router', 'client'], '') ?? [])),
    ];
    if (members.length > MAX_MESH) {
      this.report(
        'number-out-of-range',
        'error',
        statement.span,
        `A mesh of ${members.length} members has ${(members.length * (members.length - 1)) / 2} links; up to ${MAX_MESH} members are read. Join them by a zone or a router.`,
      );
      return;
    }
    if (members.length < 2 && statement.members.length < 2 && statement.members.length > 0) {
      this.report('link-to-itself', 'warning', statement.span, 'A mesh of one member has no links: name at least two.');
    }
    members.forEach((a, i) =>
      members
        .slice(i + 1)
        .forEach((b) =>
          this.addLink(
            { kind: 'declared', label: `${this.name(a)}–${this.name(b)}`, a, b, oneWay: false, ...wire },
            statement.span,
          ),
        ),
    );
  }

  private addLink(link: Link, span: Span | undefined): void {
    // Links side by side are told apart by a number, so that every cause can be read.
    const same = this.links.filter((other) => other.kind === link.kind && other.label === link.label).length;
    const label =
      link.name !== undefined ? `${link.name} (${link.label})` : same > 0 ? `${link.label} (${same + 1})` : link.label;
    this.links.push({ ...link, label });
    this.linkSpans.push(span);
  }

  private implicitMesh(statements: readonly Statement[]): void {
    if (statements.some((statement) => statement.kind === 'link' || statement.kind === 'mesh')) return;
    const ends = this.vertices.flatMap((vertex, id) => {
      if (vertex.kind === 'node') return vertex.zone === undefined ? [id] : [];
      return vertex.kind === 'client' && vertex.placement.kind !== 'free' ? [] : [id];
    });
    if (ends.length > MAX_MESH) return;
    let added = 0;
    ends.forEach((a, i) =>
      ends.slice(i + 1).forEach((b) => {
        if (this.vertices[a]?.kind === 'client' && this.vertices[b]?.kind === 'client') return;
        this.addLink({ kind: 'implicit', label: `${this.name(a)}–${this.name(b)}`, a, b, oneWay: false }, undefined);
        added++;
      }),
    );
    const first = statements.find(
      (statement) => statement.kind === 'node' || statement.kind === 'zone' || statement.kind === 'client',
    );
    if (added > 0 && first !== undefined) {
      this.report(
        'implicit-mesh',
        'information',
        { start: first.span.start, end: first.span.start + first.kind.length },
        `No \`link\` and no \`mesh\` is written, so every two nodes, zones and free clients are taken to be linked (${added} ${added === 1 ? 'link' : 'links'}). Write the links to say what can be cut.`,
      );
    }
  }

  private name(id: VertexId): string {
    return this.vertices[id]?.name ?? '?';
  }

  // Stores

  private store(statement: StoreStatement): void {
    const replicas: VertexId[] = [];
    const witnesses: VertexId[] = [];
    for (const member of statement.members) {
      const id = this.place(member.name, ['node', 'zone'], 'replicas and witnesses are nodes');
      for (const node of id === undefined ? [] : this.nodesOf(id)) {
        if (replicas.includes(node) || witnesses.includes(node)) {
          this.report(
            'duplicate-name',
            'error',
            member.name.span,
            `${quote(this.name(node))} is named twice: a node holds one replica of a store.`,
          );
        } else (member.witness ? witnesses : replicas).push(node);
      }
    }
    const { name } = statement;
    if (name === undefined) return;
    if (replicas.length === 0) {
      if (!statement.members.some((member) => !member.witness))
        this.report(
          'no-replicas',
          'error',
          name.span,
          `${quote(name.name)} has no replica that holds data: name its nodes behind \`on\`.`,
        );
      return;
    }
    const own = this.clauses(statement);
    const preset = this.preset(own.like);
    const clauses: Clauses = preset === undefined ? own : { ...byKind(clausesOf(preset)), ...own };
    // What is wrong with a clause of the preset is wrong at the word that stands for it.
    const at = (clause: StoreClause): Span =>
      statement.clauses.includes(clause) ? clause.span : (own.like?.preset?.span ?? clause.span);
    const choice = this.choice(clauses.choose);
    if (clauses.choose === undefined && clauses.replicate === undefined && own.like === undefined) {
      // What could not be read may be the choice.
      if (this.broken(statement.span)) return;
      this.report(
        'missing-choice',
        'error',
        name.span,
        `${quote(name.name)} does not say what was chosen: write \`choose CP\`, \`choose AP\`, \`replicate …\` or \`like …\` into its body. When the network breaks, one of the two gives way.`,
      );
      return;
    }
    const replication = this.replication(
      clauses.replicate,
      choice,
      replicas,
      name,
      own.replicate === undefined ? own.like?.preset : undefined,
    );
    if (replication === undefined) return;
    if ((replication.scheme === 'quorum' || replication.scheme === 'any') && witnesses.length > 0) {
      const member = statement.members.find((one) => one.witness);
      if (member !== undefined)
        this.report(
          'witness-without-votes',
          'error',
          member.name.span,
          `A witness votes, and \`${replication.scheme}\` takes no votes: make it a replica, or leave it out.`,
        );
      witnesses.length = 0;
    }
    if (replication.scheme === 'primary' && replication.electors !== undefined && witnesses.length > 0) {
      const member = statement.members.find((one) => one.witness);
      if (member !== undefined)
        this.report(
          'witness-without-votes',
          'error',
          member.name.span,
          'A witness votes, and here `by` says who does: name it there, or leave `by` out.',
        );
      witnesses.length = 0;
    }
    if (choice === 'CP' && replication.scheme === 'quorum' && replication.sloppy && clauses.replicate !== undefined) {
      this.report(
        'contradictory-clause',
        'error',
        at(clauses.replicate),
        '`sloppy` lets stand-ins take what `choose CP` refuses: leave one of the two out. Read as if `sloppy` were not there.',
      );
    }
    const onPartition = this.reaction(clauses['on partition']);
    if (choice === 'AP' && own['on partition'] !== undefined) {
      this.report(
        'ineffective-clause',
        'warning',
        own['on partition'].span,
        'Under `choose AP` the replica that was asked answers by itself, so `on partition` has no effect: remove it.',
      );
    }
    const rule = clauses.merge?.rule;
    const merge: MergeRule = rule === undefined ? 'lww' : (this.value(rule, MERGE_RULES, 'merge rule') ?? 'lww');
    const how = clauses.rejoin?.how;
    const byHand = how !== undefined && this.value(how, REJOINS, 'way to rejoin') === 'manual';
    const throwsAway =
      merge === 'discard' || (replication.scheme === 'primary' && replication.failover === 'automatic');
    if (own.rejoin !== undefined && !throwsAway) {
      this.report(
        'ineffective-clause',
        'warning',
        own.rejoin.span,
        'Nothing of this store is thrown away at the heal, so nobody has to rejoin: `rejoin` goes with `failover automatic` or `merge discard`. Remove it.',
      );
    }
    const entry = this.own('store', name);
    if (entry === undefined) return;
    entry.index = this.stores.length;
    const detectMs =
      clauses.detect?.duration === undefined ? undefined : this.duration(clauses.detect.duration, 'Detecting');
    if (preset !== undefined)
      this.presets.set(entry.index, {
        preset,
        plain: keepsLevels(own.replicate, clausesOf(preset))
          ? plainLevels(preset, replicas.length, witnesses.length)
          : undefined,
      });
    this.stores.push({
      name: name.name,
      replicas,
      witnesses,
      ...(choice === undefined ? {} : { choice }),
      replication,
      onPartition,
      merge,
      ...(byHand && throwsAway ? { rejoinsByHand: true } : {}),
      ...(detectMs === undefined ? {} : { detectMs }),
      ...(preset === undefined ? {} : { preset: preset.name }),
    });
    this.storeSpans.push(name.span);
  }

  private preset(clause: Clauses['like']): Preset | undefined {
    const word = clause?.preset;
    if (word === undefined) return undefined;
    const preset = presetNamed(word.name);
    if (preset !== undefined) return preset;
    const names = PRESETS.map((one) => one.name);
    const meant = didYouMean(word.name, names);
    const hint =
      meant === undefined
        ? `; there are ${names.join(', ')}.`
        : `: did you mean ${quote(meant)}? There are ${names.join(', ')}.`;
    this.report('unknown-preset', 'error', word.span, `There is no preset ${quote(word.name)}${hint}`, {
      fixes: meant === undefined ? [] : [replacement(word.span, meant)],
    });
    return undefined;
  }

  /** The clauses by their kind; of two of a kind the first counts. */
  private clauses(statement: StoreStatement): Clauses {
    const found = byKind(statement.clauses);
    for (const clause of statement.clauses) {
      const first = found[clause.kind];
      if (first === undefined || first === clause) continue;
      this.report(
        'contradictory-clause',
        'error',
        clause.span,
        `This store has a \`${clause.kind}\` already: keep one of the two.`,
        { related: [{ span: first.span, message: 'the first one' }] },
      );
    }
    return found;
  }

  private choice(clause: Extract<StoreClause, { kind: 'choose' }> | undefined): Choice | undefined {
    const word = clause?.value;
    if (word === undefined) return undefined;
    if (word.name.toUpperCase() === 'CA') {
      this.report(
        'choose-ca',
        'error',
        word.span,
        'There is no CA to choose: the network breaks whether one chooses it or not, and then either consistency gives way (AP) or availability does (CP).',
        {
          fixes: [
            { title: 'Choose CP: refuse when the network breaks', edits: [{ span: word.span, text: 'CP' }] },
            { title: 'Choose AP: answer from what is in reach', edits: [{ span: word.span, text: 'AP' }] },
          ],
        },
      );
      // Read as CP, so that the rest of the file is still analysed.
      return 'CP';
    }
    return this.value(word, CHOICES, 'choice');
  }

  /** `preset`: the word that names the preset whose clause it is. */
  private replication(
    clause: Clauses['replicate'],
    choice: Choice | undefined,
    replicas: readonly VertexId[],
    name: Word,
    preset: Word | undefined,
  ): Replication | undefined {
    if (clause?.scheme === undefined) {
      return choice === 'AP' ? { scheme: 'any' } : { scheme: 'consensus' };
    }
    const scheme = this.value(clause.scheme, SCHEME_NAMES, 'replication scheme');
    if (scheme === undefined) return choice === 'AP' ? { scheme: 'any' } : { scheme: 'consensus' };
    return readReplication(scheme, clause, {
      store: name.name,
      replicas,
      ...(preset === undefined || replicas[0] === undefined ? {} : { unnamedPrimary: replicas[0] }),
      replica: (word) => {
        const id = this.place(word, ['node'], 'a replica is a node');
        if (id === undefined) return undefined;
        if (replicas.includes(id)) return id;
        const code = scheme === 'primary' ? 'primary-not-replica' : 'leader-not-replica';
        this.report(
          code,
          'error',
          word.span,
          `${quote(word.name)} holds no replica of ${quote(name.name)}, so it can't be its ${scheme === 'primary' ? 'primary' : 'leader'}: name one of ${replicas.map((r) => this.name(r)).join(', ')}.`,
        );
        return undefined;
      },
      node: (word) => this.place(word, ['node'], 'who votes on a primary is a node'),
      value: (word, values, what) => this.value(word, values, what),
      report: (code, span, message, fixes) =>
        preset === undefined
          ? this.report(code, 'error', span, message, { fixes: fixes ?? [] })
          : this.report(code, 'error', preset.span, `Behind \`like ${preset.name}\`: ${message}`),
    });
  }

  private reaction(clause: Extract<StoreClause, { kind: 'on partition' }> | undefined): Reaction {
    const kind =
      clause?.reaction === undefined ? 'error' : (this.value(clause.reaction, REACTIONS, 'reaction') ?? 'error');
    if (kind === 'error' || clause === undefined) return { kind: 'error' };
    if (clause.duration === undefined) {
      this.report('syntax-error', 'error', clause.span, 'How long to wait? Write a duration: `on partition wait 5s`.', {
        fixes: [
          { title: 'Wait 5 seconds', edits: [{ span: { start: clause.span.end, end: clause.span.end }, text: ' 5s' }] },
        ],
      });
      return { kind: 'wait', ms: 5000 };
    }
    return { kind: 'wait', ms: this.duration(clause.duration, 'A wait') ?? 5000 };
  }

  // Operations

  private operation(statement: OperationStatement): void {
    const clients = [
      ...new Set(
        statement.clients.flatMap((word) => this.place(word, ['client'], 'operations are issued by clients') ?? []),
      ),
    ];
    const steps = statement.steps.map((step) => this.step(step));
    const { name } = statement;
    if (name === undefined) return;
    if (statement.clients.length === 0 && statement.steps.length > 0 && !this.broken(statement.span)) {
      this.report(
        'operation-without-client',
        'error',
        name.span,
        `Nobody issues ${quote(name.name)}: name its clients behind \`from\`.`,
      );
    }
    if (statement.composite && statement.steps.length === 0 && !this.broken(statement.span)) {
      this.report(
        'syntax-error',
        'error',
        name.span,
        `${quote(name.name)} has no steps: write \`read STORE\` or \`write STORE\` between its braces.`,
      );
    }
    const entry = this.own('operation', name);
    if (entry === undefined || clients.length === 0 || steps.length === 0) return;
    const whole: Step[] = [];
    for (const step of steps) {
      if (step === undefined) return;
      whole.push(step);
    }
    for (const client of clients) this.viaReplicas(client, whole, name);
    entry.index = this.operations.length;
    this.operations.push({ name: name.name, composite: statement.composite, clients, steps: whole });
    this.operationSpans.push(name.span);
    this.stepSpans.push(statement.steps.map(({ span }) => span));
    this.needSpans.push(whole.map(({ needs }) => needs.flatMap((need) => this.spanOfNeed.get(need) ?? [])));
  }

  private step(step: StepNode): Step | undefined {
    const entry = step.store === undefined ? undefined : this.find('store', step.store);
    const needs = step.needs.flatMap((need) => this.need(need, step.access));
    const store = entry?.index === undefined ? undefined : this.stores[entry.index];
    const like = entry?.index === undefined ? undefined : this.presets.get(entry.index);
    const name = step.level?.name ?? like?.plain?.[step.access];
    const named = like === undefined || name === undefined ? undefined : presetLevel(like.preset, step.access, name);
    const level =
      named !== undefined
        ? named.level
        : step.level === undefined
          ? undefined
          : this.level(step.level, step.access, like?.preset);
    if (entry?.index === undefined || store === undefined) return undefined;
    let allowed: Level | undefined = level;
    if (level !== undefined && step.level !== undefined) {
      const levels = levelsOf(store.replication.scheme, step.access);
      const problem = !levels.includes(level)
        ? `\`${store.replication.scheme}\` has no level \`${level}\`${named === undefined ? '' : `, which ${quote(named.name)} stands for,`} for a ${step.access}: write one of ${levels.join(', ')}.`
        : level === 'two' && store.replicas.length < 2
          ? `\`two\` needs two replicas, and ${quote(store.name)} has one.`
          : undefined;
      if (problem !== undefined) {
        this.report('level-not-allowed', 'error', step.level.span, problem);
        allowed = undefined;
      }
    }
    const boundMs = this.bound(step, allowed, named);
    return {
      access: step.access,
      store: entry.index,
      ...(allowed === undefined ? {} : { level: allowed }),
      ...(boundMs === undefined ? {} : { boundMs }),
      needs,
    };
  }

  /** One of our own levels; a store with a preset has the product's beside them. */
  private level(word: Word, access: 'read' | 'write', preset: Preset | undefined): Level | undefined {
    const own = LEVELS.find((value) => value === word.name);
    if (preset === undefined || own !== undefined) return own ?? this.value(word, LEVELS, 'level');
    const names = levelsFor(preset, access).map((one) => one.name);
    const meant = didYouMean(word.name, [...names, ...LEVELS]);
    const hint = meant === undefined ? '' : `: did you mean ${quote(meant)}?`;
    const other = preset.levels.find((one) => one.name === word.name)?.access;
    const only = other === undefined ? '' : `, only of a ${other}`;
    this.report(
      'unknown-value',
      'error',
      word.span,
      `${quote(word.name)} is no level of a ${access} like ${quote(preset.name)}${only}${hint === '' ? '; there are' : `${hint} There are`} ${names.map(quote).join(', ')}.`,
      {
        fixes: meant === undefined ? [] : [replacement(word.span, nameText(meant))],
      },
    );
    return undefined;
  }

  /** How old an answer of `level bounded 5s` may be; a preset's level has a bound of its own. */
  private bound(
    { level, bound }: StepNode,
    allowed: Level | undefined,
    named: PresetLevel | undefined,
  ): number | undefined {
    if (allowed === 'bounded') {
      if (bound !== undefined) return this.duration(bound, 'A bound');
      if (named?.boundMs !== undefined) return named.boundMs;
      if (level !== undefined) {
        this.report(
          'syntax-error',
          'error',
          level.span,
          'How old may an answer be? Write a duration: `level bounded 5s`.',
          {
            fixes: [
              {
                title: 'At most 5 seconds',
                edits: [{ span: { start: level.span.end, end: level.span.end }, text: ' 5s' }],
              },
            ],
          },
        );
      }
      return 5000;
    }
    if (bound !== undefined && level?.name !== 'bounded')
      this.report(
        'syntax-error',
        'error',
        bound.span,
        `Only \`level bounded\` has a duration behind it: remove this one.`,
      );
    return undefined;
  }

  private need({ guarantee: word, bound, span }: Need, access: Step['access']): NeedModel[] {
    const guarantee: Guarantee | undefined = this.value(word, GUARANTEES, 'guarantee');
    if (guarantee === undefined) return [];
    if (access === 'write' && READ_GUARANTEES.includes(guarantee)) {
      this.report(
        'ineffective-clause',
        'warning',
        span,
        `\`${guarantee}\` is a promise to reads and says nothing of a write: put it on the reads.`,
      );
      return [];
    }
    if (guarantee === 'bounded' && bound === undefined) {
      this.report('syntax-error', 'error', span, 'How old may an answer be? Write a duration: `needs bounded 5s`.', {
        fixes: [{ title: 'At most 5 seconds', edits: [{ span: { start: span.end, end: span.end }, text: ' 5s' }] }],
      });
    }
    if (guarantee !== 'bounded' && bound !== undefined)
      this.report(
        'syntax-error',
        'error',
        bound.span,
        'Only `needs bounded` has a duration behind it: remove this one.',
      );
    const boundMs = guarantee !== 'bounded' ? undefined : bound === undefined ? 5000 : this.duration(bound, 'A bound');
    const need: NeedModel = { guarantee, ...(boundMs === undefined ? {} : { boundMs }) };
    this.spanOfNeed.set(need, span);
    return [need];
  }

  private viaReplicas(client: VertexId, steps: readonly Step[], name: Word): void {
    const vertex = this.vertices[client];
    if (vertex?.kind !== 'client' || vertex.via.length === 0) return;
    for (const step of steps) {
      const store = this.stores[step.store];
      if (store !== undefined && !store.replicas.some((replica) => vertex.via.includes(replica))) {
        this.report(
          'via-not-replica',
          'warning',
          name.span,
          `${quote(vertex.name)} is pinned to ${vertex.via.map((v) => this.name(v)).join(', ')}, where no replica of ${quote(store.name)} is, so this operation can never work from there: name one of ${store.replicas.map((replica) => this.name(replica)).join(', ')} behind \`via\`.`,
        );
      }
    }
  }

  // Partitions

  private partition(statement: PartitionStatement): void {
    const cutDirections = new Set<number>();
    const stopped = new Set<VertexId>();
    const groups: VertexId[][][] = [];
    let understood = statement.lines.length === 0;
    for (const line of statement.lines)
      understood = this.partitionLine(line, cutDirections, stopped, groups) || understood;
    const { name } = statement;
    if (name === undefined) return;
    if (statement.lines.length === 0 && !this.broken(statement.span))
      this.report(
        'empty-partition',
        'warning',
        name.span,
        `${quote(name.name)} breaks nothing: write \`us | eu\`, \`cut a -- b\`, \`isolate a\` or \`down a\` between its braces.`,
      );
    const entry = this.own('partition', name);
    if (entry === undefined || !understood) return;
    entry.index = this.partitions.length;
    const fault: Fault = {
      cutDirections: [...cutDirections].sort((x, y) => x - y),
      stopped: [...stopped].sort((x, y) => x - y),
      groups,
    };
    this.partitions.push({ name: name.name, fault });
    this.partitionSpans.push(name.span);
  }

  private partitionLine(
    line: PartitionLine,
    cutDirections: Set<number>,
    stopped: Set<VertexId>,
    groups: VertexId[][][],
  ): boolean {
    switch (line.kind) {
      case 'groups': {
        const sides = line.groups.map((group) => group.flatMap((word) => this.side(word)));
        const seen = new Map<VertexId, number>();
        const told = new Set<Word>();
        sides.forEach((side, i) => {
          for (const { id, word } of side) {
            const before = seen.get(id);
            // A node takes the clients at it along: one word is one mistake.
            if (before !== undefined && !told.has(word))
              this.report(
                'duplicate-in-partition',
                'error',
                word.span,
                `${quote(this.name(id))} is ${before === i ? 'named twice' : 'on two sides'}: name each node once.`,
              );
            if (before === undefined) seen.set(id, i);
            else told.add(word);
          }
        });
        groups.push(sides.map((side, i) => [...new Set(side.map(({ id }) => id))].filter((id) => seen.get(id) === i)));
        return sides.filter((side) => side.length > 0).length > 1;
      }
      case 'cut':
        return this.cut(line, cutDirections);
      case 'isolate': {
        const ids = line.targets
          .flatMap((word) => this.place(word, ['node', 'zone', 'router', 'client'], '') ?? [])
          .flatMap((id) => this.nodesOf(id));
        for (const id of ids)
          this.links.forEach((link, i) => {
            if (link.a === id || link.b === id) [2 * i, 2 * i + 1].forEach((direction) => cutDirections.add(direction));
          });
        return ids.length > 0;
      }
      case 'down': {
        const ids = line.targets
          .flatMap(
            (word) => this.place(word, ['node', 'zone', 'router'], 'a client is not stopped, its machine is') ?? [],
          )
          .flatMap((id) => this.nodesOf(id));
        for (const id of ids) stopped.add(id);
        return ids.length > 0;
      }
    }
  }

  /** Who is meant by a name in a group: a zone's nodes and clients, a node and the clients at it, a client. */
  private side(word: Word): { readonly id: VertexId; readonly word: Word }[] {
    const entry = this.find('place', word);
    if (entry?.index === undefined) return [];
    if (entry.kind === 'router') {
      this.report(
        'group-router',
        'error',
        word.span,
        `${quote(word.name)} is a router: it is on no side, it only forwards. Cut its links instead: \`cut ${word.name} -- …\` or \`isolate ${word.name}\`.`,
      );
      return [];
    }
    const id = entry.index;
    const nodes = this.nodesOf(id);
    const placed = this.vertices.flatMap((vertex, client) => {
      if (vertex.kind !== 'client' || vertex.placement.kind === 'free') return [];
      return vertex.placement.vertex === id || nodes.includes(vertex.placement.vertex) ? [client] : [];
    });
    return [...nodes, ...placed].map((one) => ({ id: one, word }));
  }

  private cut(line: Extract<PartitionLine, { kind: 'cut' }>, cutDirections: Set<number>): boolean {
    if (line.link !== undefined) {
      const entry = this.find('link', line.link);
      if (entry?.index === undefined) return false;
      cutDirections.add(2 * entry.index).add(2 * entry.index + 1);
      return true;
    }
    const ends = ['node', 'zone', 'router', 'client'] as const;
    const a = line.from === undefined ? undefined : this.place(line.from, ends, '');
    const b = line.to === undefined ? undefined : this.place(line.to, ends, '');
    if (a === undefined || b === undefined) return false;
    let found = false;
    this.links.forEach((link, i) => {
      const forward = link.a === a && link.b === b;
      const backward = link.a === b && link.b === a;
      if (!forward && !backward) return;
      if (line.oneWay && link.oneWay && backward) return;
      found = true;
      if (!line.oneWay || forward) cutDirections.add(2 * i);
      if (!line.oneWay || backward) cutDirections.add(2 * i + 1);
    });
    if (!found) {
      const near = this.links.flatMap((link) =>
        link.a === a || link.b === a || link.a === b || link.b === b ? [link.label] : [],
      );
      this.report(
        'unknown-link',
        'error',
        line.span,
        `No link joins ${quote(this.name(a))} and ${quote(this.name(b))} directly, so there is nothing to cut: ${near.length === 0 ? '' : `cut one of ${near.slice(0, 6).join(', ')}, or `}write the sides, such as \`${this.name(a)} | ${this.name(b)}\`.`,
      );
    }
    return found;
  }

  // Expectations

  private expectation(statement: ExpectStatement): void {
    const entry = statement.operation === undefined ? undefined : this.find('operation', statement.operation);
    const clients = statement.from.flatMap((word) => {
      const id = this.place(word, ['client'], 'operations are issued by clients');
      const operation = entry?.index === undefined ? undefined : this.operations[entry.index];
      if (id !== undefined && operation !== undefined && !operation.clients.includes(id)) {
        this.report(
          'wrong-kind',
          'error',
          word.span,
          `${quote(word.name)} does not issue ${quote(operation.name)}: it comes from ${operation.clients.map((c) => this.name(c)).join(', ')}.`,
        );
        return [];
      }
      return id === undefined ? [] : [id];
    });
    const verdict =
      statement.verdict === undefined ? undefined : this.value(statement.verdict, VERDICT_WORDS, 'verdict');
    const under = this.under(statement);
    if (
      entry?.index === undefined ||
      verdict === undefined ||
      under === undefined ||
      clients.length < statement.from.length
    )
      return;
    this.expectations.push({
      operation: entry.index,
      clients,
      never: statement.never,
      verdict,
      beyondLag: statement.beyondLag,
      under,
      whileDetecting: statement.whileDetecting,
    });
    this.expectationSpans.push(statement.span);
  }

  private under(statement: ExpectStatement): Expectation['under'] | undefined {
    const { under } = statement;
    if (under === undefined) return this.broken(statement.span) ? undefined : { kind: 'explored' };
    if (under.kind === 'none') return { kind: 'none' };
    if (under.kind === 'named') {
      const entry = this.find('partition', under.partition);
      return entry?.index === undefined ? undefined : { kind: 'partition', partition: entry.index };
    }
    const family = this.family(under.counts);
    return family === undefined ? undefined : { kind: 'family', family };
  }

  private family(counts: readonly FaultCount[]): FaultFamily | undefined {
    let family: FaultFamily = { links: 0, oneWays: 0, nodes: 0, zones: 0 };
    for (const { count, unit, span } of counts) {
      const found = this.value(unit, UNITS, 'kind of fault');
      if (found === undefined) return undefined;
      if (count !== 'all' && (!Number.isInteger(count) || count < 0 || count > MAX_COUNT)) {
        this.report('number-out-of-range', 'error', span, `A count is a whole number from 0 to ${MAX_COUNT}.`);
        return undefined;
      }
      const kind = found.startsWith('link')
        ? 'links'
        : found.startsWith('node')
          ? 'nodes'
          : found.startsWith('zone')
            ? 'zones'
            : 'oneWays';
      if (count === 'all' && kind !== 'links') {
        this.report('number-out-of-range', 'error', span, `\`all\` is for links; write a number of ${found}.`);
        return undefined;
      }
      family = { ...family, [kind]: count };
    }
    return counts.length === 0 ? undefined : family;
  }

  private exploration(statement: ExploreStatement): FaultFamily[] {
    const family = this.family(statement.counts);
    return family === undefined ? [] : [family];
  }

  private acceptance(statement: AcceptStatement): void {
    const entry = statement.operation === undefined ? undefined : this.find('operation', statement.operation);
    const verdict =
      statement.verdict === undefined
        ? undefined
        : this.value(statement.verdict, ACCEPTABLE, 'verdict that can be accepted');
    if (
      statement.reason === undefined &&
      verdict !== undefined &&
      entry !== undefined &&
      !this.broken(statement.span)
    ) {
      this.report(
        'syntax-error',
        'error',
        statement.span,
        'Say why this is intended, in double quotes: `accept stale on view "shown as may be out of date"`.',
      );
    }
    if (entry?.index === undefined || verdict === undefined || statement.reason === undefined) return;
    this.acceptances.push({ operation: entry.index, verdict, reason: statement.reason.value });
    this.acceptanceSpans.push(statement.span);
  }

  // Hints

  private unreachable(statements: readonly Statement[]): void {
    if (!statements.some((statement) => statement.kind === 'link' || statement.kind === 'mesh')) return;
    this.vertices.forEach((vertex, id) => {
      if (
        vertex.kind !== 'client' ||
        vertex.placement.kind !== 'free' ||
        this.links.some((link) => link.a === id || link.b === id)
      )
        return;
      if (!this.operations.some((operation) => operation.clients.includes(id))) return;
      const span = this.vertexSpans[id];
      if (span !== undefined)
        this.report(
          'unconnected-client',
          'warning',
          span,
          `No link leads to ${quote(vertex.name)}: write \`link ${nameText(vertex.name)} -- …\`, or say where it is with \`in\` or \`at\`.`,
        );
    });
  }

  private unused(): void {
    for (const entry of this.entries) {
      if (entry.kind !== 'store' || entry.index === undefined || entry.references.length > 0) continue;
      this.report(
        'lonely-store',
        'hint',
        entry.word.span,
        `No operation uses ${quote(entry.word.name)}, so there is nothing to judge: write an \`operation\` that reads or writes it.`,
      );
    }
  }

  /** Has the parser complained inside? Then what is missing is its business. */
  private broken(span: Span): boolean {
    return this.parsed.diagnostics.some(
      (diagnostic) => diagnostic.span.start >= span.start && diagnostic.span.end <= span.end + 1,
    );
  }

  private report(
    code: string,
    severity: Severity,
    span: Span,
    message: string,
    more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
  ): void {
    this.diagnostics.push({
      code,
      severity,
      span,
      message,
      ...(more.related === undefined ? {} : { related: more.related }),
      ...(more.fixes === undefined || more.fixes.length === 0 ? {} : { fixes: more.fixes }),
    });
  }
}

type Clauses = { readonly [K in StoreClause['kind']]?: Extract<StoreClause, { kind: K }> };

/** The clauses by their kind; of two of a kind the first counts. */
function byKind(clauses: readonly StoreClause[]): Clauses {
  return Object.fromEntries([...clauses].reverse().map((clause) => [clause.kind, clause]));
}

/**
 * Does an operation without `level` still mean the product's default, where the store has a `replicate` of its own? Not
 * where that says how many, or is another scheme.
 */
function keepsLevels(own: Clauses['replicate'], preset: readonly StoreClause[]): boolean {
  return (
    own === undefined ||
    (own.scheme?.name === byKind(preset).replicate?.scheme?.name && !own.args.some(({ kind }) => kind === 'setting'))
  );
}

const ACCEPTABLE: readonly VerdictKind[] = ['error', 'stale', 'unknown', 'conflict', 'lost'];

function quote(name: string): string {
  return `\`${name}\``;
}

function replacement(span: Span, text: string): Fix {
  return { title: `Change to \`${text}\``, edits: [{ span, text }] };
}

/**
 * A name as it stands in a file: in quotes where it is no identifier, or where an identifier would be written in
 * another form of Unicode.
 */
export function nameText(name: string): string {
  return name === name.normalize('NFC') &&
    /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}]*(?:-[\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}]+)*$/u.test(name)
    ? name
    : quoted(name);
}

/** A name in quotes, as the lexer takes them away again: it knows no other escapes than these. */
export function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
