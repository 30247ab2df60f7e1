/* ---- A request: whom a client asks, and what becomes of it. ---- */

«levels»

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
int follow[STORES];             /* members that may follow the leader, where they have to take part in its election */
int had_followed[STORES];       /* and those that followed the one before */
«group views»
bit steady[STORES];             /* the old leader is one of these, and still is */

byte step, store, level, pick;
bit writes, one_copy;
bit can_old, can_new;
int any_copy;                   /* those that it may be passed on to */
int half_open;                  /* whom messages pass to and from the client in one direction only, though both on the healthy network */
byte held = NOBODY;             /* on which of these the client waits, on a connection from before the break; it can make no new one there */
byte passed = NOBODY;           /* the copy that a read at level ANY is passed on to */
byte old = NOBODY, head = NOBODY;
bit acts;

byte result;
byte history;                   /* what an acknowledged write is part of */
byte by = NOBODY;               /* who answered a read */
int core, pool;                 /* the copies: 'core', and 'need' others of 'pool' */
byte need;
bit each_zone;                  /* of every zone a majority, instead */
bit refused;                    /* by all in reach, or by one that knows that no other can serve it */
«draws that are refused»
bit kept;                       /* replicas have the write, though its client got no answer */

hidden byte turn, replica;
hidden byte served, keeps, refused_before, hopeless, at_once, unheard, follows, followed, deposed, lacks_an_answer, everyone, acknowledges, stepped, one_side_lacks_it;
hidden int in_reach;
hidden int listed;

#define reaches hears[net * ASKERS + client_number]
#define reached_by answers[net * ASKERS + client_number]
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
  «steps»
  fi;
  «what is read»
  head = (net == HEALTHY || unaware[store] -> former[store] : (electing[store] -> NOBODY : leader[store]))
}

inline look_up_number() {
  if
  «numbers of clients»
  fi
}

inline look_up_client() {
  look_up_number();
  if
  «lists»
  fi;
  «primaries»
}

/* Sets 'replica' to whom the client asks in its «turns» turns: two are for primaries, the others for its list. NOBODY: it lets the turn pass. */
inline next_replica() {
  if
  «turns of primaries»
  :: else ->         /* its list */
     if
     «turns of lists»
     fi
  fi
}

/* One request: the client turns to one replica after the other, as far as it is refused. */
inline request() {
  turn = 0;
  result = NONE;
  kept = 0; refused = 0;
  do
  :: result != NONE -> break
  :: result == NONE && turn == «turns» -> result = ERROR; refused = 1
  :: result == NONE && turn < «turns» ->
     next_replica();
     if
     :: (replica == NOBODY || replica != held) && !has(reaches & reached_by, replica) -> turn++
     :: replica != NOBODY && replica == held && !has(reaches, replica) -> result = (writes -> UNKNOWN : ERROR)
     :: else ->
        history = SHARED; by = NOBODY; core = 0; pool = 0; need = 0; each_zone = 0; keeps = 0; refused_before = 0; hopeless = 0; at_once = 0; unheard = 0;
        serve();
        if
        :: unheard -> result = ERROR
        :: !unheard && !served && («who waits») -> result = (writes -> UNKNOWN : ERROR); kept = writes && keeps
        :: !unheard && !has(reached_by, replica) && (served || !(«who waits»)) -> result = (writes -> UNKNOWN : ERROR); kept = writes && served
        :: !unheard && has(reached_by, replica) && (served || !(«who waits»)) ->
           if
           :: served -> result = SERVED
           :: !served && hopeless -> result = ERROR; refused = 1
           :: !served && !hopeless -> turn++
           fi
        fi
     fi
  od
}

/* One step: how the client asks is chosen, and then it does. */
inline ask_once() {
  d_step {
    look_up_step();
    look_up_client();
    half_open = (net == BROKEN -> listed & (reaches ^ reached_by) & hears[HEALTHY * ASKERS + client_number] & answers[HEALTHY * ASKERS + client_number] : 0);
    «primaries in reach»;
    «copies that are drawn from»
  };
  if
  :: held = NOBODY
  :: half_open != 0 -> one_of(half_open, held)
  fi;
  if
  :: any_copy == 0 -> passed = NOBODY
  :: any_copy != 0 -> one_of(any_copy, passed)
  fi;
  «who passes it on in vain»
  if
  :: can_old -> pick = THE_OLD
  :: can_new -> pick = THE_NEW
  :: !can_old && !can_new -> pick = NEITHER
  fi;
  d_step {
    look_up_client();
    request();
    can_old = 0; can_new = 0; old = NOBODY; acts = 0; half_open = 0; any_copy = 0; held = NOBODY;
    turn = 0; replica = 0; served = 0; keeps = 0; refused_before = 0; hopeless = 0; at_once = 0; unheard = 0; follows = 0; followed = 0; deposed = 0; lacks_an_answer = 0; everyone = 0; stepped = 0; listed = 0; client_number = 0
  };
  «nobody refuses it»
}

inline ask_for_it() {
  do
  :: true ->
     ask_once();
     «what is read instead»
     if
     :: «is there another source» -> skip
     :: else -> break
     fi
  od
}

/* The steps of an operation up to 'at', one after the other. */
inline perform() {
  step = 0;
  do
  :: true ->
     «who gets answers»
     ask_for_it();
     if
     :: step == at -> break
     :: step < at && result == SERVED -> step++
     :: step < at && result != SERVED -> result = FAILED_EARLIER; kept = 0; break
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
    «choice of copies»;
    pool = 0; core = 0; in_all = 0; each_zone = 0
  }
}
