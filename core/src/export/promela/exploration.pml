/* ---- What SPIN explores: every way from here to the end. ---- */

byte focus;                     /* the step that is asked about */
byte slot;                      /* which of several answers: 'pick', 3 for a write from before the break, or from 4 on the copy that was drawn */
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
  «requests»
  fi
}

/* How the break settles for the stores of the operation that is asked about. */
inline settle_all() {
  «stores of the operation»
}

/* The same, on the healthy network, for the other stores of an operation that had been acknowledged before the break. */
inline settle_together() {
  «stores of other steps»
}

/* The same for stores of other earlier steps, for which any way will do in which these succeed. */
inline settle_in_front() {
  «stores of earlier steps»
}

inline another_write() {
  if
  «writers»
  fi
}

/* The end of every way is the same state: SPIN need not store as many as there are ways. */
inline forget() {
  d_step {
    fault = 0; cutLinks = 0; cutForth = 0; cutBack = 0; stopped = 0; lostZones = 0; isolated = 0; apart = 0; destroyed = 0; destroyedZones = 0; gone = 0; pairs = 0; running = 0; x = 0; left = 0;
    ask = 0; operation = 0; client = 0; at = 0; net = BROKEN; time = 0; able = 0; old_ones = 0; lasting = 0; lasted = 0;
    step = 0; store = 0; level = 0; pick = 0; writes = 0; one_copy = 0; can_old = 0; can_new = 0; old = NOBODY; head = NOBODY; acts = 0; half_open = 0; held = NOBODY; any_copy = 0; passed = NOBODY;
    result = 0; history = 0; by = NOBODY; core = 0; pool = 0; need = 0; each_zone = 0; kept = 0; refused = 0; in_all = 0;
    about = 0; reading = 0; mine = 0; theirs = 0; my_history = 0; my_time = 0; answered_by = NOBODY; harm = 0; focus = 0; slot = 0; scenario = 0;
    i = 0;
    do
    :: i < 2 * NODES -> connected[i] = 0; i++
    :: else -> break
    od;
    i = 0;
    do
    :: i < 2 * ASKERS -> hears[i] = 0; answers[i] = 0; i++
    :: else -> break
    od;
    i = 0;
    «pairs of places»
    «group views»
    «answers of others»
    «derived data»
    «services»
    do
    :: i < STORES -> leader[i] = NOBODY; former[i] = NOBODY; unaware[i] = 0; electing[i] = 0; steady[i] = 0; follow[i] = 0; had_followed[i] = 0; spared[i] = NOBODY; i++
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
    «steps»
    fi;
    net = (time == BEFORE -> HEALTHY : BROKEN);
    if
    :: time == BEFORE -> settle_together()
    :: else
    fi;
    «the operation»
    if
    :: result == SERVED -> skip
       «what feeds the copy»
    :: result != SERVED -> skip
    fi;
    slot = (time == BEFORE -> 3 : (passed == NOBODY -> pick : 4 + passed));
    if
    :: result == FAILED_EARLIER || (result != SERVED && time == BEFORE) -> goto done
    :: result != SERVED && result != FAILED_EARLIER && time != BEFORE -> note(result); goto done
    :: result == SERVED
    fi;
    note(SERVED);
    «unheard of»
    about = store;
    reading = !writes;
    answered_by = by;
    my_history = history;
    my_time = time;
    choose_copies(mine);
    find_lost();
    note(harm);

    /* another write: taken in by whom, when, and on which copies */
    pick = NEITHER; passed = NOBODY; result = NONE; history = SHARED; by = NOBODY; step = 0; head = NOBODY;
    another_write();
    if
    :: time = BEFORE
    :: has(running, client) -> time = DURING
    :: «who may write unaware» -> time = DETECTING
    fi;
    net = (time == BEFORE -> HEALTHY : BROKEN);
    unaware[about] = (time == DETECTING);
    «who has noticed»
    settle_in_front();
    «the other operation»
    if
    :: result == SERVED || (reading && kept)
    :: result != SERVED && !(reading && kept) -> goto done
    fi;
    choose_copies(theirs);
    if
    :: reading && «is fed» -> find_dirty(); note(harm)
    :: else
    fi;
    if
    :: result == SERVED ->
       compare();
       «lag of derived data»
       note(harm)
    :: result != SERVED
    fi;
    done:
    forget()
  }
}
