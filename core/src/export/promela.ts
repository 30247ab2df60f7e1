import { readsOneCopy } from '../model/levels.js';
import type { Model, Store } from '../model/model.js';
import { familySize, familyText } from '../network/families.js';
import { comment, type Design, designOf, isOpen, levelName, storesOf, stepsOf } from './promela/design.js';
import { layOut } from './promela/layout.js';
import { faultChoices, networkText } from './promela/network.js';
import { KNOWN_LEVELS, refusals, scenarioCount } from './promela/refusals.js';
import { discardText, eachZoneText, primariesText, storeText } from './promela/stores.js';
import type { Exported } from './format.js';

/**
 * A design as a model for SPIN (Holzmann, The SPIN Model Checker, 2003), which visits every fault, every way in which the stores settle, every request and
 * every set of copies one by one: a second opinion on the counts of `netsplit check`. Written from docs/semantics.md, sections 1 to 5; shares no code with the engine.
 */
export function promela(model: Model): Exported {
  const reasons = refusals(model);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const design = designOf(model);
  const text = [
    header(design),
    layOut([constants(design), networkText(design), requests(design), storesText(design), main(design)].join('\n')),
    counting(design),
  ].join('\n');
  return { kind: 'text', text: design.names.fill(text) };
}

function header(design: Design): string {
  const { model } = design;
  return `/*
 * A Netsplit design for the model checker SPIN (spinroot.com), as a second opinion on what 'netsplit check' says.
 *
 *   spin -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *
 * SPIN tries ${faultTotal(model)} faults (${model.families.map((family) => familyText(model, family)).join('; ')}${model.partitions.length > 0 ? `; ${model.partitions.length} named` : ''}), and under each of them
 * every operation from every client, every leader or promoted replica that there may be, every set of copies that may acknowledge or
 * answer, and every other write, acknowledged just before the break, before everybody has noticed it, or once it has settled.
 * For every operation and client it prints under how many of the faults each verdict can happen.
 *
 * To see how one of them comes about, let SPIN stop at it (ERROR, UNKNOWN, STALE_LAG, STALE_HEAL, CONFLICT_LAG, CONFLICT_HEAL, LOST) and
 * replay its trail:
 *
 *   spin -DASK=${design.askNames[0] ?? ''} -DSHOW=ERROR -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *   spin -DASK=${design.askNames[0] ?? ''} -DSHOW=ERROR -t -g design.pml
 *
 * What is asked is the settled phase (docs/semantics.md). Expectations, accepted verdicts, needs and round trips are not in here;
 * whom a client asks first was worked out from the round trips.
 */
`;
}

function faultTotal(model: Model): bigint {
  return model.families.reduce(
    (sum, family) => sum + familySize(model, family),
    BigInt((faultChoices(model).healthyApart ? 1 : 0) + model.partitions.length),
  );
}

function constants(design: Design): string {
  const { model, nodes, clients } = design;
  const number = (name: string, value: number | string, remark: string): string =>
    `#define ${name} ${value}${remark === '' ? '' : `         ${comment(remark)}`}`;
  const vertices = model.vertices.map((vertex, id) =>
    number(design.vertices[id] ?? '', id, `${vertex.kind} ${vertex.name}`),
  );
  const zones = model.vertices.flatMap(({ kind }, id) => (kind === 'zone' ? [id] : []));
  return [
    '/* ---- The design. Sets are numbers: bit v stands for vertex v, or for link v. ---- */',
    '',
    ...vertices,
    ...model.links.map((link, l) => number(design.links[l] ?? '', l, link.label)),
    ...model.stores.map(({ name }, s) => number(design.stores[s] ?? '', s, `store ${name}`)),
    ...model.operations.map(({ name }, o) => number(design.operations[o] ?? '', o, `operation ${name}`)),
    ...design.asks.map(({ operation, client }, a) =>
      number(
        design.askNames[a] ?? '',
        a,
        `${model.operations[operation]?.name ?? ''} from ${model.vertices[client]?.name ?? ''}`,
      ),
    ),
    '',
    number('NODES', nodes.length, zones.length > 0 ? 'they come first' : ''),
    number('CLIENTS', clients.length, ''),
    number('STORES', Math.max(1, model.stores.length), ''),
    number('EVERYBODY', 2 ** model.vertices.length - 1, ''),
    number('EVERY_NODE', 2 ** nodes.length - 1, ''),
    number('EVERY_LINK', 2 ** model.links.length - 1, ''),
    number('NOBODY', 31, 'a bit that no set has'),
    '',
    '#define bit(v) (1 << (v))',
    '#define has(these, v) (((these) >> (v)) & 1)',
    `#define size(these) (${nodes.map((id) => `has(these, ${id})`).join(' + ')})`,
    '#define on(net, v) connected[(net) * NODES + (v)]',
    '',
    '#define HEALTHY 0',
    '#define BROKEN 1',
    '',
  ].join('\n');
}

// ---- who asks whom

function requests(design: Design): string {
  const { model } = design;
  const levels = ['DEFAULT', ...KNOWN_LEVELS.map((level) => levelName(level))];
  const longest = Math.max(
    0,
    ...design.clients.flatMap((client) => model.stores.map((store) => design.order(client, store).length)),
  );
  const operation = (o: number): string => design.operations[o] ?? '';
  const steps = model.operations.flatMap(({ name, steps: list }, o) =>
    list.map((one, i) => {
      const values = [
        `store = ${design.stores[one.store] ?? ''}`,
        `writes = ${one.access === 'write' ? 1 : 0}`,
        `level = ${levelName(one.level)}`,
        `one_copy = ${readsOneCopy(one) ? 1 : 0}`,
      ];
      return `:: operation == ${operation(o)} && step == ${i} -> ${values.join('; ')}         ${comment(`${name}: ${one.access} ${model.stores[one.store]?.name ?? ''}`)}`;
    }),
  );
  const pairs = design.clients.flatMap((client) =>
    model.stores.map((store, s) => ({
      client,
      c: design.clients.indexOf(client),
      store,
      s,
      order: design.order(client, store),
    })),
  );
  const waits = model.stores.flatMap(({ onPartition }, s) =>
    onPartition.kind === 'wait' ? [`store == ${design.stores[s] ?? ''}`] : [],
  );
  const primaries = model.stores.flatMap((store, s) =>
    store.replication.scheme === 'primary' ? [{ store, s, replication: store.replication }] : [],
  );
  const isPrimary = primaries.map(({ s }) => `store == ${design.stores[s] ?? ''}`).join(' || ');
  const primaryAP = primaries
    .filter(({ store }) => store.choice === 'AP')
    .map(({ s }) => `store == ${design.stores[s] ?? ''}`);
  return `/* ---- A request: whom a client asks, and what becomes of it. ---- */

${levels.map((level, i) => `#define ${level} ${i}`).join('\n')}

/* when: just before the break; before everybody has noticed it; once it has settled */
#define BEFORE 0
#define DETECTING 1
#define DURING 2

/* results */
#define NONE 0
#define ERROR 1
#define UNKNOWN 2
#define SERVED 4
#define FAILED_EARLIER 5

/* histories of acknowledged writes: the one that everybody shares; the old and the new primary's; one copy alone, merged at the heal */
#define SHARED 0
#define OLD 1
#define NEW 2
#define ALONE 3
#define HINTED 4                /* nobody can read it where it is: it is to be handed over */

/* which of two primaries a client turns to first */
#define NEITHER 0
#define THE_OLD 1
#define THE_NEW 2

byte ask;                       /* what is asked about: an operation from a client */
byte operation, client, at;     /* who does something now, up to which step */
byte net = BROKEN;
byte time;

byte leader[STORES] = NOBODY;   /* who leads or was promoted once the break has settled */
byte former[STORES] = NOBODY;   /* who led before */
bit unaware[STORES];            /* nobody has noticed the break yet */
bit electing[STORES];           /* all have, and nobody is promoted yet */
byte spared[STORES] = NOBODY;   /* all have, but this one */
int able, old_ones;
int lasting, lasted;            /* of those who can lead, now and before the break: whom nobody deposes */
bit steady[STORES];             /* the old leader is one of these, and still is */

byte step, store, level, pick;
bit writes, one_copy;
bit can_old, can_new;
byte old = NOBODY, head = NOBODY;
bit acts;

byte result;
byte history;                   /* what an acknowledged write is part of */
byte by = NOBODY;               /* who answered a read */
int core, pool;                 /* the copies: 'core', and 'need' others of 'pool' */
byte need;
bit each_zone;                  /* of every zone a majority, instead */

hidden byte turn, replica;
hidden byte served, follows, followed, deposed, everyone, acknowledges, stepped, one_side_lacks_it;
hidden int in_reach;
hidden int listed;

#define reaches hears[net * CLIENTS + client_number]
#define reached_by answers[net * CLIENTS + client_number]
hidden byte client_number;

/* the network as servers of the store know it */
#define BELIEVED (unaware[store] || spared[store] == replica -> HEALTHY : net)

inline one_of(these, chosen) {
x = 0;
do
:: has(these, x) -> chosen = x; break
:: ((these) >> (x + 1)) != 0 -> x++
od;
x = 0
}

inline look_up_step() {
if
${steps.join('\n')}
fi;
head = (net == HEALTHY || unaware[store] -> former[store] : (electing[store] -> NOBODY : leader[store]))
}

inline look_up_client() {
if
${design.clients.map((client, c) => `:: client == ${design.vertices[client] ?? ''} -> client_number = ${c}`).join('\n')}
fi;
if
${pairs.map(({ client, s, order }) => `:: client == ${design.vertices[client] ?? ''} && store == ${design.stores[s] ?? ''} -> listed = ${design.set(order)}`).join('\n')}
fi;
${options(
  primaries.map(
    ({ store, s, replication }) =>
      `:: store == ${design.stores[s] ?? ''} ->\n${primariesText(design, store, replication)}`,
  ),
  'old = NOBODY; acts = 0',
)}
}

/* Sets 'replica' to whom the client asks in its ${longest + 2} turns: two are for primaries, the others for its list. NOBODY: it lets the turn pass. */
inline next_replica() {
if
${
  primaries.length === 0
    ? ''
    : `:: turn < 2 && (${isPrimary}) && !one_copy && pick != NEITHER ->         /* a primary, then the other one */
replica = ((turn == 0) == (pick == THE_OLD) -> old : head);
if :: !has(listed, replica) -> replica = NOBODY :: else fi
:: turn >= 2 && (${isPrimary}) && !one_copy${primaryAP.length === 0 ? '' : ` && !(${primaryAP.join(' || ')})`} -> replica = NOBODY
`
}:: else ->         /* its list */
if
${pairs.map(({ client, s, order }) => `:: client == ${design.vertices[client] ?? ''} && store == ${design.stores[s] ?? ''} -> replica = ${order.reduceRight((rest, id, k) => `(turn == ${k + 2} -> ${design.vertices[id] ?? ''} : ${rest})`, 'NOBODY')}`).join('\n')}
fi
fi
}

/* One request: the client turns to one replica after the other, as far as it is refused. */
inline request() {
turn = 0;
result = NONE;
do
:: result != NONE -> break
:: result == NONE && turn == ${longest + 2} -> result = ERROR
:: result == NONE && turn < ${longest + 2} ->
next_replica();
if
:: !has(reaches, replica) -> turn++
:: else ->
history = SHARED; by = NOBODY; core = 0; pool = 0; need = 0; each_zone = 0;
serve();
if
:: !has(reached_by, replica) || (!served && (unaware[store]${waits.length === 0 ? '' : ` || ${waits.join(' || ')}`})) -> result = (writes -> UNKNOWN : ERROR)
:: else ->
if
:: served -> result = SERVED
:: else -> turn++
fi
fi
fi
od
}

/* The steps of an operation up to 'at', one after the other. */
inline perform() {
step = 0;
do
:: true ->
d_step {
look_up_step();
look_up_client();
${
  primaries.length === 0
    ? 'skip'
    : `can_old = (${isPrimary}) && !one_copy && has(listed, old) && has(reaches, old);
can_new = (${isPrimary}) && !one_copy && has(listed, head) && has(reaches, head)`
}
};
if
:: can_old -> pick = THE_OLD
:: can_new -> pick = THE_NEW
:: !can_old && !can_new -> pick = NEITHER
fi;
d_step {
look_up_client();
request();
can_old = 0; can_new = 0; old = NOBODY; acts = 0;
turn = 0; replica = 0; served = 0; follows = 0; followed = 0; deposed = 0; everyone = 0; stepped = 0; listed = 0; client_number = 0
};
if
:: step == at -> break
:: step < at && result == SERVED -> step++
:: step < at && result != SERVED -> result = FAILED_EARLIER; break
fi
od
}

/* 'need' of 'pool', any of them. */
inline take(chosen) {
x = 0;
do
:: need == 0 -> break
:: need > 0 && has(pool, x) -> chosen = chosen | bit(x); need--; x++
:: need > 0 && size(pool >> (x + 1)) >= need -> x++
od;
x = 0
}

int in_all;

/* A set of copies that may be all who have the write, or that may answer the read. */
inline choose_copies(chosen) {
atomic {
chosen = core;
in_all = pool;
${eachZone(design)}pool = 0; core = 0; in_all = 0; each_zone = 0
}
}
`;
}

function eachZone(design: Design): string {
  const stores = design.model.stores.flatMap((store, s) =>
    design.model.operations.some(({ steps }) => steps.some((step) => step.store === s && step.level === 'each-quorum'))
      ? [`:: each_zone && store == ${design.stores[s] ?? ''} ->\n${eachZoneText(design, store, 'chosen')}`]
      : [],
  );
  return stores.length === 0 ? 'take(chosen);\n' : `if\n${stores.join('\n')}\n:: else -> take(chosen)\nfi;\n`;
}

/** One of several ways, each with its guard, or else another one. */
function options(ways: readonly string[], otherwise: string): string {
  return ways.length === 0 ? otherwise : ['if', ...ways, `:: else -> ${otherwise}`, 'fi'].join('\n');
}

// ---- what the stores do

function storesText(design: Design): string {
  const texts = design.model.stores.map((store, s) => ({ store, s, text: storeText(design, s, store) }));
  const each = (of: (one: (typeof texts)[number]) => string | undefined, compared: string): string =>
    texts
      .flatMap((one) => {
        const text = of(one);
        return text === undefined
          ? []
          : [`:: ${compared} == ${design.stores[one.s] ?? ''} ->         ${comment(summary(one.store))}\n${text}`];
      })
      .join('\n');
  const lost = texts.flatMap(({ store, s, text }) => (text.lost === undefined ? [] : [{ store, s, lost: text.lost }]));
  return `/* ---- The stores: what a replica does that is asked, and what can become of what it did. ---- */

/* Sets 'served', and which copies are looked at or written. */
inline serve() {
${options(
  texts.flatMap(({ s, text }) =>
    text.standing === undefined ? [] : [`:: store == ${design.stores[s] ?? ''} ->\n${text.standing}`],
  ),
  'skip',
)};
if
:: writes ->
if
${each(({ text }) => text.write, 'store')}
fi
:: else ->
if
${each(({ text }) => text.read, 'store')}
fi
fi
}

${texts.flatMap(({ store, s, text }) => (text.settle === undefined ? [] : [`inline settle_${design.stores[s] ?? ''}(under) {         ${comment(summary(store))}\natomic {\n${text.settle}\n}\n}\n`])).join('\n')}
/* harms: bits of what is noted */
#define STALE_LAG 8
#define STALE_HEAL 16
#define CONFLICT_LAG 32
#define CONFLICT_HEAL 64
#define LOST 128

byte about;                     /* the store of the two that are compared */
bit reading;
int mine, theirs;               /* the copies of what is asked about; of another acknowledged write */
byte my_history, my_time, answered_by = NOBODY;
byte harm;

inline find_lost() {
d_step {
harm = 0;
${options(
  lost.map(
    ({ store, s, lost: guard }) =>
      `:: about == ${design.stores[s] ?? ''} && !reading ->\n${guard === 'one_side_lacks_it' ? `one_side_lacks_it = 0;\n${discardText(design, store)};\n` : ''}harm = (${guard} -> LOST : 0)`,
  ),
  'skip',
)};
one_side_lacks_it = 0
}
}

inline compare() {
d_step {
if
:: reading ->
if
${each(({ text }) => text.missed, 'about')}
fi
:: else ->
if
${each(({ text }) => text.conflict, 'about')}
fi
fi
}
}
`;
}

function summary({ name, replication, choice }: Store): string {
  return `store ${name}: ${replication.scheme}${choice === undefined ? '' : `, choose ${choice}`}`;
}

// ---- what SPIN explores

function main(design: Design): string {
  const { model } = design;
  const settle = (s: number, net: string): string => `settle_${design.stores[s] ?? ''}(${net})`;
  const operation = (o: number): string => design.operations[o] ?? '';
  const whole = model.operations.flatMap(({ steps }, o) => {
    const open = storesOf(steps).filter((s) => isOpen(model.stores[s]));
    return open.length === 0
      ? []
      : [
          `:: operation == ${operation(o)} -> ${open.map((s) => `${settle(s, 'BROKEN')}; add_scenario(former[${design.stores[s] ?? ''}]); add_scenario(leader[${design.stores[s] ?? ''}])`).join('; ')}`,
        ];
  });
  const together = model.operations.flatMap(({ steps: list }, o) =>
    list.flatMap((step, i) => {
      const others = storesOf(list).filter((s) => s !== step.store && isOpen(model.stores[s]));
      return others.length === 0
        ? []
        : [`:: operation == ${operation(o)} && focus == ${i} -> ${others.map((s) => settle(s, 'HEALTHY')).join('; ')}`];
    }),
  );
  const inFront = model.operations.flatMap(({ steps }, o) =>
    steps.flatMap((step, i) => {
      const others = storesOf(steps.slice(0, i)).filter((s) => s !== step.store);
      return others.length === 0
        ? []
        : [`:: operation == ${operation(o)} && at == ${i} ->\n${others.map((s) => elsewhere(design, s)).join(';\n')}`];
    }),
  );
  const writers = model.stores.flatMap((_, s) => {
    const all = model.operations.flatMap(({ steps, clients }, o) =>
      steps.flatMap((step, i) =>
        step.access === 'write' && step.store === s
          ? clients.map(
              (client) =>
                `:: about == ${design.stores[s] ?? ''} -> operation = ${operation(o)}; at = ${i}; client = ${design.vertices[client] ?? ''}`,
            )
          : [],
      ),
    );
    return all.length === 0
      ? [`:: about == ${design.stores[s] ?? ''} -> goto done         /* nobody writes it */`]
      : all;
  });
  const pausing = model.stores.flatMap((_, s) =>
    halfNoticed(design, s).map(
      (half) => `:: time == DETECTING && about == ${design.stores[s] ?? ''} ${half}; unaware[about] = 0`,
    ),
  );
  const led = model.stores.flatMap(({ replication }, s) =>
    replication.scheme === 'consensus' ? [`about != ${design.stores[s] ?? ''} || former[about] != NOBODY`] : [],
  );
  const steps = model.operations.flatMap(({ steps: list }, o) =>
    list.map((step, i) => ({ o, i, list, writes: step.access === 'write' })),
  );
  return `/* ---- What SPIN explores: every way from here to the end. ---- */

byte focus;                     /* the step that is asked about */
byte slot;                      /* which of several answers: 'pick', or 3 for a write from before the break */
int scenario;                   /* how the stores of the operation have settled, as a number */

inline add_scenario(who) {
scenario = scenario * (NODES + 1) + (who == NOBODY -> 0 : who + 1)
}

/* -DASK=… -DSHOW=…: SPIN stops where this can happen. */
#ifndef SHOW
#define ASK 0
#define SHOW 0
#endif

inline note(what) {
d_step {
if
:: what == 0
:: else ->
harm = what;
assert(!(ask == ASK && harm == SHOW));
c_code { note(now.ask, now.scenario, now.focus, now.slot, now.harm); };
harm = 0
fi
}
}

/* Operations from clients. */
inline somebody_asks() {
if
${design.asks.map(({ operation: o, client }, a) => `:: ask = ${design.askNames[a] ?? ''}; operation = ${operation(o)}; client = ${design.vertices[client] ?? ''}`).join('\n')}
fi
}

/* How the break settles for the stores of the operation that is asked about. */
inline settle_all() {
${options(whole, 'skip')}
}

/* The same, on the healthy network, for the other stores of an operation that had been acknowledged before the break. */
inline settle_together() {
${options(together, 'skip')}
}

/* The same for stores of other steps in front, for which any way will do in which these succeed. */
inline settle_in_front() {
${options(inFront, 'skip')}
}

inline another_write() {
if
${writers.join('\n')}
fi
}

/* The end of every way is the same state: SPIN need not store as many as there are ways. */
inline forget() {
d_step {
fault = 0; cutLinks = 0; cutForth = 0; cutBack = 0; stopped = 0; lostZones = 0; running = 0; x = 0; left = 0;
ask = 0; operation = 0; client = 0; at = 0; net = BROKEN; time = 0; able = 0; old_ones = 0; lasting = 0; lasted = 0;
step = 0; store = 0; level = 0; pick = 0; writes = 0; one_copy = 0; can_old = 0; can_new = 0; old = NOBODY; head = NOBODY; acts = 0;
result = 0; history = 0; by = NOBODY; core = 0; pool = 0; need = 0; each_zone = 0; in_all = 0;
about = 0; reading = 0; mine = 0; theirs = 0; my_history = 0; my_time = 0; answered_by = NOBODY; harm = 0; focus = 0; slot = 0; scenario = 0;
i = 0;
do
:: i < 2 * NODES -> connected[i] = 0; i++
:: else -> break
od;
i = 0;
do
:: i < 2 * CLIENTS -> hears[i] = 0; answers[i] = 0; i++
:: else -> break
od;
i = 0;
do
:: i < STORES -> leader[i] = NOBODY; former[i] = NOBODY; unaware[i] = 0; electing[i] = 0; steady[i] = 0; spared[i] = NOBODY; i++
:: else -> break
od;
i = 0
}
}

/* All of it is atomic: SPIN then stores no state on the way, and takes no two ways for one where faults differ that come to the same. */
init {
atomic {
connect(HEALTHY);
break_the_network();
connect(BROKEN);
c_code { begin_fault(); };
somebody_asks();
if
:: !has(running, client) -> goto done         /* silent */
:: else
fi;
settle_all();

/* one step of it: now, or a write that it had acknowledged before the break */
if
${steps.map(({ o, i, list, writes }) => `:: operation == ${operation(o)} -> focus = ${i}; at = ${i}; time = DURING${writes ? `\n:: operation == ${operation(o)} -> focus = ${i}; at = ${list.length - 1}; time = BEFORE` : ''}`).join('\n')}
fi;
net = (time == BEFORE -> HEALTHY : BROKEN);
if
:: time == BEFORE -> settle_together()
:: else
fi;
do
:: true ->
perform();
if
:: at == focus || result != SERVED -> break
:: else -> at = focus         /* what ends half done was not acknowledged: all of it succeeds */
fi
od;
slot = (time == BEFORE -> 3 : pick);
if
:: result == FAILED_EARLIER || (result != SERVED && time == BEFORE) -> goto done
:: result != SERVED && result != FAILED_EARLIER && time != BEFORE -> note(result); goto done
:: result == SERVED
fi;
note(SERVED);
about = store;
reading = !writes;
answered_by = by;
my_history = history;
my_time = time;
choose_copies(mine);
find_lost();
note(harm);

/* another write: acknowledged by whom, when, and on which copies */
pick = NEITHER; result = NONE; history = SHARED; by = NOBODY; step = 0; head = NOBODY;
another_write();
if
:: time = BEFORE
:: has(running, client) -> time = DURING
${led.length === 0 ? ':: has(running, client) -> time = DETECTING' : `:: has(running, client) && ${led.map((one) => `(${one})`).join(' && ')} -> time = DETECTING`}
fi;
net = (time == BEFORE -> HEALTHY : BROKEN);
unaware[about] = (time == DETECTING);
${pausing.length === 0 ? '' : `if\n:: true\n${pausing.join('\n')}\nfi;\n`}settle_in_front();
perform();
if
:: result != SERVED -> goto done
:: else
fi;
choose_copies(theirs);
compare();
note(harm);
done:
forget()
}
}
`;
}

/**
 * What else may be the case before everybody has noticed, as what follows `time == DETECTING`: where each replica pauses by itself, one may be the last to notice; a primary or a leader may have,
 * before there is another. Without one nothing is committed, and who answers by itself then does it already where nobody has noticed, unless the old leader could serve it and is deposed.
 */
function halfNoticed(design: Design, s: number): string[] {
  const store = design.model.stores[s];
  const name = design.stores[s] ?? '';
  const { replication, choice } = store ?? {};
  if (replication?.scheme === 'primary' && replication.failover === 'automatic') return [`-> electing[${name}] = 1`];
  if (replication?.scheme === 'consensus' && replication.noPreVote === true && choice === 'AP')
    return [`&& former[${name}] != NOBODY && !steady[${name}] -> electing[${name}] = 1`];
  if (store === undefined || replication?.scheme !== 'any' || choice !== 'CP') return [];
  return store.replicas.map((replica) => `-> spared[${name}] = ${design.vertices[replica] ?? ''}`);
}

/** Of a store in front: it may be seen as it was until the break is noticed, if somebody led then. */
function elsewhere(design: Design, s: number): string {
  const store = design.model.stores[s];
  const name = design.stores[s] ?? '';
  const led = store?.replication.scheme === 'consensus' ? ` && former[${name}] != NOBODY` : '';
  return [
    ...(isOpen(store) ? [`settle_${name}(net)`] : []),
    `if\n:: unaware[${name}] = 0\n:: time == DETECTING${led} -> unaware[${name}] = 1\n${halfNoticed(design, s)
      .map((half) => `:: time == DETECTING ${half}\n`)
      .join('')}fi`,
  ].join(';\n');
}

// ---- what is counted, in C

function counting(design: Design): string {
  const { model, asks } = design;
  const steps = asks.map(({ operation }) => stepsOf(model.operations[operation]).length);
  return `/* ---- Counting, in C. What is noted of a fault is kept until the next one begins; then it is known in which verdicts the fault can end. ---- */

c_decl {
\\#if defined(BFS) || defined(BFS_PAR) || (defined(NCORE) && NCORE > 1) || defined(BITSTATE)
\\#error faults are counted one after the other: compile without BFS, NCORE and BITSTATE
\\#endif

#define ASKS ${asks.length}
#define SCENARIOS ${scenarioCount(model)}
#define STEPS ${Math.max(...steps)}
#define FAULTS ${faultTotal(model)}

static const char *asked[ASKS] = { ${asks.map(({ operation, client }) => `"${design.operations[operation] ?? ''} from ${design.vertices[client] ?? ''}"`).join(', ')} };
static const int steps_of[ASKS] = { ${steps.join(', ')} };
static const char *keys[8] = { "ok", "error", "stale/lag", "stale/heal", "unknown", "conflict/lag", "conflict/heal", "lost" };

static unsigned char noted[ASKS][SCENARIOS];
static unsigned char notes[ASKS][SCENARIOS][STEPS][4];
static unsigned long counts[ASKS][8], faults;

/* What an answer can be, as bits of keys. What can last until the heal is not counted for the lag as well; ok is what no harm can come to. */
static int keys_of(int bits) {
  int found = 0;
  if (!(bits & 4)) return 0;
  if (bits & 16) found |= 1 << 3; else if (bits & 8) found |= 1 << 2;
  if (bits & 64) found |= 1 << 6; else if (bits & 32) found |= 1 << 5;
  if (bits & 128) found |= 1 << 7;
  return found ? found : 1;
}

/* The steps of an operation end in the worst of their verdicts, and the operation at the first step that fails. */
static int outcomes(unsigned char of[STEPS][4], int steps) {
  int step, slot, key, found = 0, all = 0, least = 0, goes_on = 1;
  for (step = 0; step < steps; step++) {
    int here = 0;
    found |= keys_of(of[step][3]) & ~1;
    for (slot = 0; slot < 3; slot++) {
      here |= keys_of(of[step][slot]);
      if (of[step][slot] & 1) found |= 1 << 1;
      if (of[step][slot] & 2) found |= 1 << 4;
    }
    if (!here) goes_on = 0;
    for (key = 0; here && !(here >> key & 1); key++);
    if (key > least) least = key;
    all |= here;
  }
  return goes_on ? found | (all >> least << least) : found;
}

static void end_fault(void) {
  int ask, scenario, key;
  for (ask = 0; ask < ASKS; ask++) {
    int found = 0;
    for (scenario = 0; scenario < SCENARIOS; scenario++) {
      if (!noted[ask][scenario]) continue;
      found |= outcomes(notes[ask][scenario], steps_of[ask]);
      noted[ask][scenario] = 0;
      memset(notes[ask][scenario], 0, sizeof notes[ask][scenario]);
    }
    for (key = 0; key < 8; key++) counts[ask][key] += found >> key & 1;
  }
}

static void report(void) {
  int ask, key;
  end_fault();
  if (faults != FAULTS) printf("NOT COMPLETE: ");
  printf("%lu of %lu faults\\n", faults, (unsigned long) FAULTS);
  for (ask = 0; ask < ASKS; ask++)
    for (key = 0; key < 8; key++)
      if (counts[ask][key]) printf("%s: %s under %lu\\n", asked[ask], keys[key], counts[ask][key]);
}

static void begin_fault(void) {
  if (faults++ == 0) atexit(report); else end_fault();
}

static void note(int ask, int scenario, int step, int slot, int what) {
  noted[ask][scenario] = 1;
  notes[ask][scenario][step][slot] |= what;
}
}
`;
}
