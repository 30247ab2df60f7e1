import { FAILS, LEVEL, NEEDS, ROUND_TRIP } from './parts.js';
import { form, part, type WordRow } from './word.js';

/** What begins a statement. These words are reserved. */
export const STATEMENT_WORDS = {
  node: { meaning: 'Machines that can hold replicas and forward nothing for others.' },
  zone: { meaning: 'Machines on one local network. The link of each to that network can fail too.' },
  router: { meaning: 'Forwards traffic, holds no data, issues no operation.' },
  client: {
    meaning: 'Issues operations: `in` a zone, `at` a node, or attached by its own links.',
    form: form(
      'client',
      'Issues operations.',
      part('NAMES', 'One or more, with commas between.'),
      part('[in ZONE | at NODE]', 'On the zone’s network, or on that very machine.', ['in', 'at']),
      part('[via REPLICAS]', 'Pinned to these replicas: it turns to no others.', ['via']),
    ),
  },
  link: {
    meaning: 'A connection that can be cut: `--` carries both ways, `->` one way.',
    form: form(
      'link',
      'A connection that can be cut.',
      part('[NAME:]', 'A name for partitions to refer to.', [':'], [':']),
      part('A', 'A node, zone, router or client.'),
      part('-- B', '`--` carries both ways, `->` one way.', ['--', '->']),
      ROUND_TRIP,
      FAILS,
    ),
  },
  mesh: {
    meaning: 'A link between each pair.',
    form: form(
      'mesh',
      'A link between each pair.',
      part('MEMBERS', 'Two or more, with commas between.'),
      ROUND_TRIP,
      FAILS,
    ),
  },
  store: {
    meaning: 'One replicated register per key, on these replicas.',
    form: form(
      'store',
      'One replicated register per key.',
      part('NAME', 'The name that operations use.'),
      part(
        'on REPLICAS',
        'Nodes or zones, with commas between; `witness w` votes and holds no data, ' +
          '`observer o` holds a copy and has no vote.',
        ['on'],
      ),
      part('{ … }', 'What was chosen: `choose CP` or `choose AP`, a scheme, or a product.', ['{']),
    ),
  },
  service: {
    meaning:
      'A stateless service on these nodes: it holds no data, and issues the steps of operations that go `through` it.',
    form: form(
      'service',
      'A stateless service.',
      part('NAME', 'The name that operations use after `through`.'),
      part('on NODES', 'Where its instances run: nodes or zones, with commas between.', ['on']),
      part('[{ requires NAMES }]', 'The stores and services that an instance needs an answer from.', ['{']),
    ),
  },
  operation: {
    meaning: 'One kind of request: a read or a write of one store, or several steps in order.',
    form: form(
      'operation',
      'One kind of request.',
      part('NAME', 'The name that expectations use.'),
      part(': read STORE | write STORE', 'What it does; several steps stand in braces after the clients.', [
        ':',
        'read',
        'write',
      ]),
      part('from CLIENTS', 'The clients that issue it, with commas between.', ['from']),
      part('[through SERVICES]', 'The services that carry it out, in the order in which the request passes them.', [
        'through',
      ]),
      LEVEL,
      NEEDS,
    ),
  },
  partition: {
    meaning: 'A named way to break the network: sides that no message passes between, cuts, isolated or stopped nodes.',
    source: 'Alquraan et al., OSDI 2018, on complete, partial and one-way partitions',
    form: form(
      'partition',
      'A named way to break the network.',
      part('NAME', 'The name that expectations use.'),
      part('{ A | B }', 'Sides that no message passes between; or lines `cut`, `isolate`, `down`.', ['{']),
    ),
  },
  risk: {
    meaning: 'What fails together: cables in one duct, machines on one power feed.',
    form: form(
      'risk',
      'What fails together.',
      part('NAME', 'What reports call it.'),
      part('{ A, B -- C }', 'Links, by their names or ends; nodes, zones and routers.', ['{']),
      part('fails 0.05%', 'The share of time in which all of it is down.', ['fails']),
    ),
  },
  expect: {
    meaning: 'What must hold: a failed expectation is an error here and in CI.',
    form: form(
      'expect',
      'What must hold.',
      part('OPERATION', 'What it is about.'),
      part('[from CLIENTS]', 'Without it, every client of the operation.', ['from']),
      part('[never]', 'It can’t happen.', ['never'], ['never']),
      part('VERDICT', 'ok, error, stale, dirty, unknown, partial, conflict, lost or available.'),
      part('[within 200ms]', 'In place of a verdict: how long an answer may take; without `under`, with no fault.', [
        'within',
      ]),
      part('[beyond lag]', 'What has only not arrived yet does not count.', ['beyond']),
      part('[99.99% | at most 5min a year]', 'For at least, or at most, this share of time.', ['at']),
      part(
        '[under FAULTS]',
        'A named partition, `any 2 links, 1 node`, or `no fault`. Without it, every fault that is explored.',
        ['under'],
      ),
      part(
        '[while detecting | once settled]',
        'Before every server has noticed the break, or afterwards. Without it, `never` is about both where data is ' +
          'harmed, and all else is about afterwards.',
        ['while', 'once'],
      ),
    ),
  },
  accept: {
    meaning: 'This trade-off is intended: its diagnostic turns into a hint that carries the reason.',
    form: form(
      'accept',
      'This trade-off is intended.',
      part('VERDICT', 'error, stale, dirty, unknown, partial, conflict or lost.'),
      part('on OPERATION', 'The operation that has it.', ['on']),
      part('["REASON"]', 'Why this is fine; its diagnostic carries it.'),
      part('[until DAY]', 'The last day on which it holds, such as 2027-03-01.', ['until']),
    ),
  },
  explore: {
    meaning:
      'Which faults are looked at. Without it: all sets of cut links, and one fault of each other kind, pairs of ' +
      'places among them.',
    form: form(
      'explore',
      'Which faults are looked at.',
      part(
        'all links | [any] 2 links, 1 node',
        'Counts of links, nodes, zones, one-ways, pairs, isolated nodes, zones apart.',
      ),
    ),
  },
  include: {
    meaning:
      'What another file declares, as if it were written here: `include "topology.cap"`, a path relative to this file.',
    form: form(
      'include',
      'What another file declares, as if it were written here.',
      part('"FILE"', 'A path relative to this file, with `/` between folders.'),
    ),
  },
} satisfies Record<string, WordRow>;

/** A word that begins a statement. */
export type StatementWord = keyof typeof STATEMENT_WORDS;
