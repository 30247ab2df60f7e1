/* ---- The stores: what a replica does that is asked, and what can become of what it did. ---- */

/* Sets 'served', and which copies are looked at or written. */
inline serve() {
  «who leads, as the replica sees it»;
  «what the replica requires»;
  if
  :: lacks_an_answer -> served = 0; hopeless = 0; at_once = 0; refused_before = (BELIEVED == HEALTHY)
  :: !lacks_an_answer && writes ->
     if
     «writes»
     fi
  :: !lacks_an_answer && !writes ->
     if
     «reads»
     fi
  fi
}

«settling»
/* harms: bits of what is noted */
#define STALE_LAG 8
#define STALE_HEAL 16
#define CONFLICT_LAG 32
#define CONFLICT_HEAL 64
#define LOST 128
#define DIRTY 256

byte about;                     /* the store of the two that are compared */
bit reading;
int mine, theirs;               /* the copies of what is asked about; of another write */
byte my_history, my_time, answered_by = NOBODY;
short harm;

/* Of a write from before the break. */
#define ON_NO_DISK(copies) (((copies) & ~gone) == 0)

inline find_lost() {
  d_step {
    harm = 0;
    «lost writes»;
    harm = (!reading && my_time == BEFORE && ON_NO_DISK(mine) -> LOST : harm);
    one_side_lacks_it = 0
  }
}

/* Can the read show the other write, acknowledged or not, and the write be discarded? */
inline find_dirty() {
  d_step {
    harm = 0;
    «dirty reads»;
    one_side_lacks_it = 0; in_reach = 0
  }
}

inline compare() {
  d_step {
    if
    :: !reading && ((my_time == BEFORE && ON_NO_DISK(mine)) || (time == BEFORE && ON_NO_DISK(theirs))) -> harm = 0         /* it meets nothing at the heal */
    :: reading ->
       if
       «what a read missed»
       fi
    :: !reading && !((my_time == BEFORE && ON_NO_DISK(mine)) || (time == BEFORE && ON_NO_DISK(theirs))) ->
       if
       «conflicts of writes»
       fi
    fi
  }
}
