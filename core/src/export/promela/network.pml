/* ---- The network: what may break, and who reaches whom then. ---- */

byte fault;        /* the family that the fault is taken from, or the named partition */
int cutLinks;      /* links that are cut both ways */
int cutForth;      /* links that are cut from their first end to their second only */
int cutBack;       /* and the other way round only */
int stopped;
int lostZones;
int destroyed;     /* stopped nodes whose disks are gone */
int destroyedZones;         /* lost zones, the disks of whose nodes are gone */
int isolated;      /* nodes on none of whose links anything passes */
int apart;         /* zones that nothing enters or leaves */
byte pairs;        /* how many pairs of places have no message between them */
«pairs of places»

int running;               /* who is up */
int gone;                  /* nodes whose disks are gone */
int connected[«nodes, twice»];        /* of a node: those that messages pass to and from, itself if it is up; on the healthy network, then on the broken one */
int hears[«clients, twice»];            /* of a client: the nodes that get its requests */
int answers[«clients, twice»];          /* and those whose replies get to it */

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

«choice of pairs»
inline break_the_network() {
  atomic {
    if
    «faults»
    fi
  }
}

hidden int open_forth, open_back, set;
hidden int hop[«vertices»];        /* where a message can go from there in one step */
hidden int to[«vertices»];         /* where it arrives at last: inner stops are zone switches and routers only */
hidden byte i, j;

#define forth(link, end) (has(open_forth, link) << (end))
#define back(link, end) (has(open_back, link) << (end))

inline message(from, start) {
  set = bit(start) | hop[start];
  «what relays pass on»
  «clients at machines»
  to[from] = (has(running, from) -> set & running : 0)
}

inline connect(net) {
  d_step {
    open_forth = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutForth));
    open_back = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutBack));
    «links of places»
    running = EVERYBODY & (net == HEALTHY -> EVERYBODY : ~(stopped | destroyed | lostZones | destroyedZones));
    gone = (net == HEALTHY -> 0 : destroyed);
    «who is down with others»
    «hops»
    «messages»
    «sides of partitions»
    «sides of pairs»
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
    «who hears whom»
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
