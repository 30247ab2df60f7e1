import type { CstNode } from 'chevrotain';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { TEXT } from '../checks/text.js';
import type {
  FaultCount,
  Need,
  PartitionLine,
  RequiresClause,
  SchemeArgument,
  Statement,
  StepNode,
  StoreClause,
  StoreMember,
  UnderClause,
  Word,
} from './ast.js';
import { isUnitPhrase } from './language/units.js';
import {
  duration,
  has,
  names,
  nodesOf,
  numeric,
  optional,
  plainNumber,
  spanOfToken,
  tokens,
  unknownUnit,
  word,
  words,
  msPer,
  type Part,
} from './cst.js';
import { wire, within } from './lowerDelay.js';
import { failing, shareClause } from './lowerShare.js';

/** Makes the syntax tree of one statement from the result of the parser. After a mistake any part may be missing. */
export function lower(cst: CstNode, span: Span, report: (diagnostic: Diagnostic) => void): Statement | undefined {
  for (const [rule, children] of Object.entries(cst.children)) {
    const [element] = children;
    const make = STATEMENTS.get(rule);
    if (make !== undefined && element !== undefined && 'children' in element)
      return make({ children: element.children, span, report });
  }
  return undefined;
}

const STATEMENTS = new Map<string, (part: Part) => Statement>([
  ['node', (part) => ({ kind: 'node', span: part.span, names: names(part), ...failing(part) })],
  [
    'zone',
    (part) => ({
      kind: 'zone',
      span: part.span,
      ...optional('name', word(part, 'Name')),
      ...failing(part),
      nodes: nodesOf(part, 'node').flatMap((node) => names(node)),
      failing: nodesOf(part, 'node').flatMap((node) => {
        const { fails } = failing(node);
        return fails === undefined ? [] : [{ names: names(node), fails }];
      }),
    }),
  ],
  [
    'risk',
    (part) => ({
      kind: 'risk',
      span: part.span,
      ...optional('name', word(part, 'Name')),
      members: nodesOf(part, 'threatened').flatMap((member) => {
        const from = word(member, 'from');
        return from === undefined ? [] : [{ from, ...optional('to', word(member, 'to')), span: member.span }];
      }),
      ...failing(part),
    }),
  ],
  ['router', (part) => ({ kind: 'router', span: part.span, names: names(part) })],
  ['client', client],
  ['link', link],
  ['mesh', (part) => ({ kind: 'mesh', span: part.span, members: names(part), ...wire(part) })],
  ['store', store],
  [
    'service',
    (part) => ({
      kind: 'service',
      span: part.span,
      ...optional('name', word(part, 'Name')),
      instances: names(part),
      clauses: nodesOf(part, 'requires').map(requires),
    }),
  ],
  ['operation', operation],
  [
    'partition',
    (part) => ({
      kind: 'partition',
      span: part.span,
      ...optional('name', word(part, 'Name')),
      lines: nodesOf(part, 'line').flatMap(partitionLine),
    }),
  ],
  ['expect', expectation],
  [
    'accept',
    (part) => {
      const reason = word(part, 'reason');
      const [day] = tokens(part, 'Day');
      return {
        kind: 'accept',
        span: part.span,
        ...optional('verdict', word(part, 'verdict')),
        ...optional('operation', word(part, 'operation')),
        ...optional('reason', reason === undefined ? undefined : { value: reason.name, span: reason.span }),
        ...optional('until', day === undefined ? undefined : { value: day.image, span: spanOfToken(day) }),
      };
    },
  ],
  ['explore', (part) => ({ kind: 'explore', span: part.span, counts: nodesOf(part, 'count').flatMap(faultCount) })],
  ['include', (part) => ({ kind: 'include', span: part.span, ...optional('file', word(part, 'Quoted')) })],
]);

/** Where the first word of a part stands. */
function firstToken(part: Part): Span {
  const [token] = [...tokens(part, 'In'), ...tokens(part, 'At')];
  return token === undefined ? part.span : spanOfToken(token);
}

function client(part: Part): Statement {
  const [placed] = nodesOf(part, 'placement');
  const placement =
    placed === undefined
      ? undefined
      : {
          kind: has(placed, 'In') ? ('in' as const) : ('at' as const),
          word: firstToken(placed),
          ...optional('target', word(placed, 'Name')),
        };
  return {
    kind: 'client',
    span: part.span,
    names: names(part),
    ...optional('placement', placement),
    via: names(part, 'viaNames'),
  };
}

function link(part: Part): Statement {
  return {
    kind: 'link',
    span: part.span,
    ...optional('name', word(part, 'label')),
    ...optional('from', word(part, 'from')),
    ...optional('to', word(part, 'to')),
    oneWay: has(part, 'Arrow'),
    ...wire(part),
  };
}

function store(part: Part): Statement {
  const members = nodesOf(part, 'member').flatMap((member): StoreMember[] => {
    const name = word(member, 'Name');
    const role = has(member, 'Witness') ? 'witness' : has(member, 'Observer') ? 'observer' : 'replica';
    return name === undefined ? [] : [{ name, role, ...optional('from', word(member, 'from')) }];
  });
  return {
    kind: 'store',
    span: part.span,
    ...optional('name', word(part, 'Name')),
    members,
    clauses: nodesOf(part, 'clause').flatMap(clause),
  };
}

function clause(part: Part): StoreClause[] {
  const [choose] = nodesOf(part, 'choose');
  if (choose !== undefined) return [{ kind: 'choose', span: choose.span, ...optional('value', word(choose, 'Name')) }];
  const [replicate] = nodesOf(part, 'replicate');
  if (replicate !== undefined) {
    return [
      {
        kind: 'replicate',
        span: replicate.span,
        ...optional('scheme', word(replicate, 'scheme')),
        args: nodesOf(replicate, 'argument').flatMap(argument),
      },
    ];
  }
  const [reaction] = nodesOf(part, 'onPartition');
  if (reaction !== undefined) {
    return [
      {
        kind: 'on partition',
        span: reaction.span,
        ...optional('reaction', word(reaction, 'Name')),
        ...optional('duration', duration(reaction, 'Numeric')),
      },
    ];
  }
  const [merge] = nodesOf(part, 'merge');
  if (merge !== undefined) return [{ kind: 'merge', span: merge.span, ...optional('rule', word(merge, 'Name')) }];
  const [like] = nodesOf(part, 'like');
  if (like !== undefined) return [{ kind: 'like', span: like.span, ...optional('preset', word(like, 'Name')) }];
  const [detect] = nodesOf(part, 'detect');
  if (detect !== undefined)
    return [{ kind: 'detect', span: detect.span, ...optional('duration', duration(detect, 'Numeric')) }];
  const [rejoin] = nodesOf(part, 'rejoin');
  if (rejoin !== undefined) return [{ kind: 'rejoin', span: rejoin.span, ...optional('how', word(rejoin, 'Name')) }];
  const [membership] = nodesOf(part, 'membership');
  if (membership !== undefined)
    return [{ kind: 'membership', span: membership.span, ...optional('how', word(membership, 'Name')) }];
  const [derived] = nodesOf(part, 'from');
  if (derived !== undefined) {
    const bound = optional('bound', duration(derived, 'Numeric'));
    return [{ kind: 'from', span: derived.span, ...optional('store', word(derived, 'Name')), ...bound }];
  }
  const [instead] = nodesOf(part, 'else');
  if (instead !== undefined) return [{ kind: 'else', span: instead.span, ...optional('store', word(instead, 'Name')) }];
  const [required] = nodesOf(part, 'requires');
  if (required !== undefined) return [requires(required)];
  return [];
}

function requires(part: Part): RequiresClause {
  return { kind: 'requires', span: part.span, names: names(part) };
}

function argument(part: Part): SchemeArgument[] {
  if (has(part, 'Comma')) return [{ kind: 'comma', span: part.span }];
  const name = word(part, 'Name');
  if (name !== undefined) {
    const value = plainNumber(part, 'value');
    if (has(part, 'Equals'))
      return value === undefined ? [] : [{ kind: 'setting', name, value: value.value, span: part.span }];
    return [{ kind: 'word', word: name, span: name.span }];
  }
  const [token] = tokens(part, 'Numeric');
  if (token === undefined) return [];
  const { value, unit } = numeric(token);
  const span = spanOfToken(token);
  if (unit === '') return [{ kind: 'number', value, span }];
  const factor = msPer(unit);
  if (factor === undefined) {
    unknownUnit(part, token, 'a plain number or a duration such as 5s');
    return [];
  }
  return [{ kind: 'duration', ms: value * factor, span }];
}

function operation(part: Part): Statement {
  const clients = names(part);
  const through = nodesOf(part, 'through').flatMap((services) => names(services));
  const [access] = nodesOf(part, 'access');
  if (has(part, 'Open')) {
    const steps = nodesOf(part, 'step').flatMap((step) => nodesOf(step, 'access').map((found) => stepOf(found, [])));
    return {
      kind: 'operation',
      span: part.span,
      ...optional('name', word(part, 'Name')),
      composite: true,
      clients,
      through,
      steps,
    };
  }
  const steps = access === undefined ? [] : [stepOf(access, nodesOf(part, 'demand'))];
  return {
    kind: 'operation',
    span: part.span,
    ...optional('name', word(part, 'Name')),
    composite: false,
    clients,
    through,
    steps,
  };
}

function stepOf(access: Part, after: readonly Part[]): StepNode {
  const demands = [...nodesOf(access, 'demand'), ...after];
  const levels = demands.flatMap((demand) => words(demand, 'level'));
  const needs = demands
    .flatMap((demand) => nodesOf(demand, 'need'))
    .flatMap((need): Need[] => {
      const guarantee = word(need, 'Name');
      return guarantee === undefined
        ? []
        : [{ guarantee, ...optional('bound', duration(need, 'Numeric')), span: need.span }];
    });
  const [, again] = levels;
  if (again !== undefined) {
    access.report(
      diagnosticOf(
        TEXT.syntaxError,
        again.span,
        `A request has one level, and it has \`${levels[0]?.name ?? ''}\` already: remove one of the two.`,
      ),
    );
  }
  const bound = demands.find((demand) => words(demand, 'level').length > 0);
  const end = after.reduce((last, demand) => Math.max(last, demand.span.end), access.span.end);
  return {
    access: has(access, 'Write') ? 'write' : 'read',
    ...optional('store', word(access, 'Name')),
    ...optional('level', levels[0]),
    ...(bound === undefined ? {} : optional('bound', duration(bound, 'Numeric'))),
    needs,
    span: { start: access.span.start, end },
  };
}

function partitionLine(part: Part): PartitionLine[] {
  const [groups] = nodesOf(part, 'groups');
  if (groups !== undefined)
    return [
      { kind: 'groups', span: groups.span, groups: nodesOf(groups, 'names').map((group) => words(group, 'Name')) },
    ];
  const [cut] = nodesOf(part, 'cut');
  if (cut !== undefined) return nodesOf(cut, 'cutLink').map((link, i) => cutLine(link, i === 0 ? cut : link));
  const [isolate] = nodesOf(part, 'isolate');
  if (isolate !== undefined) return [{ kind: 'isolate', span: isolate.span, targets: names(isolate) }];
  const [down] = nodesOf(part, 'down');
  if (down !== undefined)
    return [{ kind: 'down', span: down.span, targets: names(down), destroyed: has(down, 'Destroyed') }];
  const [destroy] = nodesOf(part, 'destroy');
  if (destroy !== undefined) return [{ kind: 'down', span: destroy.span, targets: names(destroy), destroyed: true }];
  return [];
}

/** The first link of a `cut` begins where the `cut` does. */
function cutLine(link: Part, first: Part): PartitionLine {
  const oneWay = has(link, 'Arrow');
  const span = { start: first.span.start, end: link.span.end };
  return oneWay || has(link, 'Both')
    ? { kind: 'cut', span, ...optional('from', word(link, 'from')), ...optional('to', word(link, 'to')), oneWay }
    : { kind: 'cut', span, ...optional('link', word(link, 'from')), oneWay };
}

function expectation(part: Part): Statement {
  const [under] = nodesOf(part, 'under').flatMap(underClause);
  const [share] = nodesOf(part, 'share').flatMap(shareClause);
  const [limit] = nodesOf(part, 'within').flatMap(within);
  return {
    kind: 'expect',
    span: part.span,
    ...optional('operation', word(part, 'operation')),
    from: names(part),
    never: has(part, 'Never'),
    ...optional('verdict', word(part, 'verdict')),
    beyondLag: has(part, 'Beyond'),
    ...optional('share', share),
    ...optional('within', limit),
    ...optional('under', under),
    whileDetecting: nodesOf(part, 'phase').some((phase) => has(phase, 'While')),
    onceSettled: nodesOf(part, 'phase').some((phase) => has(phase, 'Once')),
  };
}

function underClause(part: Part): UnderClause[] {
  const [family] = nodesOf(part, 'family');
  if (family !== undefined)
    return [{ kind: 'any', counts: nodesOf(family, 'count').flatMap(faultCount), span: part.span }];
  if (has(part, 'No')) return [{ kind: 'none', span: part.span }];
  const partition = word(part, 'Name');
  return partition === undefined ? [] : [{ kind: 'named', partition, span: part.span }];
}

/** `2 links`, `all links`, `zone`, `1 isolated node`. */
function faultCount(part: Part): FaultCount[] {
  const count = plainNumber(part, 'Numeric');
  const unit = word(part, 'Name');
  const counted = (of: number | 'all', ...units: readonly Word[]): FaultCount[] => [
    { count: of, units, span: part.span },
  ];
  if (count !== undefined) return unit === undefined ? [] : counted(count.value, unit, ...words(part, 'more'));
  const first = word(part, 'first');
  const second = word(part, 'second');
  if (first === undefined) return [];
  if (second === undefined) return counted(1, first);
  if (first.name === 'all') return counted('all', second);
  if (isUnitPhrase(first.name, second.name)) return counted(1, first, second);
  part.report(
    diagnosticOf(
      TEXT.syntaxError,
      first.span,
      `Expected a number or \`all\` before \`${second.name}\`, as in \`2 links\`.`,
    ),
  );
  return [];
}
