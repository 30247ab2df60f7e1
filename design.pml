/*
 * A Netsplit design for the model checker SPIN (spinroot.com), as a second opinion on what 'netsplit check' says.
 *
 *   spin -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *
 * SPIN tries 28 faults (all 16 cuts of 4 links; 8 one-way cuts; 3 stopped nodes; 1 named), and under each of them
 * every operation from every client, every leader or promoted replica that there may be, every set of copies that may acknowledge or
 * answer, and every other write, acknowledged just before the break, before everybody has noticed it, or once it has settled.
 * For every operation and client it prints under how many of the faults each verdict can happen.
 *
 * To see how one of them comes about, let SPIN stop at it (ERROR, UNKNOWN, STALE_LAG, STALE_HEAL, CONFLICT_LAG, CONFLICT_HEAL, LOST) and
 * replay its trail:
 *
 *   spin -DASK=pay_from_ann -DSHOW=ERROR -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *   spin -DASK=pay_from_ann -DSHOW=ERROR -t -g design.pml
 *
 * What is asked is the settled phase (docs/semantics.md). Expectations, accepted verdicts, needs and round trips are not in here;
 * whom a client asks first was worked out from the round trips.
 */

/* ---- The design. Sets are numbers: bit v stands for vertex v, or for link v. ---- */

#define us1 0         /* node us1 */
#define us2 1         /* node us2 */
#define eu1 2         /* node eu1 */
#define us 3         /* zone us */
#define eu 4         /* zone eu */
#define ann 5         /* client ann */
#define bob 6         /* client bob */
#define link_us1_s_uplink 0         /* us1's uplink */
#define link_us2_s_uplink 1         /* us2's uplink */
#define link_eu1_s_uplink 2         /* eu1's uplink */
#define link_us_eu 3         /* us–eu */
#define account 0         /* store account */
#define cart 1         /* store cart */
#define pay 0         /* operation pay */
#define add 1         /* operation add */
#define view 2         /* operation view */
#define pay_from_ann 0         /* pay from ann */
#define pay_from_bob 1         /* pay from bob */
#define add_from_ann 2         /* add from ann */
#define add_from_bob 3         /* add from bob */
#define view_from_ann 4         /* view from ann */
#define view_from_bob 5         /* view from bob */

#define NODES 3         /* they come first */
#define CLIENTS 2
#define STORES 2
#define EVERYBODY 127
#define EVERY_NODE 7
#define EVERY_LINK 15
#define NOBODY 31         /* a bit that no set has */

#define bit(v) (1 << (v))
#define has(these, v) (((these) >> (v)) & 1)
#define size(these) (has(these, 0) + has(these, 1) + has(these, 2))
#define on(net, v) connected[(net) * NODES + (v)]

#define HEALTHY 0
#define BROKEN 1

/* ---- The network: what may break, and who reaches whom then. ---- */

byte fault;        /* the family that the fault is taken from, or the named partition */
int cutLinks;      /* links that are cut both ways */
int cutForth;      /* links that are cut from their first end to their second only */
int cutBack;       /* and the other way round only */
int stopped;
int lostZones;

int running;               /* who is up */
int connected[6];        /* of a node: those that messages pass to and from, itself if it is up; on the healthy network, then on the broken one */
int hears[4];            /* of a client: the nodes that get its requests */
int answers[4];          /* and those whose replies get to it */

byte x;            /* counts while something is chosen */
byte left;         /* how much more may be chosen */

/* Any set of what is in 'among', and no more than 'left' of it. */
inline choose_some(chosen, among) {
  x = 0;
  do
  :: x == 31 || (among >> x) == 0 -> break
  :: else ->
     if
     :: has(among, x) && left > 0 -> chosen = chosen | bit(x); left--
     :: skip
     fi;
     x++
  od;
  x = 0
}

inline break_the_network() {
  atomic {
    if
    :: fault = 0;         /* all 16 cuts of 4 links */
       left = 4; choose_some(cutLinks, EVERY_LINK);
       left = 0
    :: fault = 1;         /* 8 one-way cuts */
       left = 1; choose_some(cutForth, (bit(link_us1_s_uplink) | bit(link_us2_s_uplink) | bit(link_eu1_s_uplink) | bit(link_us_eu))); choose_some(cutBack, (bit(link_us1_s_uplink) | bit(link_us2_s_uplink) | bit(link_eu1_s_uplink) | bit(link_us_eu)));
       if :: (cutForth | cutBack | stopped | lostZones) == 0 -> goto done :: else fi;
       left = 0
    :: fault = 2;         /* 3 stopped nodes */
       left = 1; choose_some(stopped, EVERY_NODE);
       if :: (cutForth | cutBack | stopped | lostZones) == 0 -> goto done :: else fi;
       left = 0
    :: fault = 3; cutForth = 0; cutBack = 0; stopped = 0         /* partition ocean */
    fi
  }
}

hidden int open_forth, open_back, set;
hidden int hop[7];        /* where a message can go from there in one step */
hidden int to[7];         /* where it arrives at last: inner stops are zone switches and routers only */
hidden byte i, j;

#define forth(link, end) (has(open_forth, link) << (end))
#define back(link, end) (has(open_back, link) << (end))

inline message(from, start) {
  set = bit(start) | hop[start];
  i = 0;
  do
  :: i < 2 ->
     set = set | (has(set, us) -> hop[us] : 0);
     set = set | (has(set, eu) -> hop[eu] : 0);
     i++
  :: else -> break
  od;
  to[from] = (has(running, from) -> set & running : 0)
}

inline connect(net) {
  d_step {
    open_forth = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutForth));
    open_back = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutBack));
    running = EVERYBODY & (net == HEALTHY -> EVERYBODY : ~(stopped | lostZones));
    running = running & ~(net == BROKEN && has(lostZones, us) -> (bit(us1) | bit(us2) | bit(ann)) : 0);
    running = running & ~(net == BROKEN && has(lostZones, eu) -> (bit(eu1) | bit(bob)) : 0);
    hop[us1] = (has(running, us1) -> forth(link_us1_s_uplink, us) : 0);
    hop[us2] = (has(running, us2) -> forth(link_us2_s_uplink, us) : 0);
    hop[eu1] = (has(running, eu1) -> forth(link_eu1_s_uplink, eu) : 0);
    hop[us] = (has(running, us) -> back(link_us1_s_uplink, us1) | back(link_us2_s_uplink, us2) | forth(link_us_eu, eu) | bit(ann) : 0);
    hop[eu] = (has(running, eu) -> back(link_eu1_s_uplink, eu1) | back(link_us_eu, us) | bit(bob) : 0);
    hop[ann] = (has(running, ann) -> bit(us) : 0);
    hop[bob] = (has(running, bob) -> bit(eu) : 0);
    message(us1, us1);
    message(us2, us2);
    message(eu1, eu1);
    message(ann, ann);
    message(bob, bob);
    if
    :: net == BROKEN && fault == 3 ->         /* partition ocean */
       to[us1] = to[us1] & ~(bit(eu1) | bit(bob));
       to[us2] = to[us2] & ~(bit(eu1) | bit(bob));
       to[ann] = to[ann] & ~(bit(eu1) | bit(bob));
       to[eu1] = to[eu1] & ~(bit(us1) | bit(us2) | bit(ann));
       to[bob] = to[bob] & ~(bit(us1) | bit(us2) | bit(ann))
    :: else
    fi;
    i = 0;
    do
    :: i < NODES ->
       on(net, i) = 0;
       j = 0;
       do
       :: j < NODES -> on(net, i) = on(net, i) | ((has(to[i], j) & has(to[j], i)) << j); j++
       :: else -> break
       od;
       i++
    :: else -> break
    od;
    hears[net * CLIENTS + 0] = to[ann] & EVERY_NODE;
    answers[net * CLIENTS + 0] = (has(to[us1], ann) << us1) | (has(to[us2], ann) << us2) | (has(to[eu1], ann) << eu1);
    hears[net * CLIENTS + 1] = to[bob] & EVERY_NODE;
    answers[net * CLIENTS + 1] = (has(to[us1], bob) << us1) | (has(to[us2], bob) << us2) | (has(to[eu1], bob) << eu1);
    set = 0; i = 0; j = 0; open_forth = 0; open_back = 0
  }
}

/* 'set', and who is connected to it over others of 'members'. */
inline grow(net, members) {
  i = 0;
  do
  :: i < NODES ->
     j = 0;
     do
     :: j < NODES -> set = set | (has(set, j) -> on(net, j) & (members) : 0); j++
     :: else -> break
     od;
     i++
  :: else -> break
  od
}

/* ---- A request: whom a client asks, and what becomes of it. ---- */

#define DEFAULT 0
#define LEADER 1
#define LOCAL 2
#define BOUNDED 3
#define ONE 4
#define TWO 5
#define QUORUM 6
#define ALL 7
#define LOCAL_QUORUM 8
#define EACH_QUORUM 9

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
byte spared[STORES] = NOBODY;   /* all have, but this one */
int able, old_ones;

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
hidden byte served, follows, deposed, everyone, acknowledges, stepped, one_side_lacks_it;
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
  :: operation == pay && step == 0 -> store = account; writes = 1; level = DEFAULT; one_copy = 0         /* pay: write account */
  :: operation == add && step == 0 -> store = cart; writes = 1; level = DEFAULT; one_copy = 0         /* add: write cart */
  :: operation == view && step == 0 -> store = cart; writes = 0; level = DEFAULT; one_copy = 0         /* view: read cart */
  fi;
  head = (net == HEALTHY || unaware[store] -> former[store] : leader[store])
}

inline look_up_client() {
  if
  :: client == ann -> client_number = 0
  :: client == bob -> client_number = 1
  fi;
  if
  :: client == ann && store == account -> listed = (bit(us1) | bit(us2) | bit(eu1))
  :: client == ann && store == cart -> listed = (bit(us1) | bit(eu1))
  :: client == bob && store == account -> listed = (bit(eu1) | bit(us1) | bit(us2))
  :: client == bob && store == cart -> listed = (bit(eu1) | bit(us1))
  fi;
  old = NOBODY; acts = 0
}

/* Sets 'replica' to whom the client asks in its 5 turns: two are for primaries, the others for its list. NOBODY: it lets the turn pass. */
inline next_replica() {
  if
  :: else ->         /* its list */
     if
     :: client == ann && store == account -> replica = (turn == 2 -> us1 : (turn == 3 -> us2 : (turn == 4 -> eu1 : NOBODY)))
     :: client == ann && store == cart -> replica = (turn == 2 -> us1 : (turn == 3 -> eu1 : NOBODY))
     :: client == bob && store == account -> replica = (turn == 2 -> eu1 : (turn == 3 -> us1 : (turn == 4 -> us2 : NOBODY)))
     :: client == bob && store == cart -> replica = (turn == 2 -> eu1 : (turn == 3 -> us1 : NOBODY))
     fi
  fi
}

/* One request: the client turns to one replica after the other, as far as it is refused. */
inline request() {
  turn = 0;
  result = NONE;
  do
  :: result != NONE -> break
  :: result == NONE && turn == 5 -> result = ERROR
  :: result == NONE && turn < 5 ->
     next_replica();
     if
     :: !has(reaches, replica) -> turn++
     :: else ->
        history = SHARED; by = NOBODY; core = 0; pool = 0; need = 0; each_zone = 0;
        serve();
        if
        :: !has(reached_by, replica) || (!served && (unaware[store])) -> result = (writes -> UNKNOWN : ERROR)
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
       skip
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
       turn = 0; replica = 0; served = 0; follows = 0; deposed = 0; everyone = 0; stepped = 0; listed = 0; client_number = 0
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
    take(chosen);
    pool = 0; core = 0; in_all = 0; each_zone = 0
  }
}

/* ---- The stores: what a replica does that is asked, and what can become of what it did. ---- */

/* Sets 'served', and which copies are looked at or written. */
inline serve() {
  if
  :: store == account ->
     set = 0;
     if :: head != NOBODY -> set = on(net, head) :: else fi;
     follows = (head != NOBODY && (replica == head || has(set, replica)));
     deposed = (unaware[store] && head != NOBODY && size(set & (bit(us1) | bit(us2) | bit(eu1))) < 2);
     in_reach = set & (bit(us1) | bit(us2) | bit(eu1));
     everyone = (in_reach == (bit(us1) | bit(us2) | bit(eu1)));
     set = 0
  :: else -> skip
  fi;
  if
  :: writes ->
     if
     :: store == account ->         /* store account: consensus, choose CP */
        if
        :: follows && !deposed && level == ALL && everyone -> served = 1; core = (bit(us1) | bit(us2) | bit(eu1))
        :: else ->
           if
           :: follows && !deposed && level != ALL -> served = 1; core = bit(head); pool = in_reach & ~bit(head); need = (size(in_reach) < 2 -> size(in_reach) : 2) - 1
           :: else -> served = 0
           fi
        fi
     :: store == cart ->         /* store cart: any, choose AP */
        served = 1; core = bit(replica)
     fi
  :: else ->
     if
     :: store == account ->         /* store account: consensus, choose CP */
        if
        :: level == LOCAL || level == ONE || (level == BOUNDED && (unaware[store] || follows)) -> served = 1; core = bit(replica); by = replica
        :: else ->
           if
           :: level == LEADER && deposed && follows -> served = 1; core = bit(head); by = head
           :: else ->
              if
              :: level != BOUNDED && level != ALL && follows && !deposed -> served = 1; core = bit(head); by = head
              :: else ->
                 if
                 :: level == ALL && follows && !deposed && everyone -> served = 1; core = (bit(us1) | bit(us2) | bit(eu1)); by = head
                 :: else -> served = 0
                 fi
              fi
           fi
        fi
     :: store == cart ->         /* store cart: any, choose AP */
        served = 1; core = bit(replica)
     fi
  fi
}

inline settle_account(under) {         /* store account: consensus, choose CP */
  atomic {
    /* who led when the network broke, and who leads now: a leader that still can lead stays */
    d_step {
      set = on(HEALTHY, us1);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> old_ones = old_ones | bit(us1) :: else fi;
      set = on(HEALTHY, us2);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> old_ones = old_ones | bit(us2) :: else fi;
      set = on(HEALTHY, eu1);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> old_ones = old_ones | bit(eu1) :: else fi;
      set = on(under, us1);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> able = able | bit(us1) :: else fi;
      set = on(under, us2);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> able = able | bit(us2) :: else fi;
      set = on(under, eu1);
      if :: size(set & (bit(us1) | bit(us2) | bit(eu1))) >= 2 -> able = able | bit(eu1) :: else fi;
      set = 0
    };
    if
    :: old_ones == 0 -> former[account] = NOBODY
    :: else -> one_of(old_ones, former[account])
    fi;
    if
    :: has(able, former[account]) -> leader[account] = former[account]
    :: else ->
       if
       :: able == 0 -> leader[account] = NOBODY
       :: else -> one_of(able, leader[account])
       fi
    fi;
    able = 0; old_ones = 0
  }
}

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
    skip;
    one_side_lacks_it = 0
  }
}

inline compare() {
  d_step {
    if
    :: reading ->
       if
       :: about == account ->         /* store account: consensus, choose CP */
          if
          :: (mine & theirs) != 0 -> harm = 0
          :: else ->
             if
             :: history == ALONE || leader[about] == NOBODY -> harm = STALE_HEAL
             :: else ->
                if
                :: answered_by == leader[about] -> harm = 0         /* it knows every write that is not on one copy alone */
                :: else -> set = on(BROKEN, leader[about]); harm = ((set & mine) != 0 -> STALE_LAG : STALE_HEAL); set = 0
                fi
             fi
          fi
       :: about == cart ->         /* store cart: any, choose AP */
          if
          :: (mine & theirs) != 0 -> harm = 0
          :: else -> set = mine & running; grow(BROKEN, (bit(us1) | bit(eu1))); harm = ((set & theirs) != 0 -> STALE_LAG : STALE_HEAL); set = 0
          fi
       fi
    :: else ->
       if
       :: about == account ->         /* store account: consensus, choose CP */
          harm = ((mine & theirs) == 0 && (my_history == ALONE || history == ALONE) -> CONFLICT_HEAL : 0)
       :: about == cart ->         /* store cart: any, choose AP */
          if
          :: (mine & theirs) != 0 -> harm = 0
          :: else -> set = mine & running; grow(BROKEN, (bit(us1) | bit(eu1))); harm = ((set & theirs) != 0 -> CONFLICT_LAG : CONFLICT_HEAL); set = 0
          fi
       fi
    fi
  }
}

/* ---- What SPIN explores: every way from here to the end. ---- */

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
  :: ask = pay_from_ann; operation = pay; client = ann
  :: ask = pay_from_bob; operation = pay; client = bob
  :: ask = add_from_ann; operation = add; client = ann
  :: ask = add_from_bob; operation = add; client = bob
  :: ask = view_from_ann; operation = view; client = ann
  :: ask = view_from_bob; operation = view; client = bob
  fi
}

/* How the break settles for the stores of the operation that is asked about. */
inline settle_all() {
  if
  :: operation == pay -> settle_account(BROKEN); add_scenario(former[account]); add_scenario(leader[account])
  :: else -> skip
  fi
}

/* The same, on the healthy network, for the other stores of an operation that had been acknowledged before the break. */
inline settle_together() {
  skip
}

/* The same for stores of other steps in front, for which any way will do in which these succeed. */
inline settle_in_front() {
  skip
}

inline another_write() {
  if
  :: about == account -> operation = pay; at = 0; client = ann
  :: about == account -> operation = pay; at = 0; client = bob
  :: about == cart -> operation = add; at = 0; client = ann
  :: about == cart -> operation = add; at = 0; client = bob
  fi
}

/* The end of every way is the same state: SPIN need not store as many as there are ways. */
inline forget() {
  d_step {
    fault = 0; cutLinks = 0; cutForth = 0; cutBack = 0; stopped = 0; lostZones = 0; running = 0; x = 0; left = 0;
    ask = 0; operation = 0; client = 0; at = 0; net = BROKEN; time = 0; able = 0; old_ones = 0;
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
    :: i < STORES -> leader[i] = NOBODY; former[i] = NOBODY; unaware[i] = 0; spared[i] = NOBODY; i++
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
    :: operation == pay -> focus = 0; at = 0; time = DURING
    :: operation == pay -> focus = 0; at = 0; time = BEFORE
    :: operation == add -> focus = 0; at = 0; time = DURING
    :: operation == add -> focus = 0; at = 0; time = BEFORE
    :: operation == view -> focus = 0; at = 0; time = DURING
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
    :: has(running, client) && (about != account || former[about] != NOBODY) -> time = DETECTING
    fi;
    net = (time == BEFORE -> HEALTHY : BROKEN);
    unaware[about] = (time == DETECTING);
    settle_in_front();
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

/* ---- Counting, in C. What is noted of a fault is kept until the next one begins; then it is known in which verdicts the fault can end. ---- */

c_decl {
\#if defined(BFS) || defined(BFS_PAR) || (defined(NCORE) && NCORE > 1) || defined(BITSTATE)
\#error faults are counted one after the other: compile without BFS, NCORE and BITSTATE
\#endif

#define ASKS 6
#define SCENARIOS 16
#define STEPS 1
#define FAULTS 28

static const char *asked[ASKS] = { "pay from ann", "pay from bob", "add from ann", "add from bob", "view from ann", "view from bob" };
static const int steps_of[ASKS] = { 1, 1, 1, 1, 1, 1 };
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
  printf("%lu of %lu faults\n", faults, (unsigned long) FAULTS);
  for (ask = 0; ask < ASKS; ask++)
    for (key = 0; key < 8; key++)
      if (counts[ask][key]) printf("%s: %s under %lu\n", asked[ask], keys[key], counts[ask][key]);
}

static void begin_fault(void) {
  if (faults++ == 0) atexit(report); else end_fault();
}

static void note(int ask, int scenario, int step, int slot, int what) {
  noted[ask][scenario] = 1;
  notes[ask][scenario][step][slot] |= what;
}
}
