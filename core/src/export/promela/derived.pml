/* ---- Derived data: a copy shows what its machine is answered by the source. ---- */

byte instead = NOBODY;          /* the store that is read, at its default level, instead of that of the step */
bit lagging, starved;           /* the answer is that of a copy; of one that its source does not feed */

inline read_source() {
  if
  :: instead == NOBODY -> skip
  :: else -> store = instead; writes = 0; level = DEFAULT; one_copy = 0
  fi
}

/* What a client reads where no copy answers. */
inline look_for_source() {
  instead = NOBODY;
  if
  :: writes || result == SERVED -> skip
  :: else ->
     if
     «sources instead»
     :: else -> skip
     fi
  fi
}

inline follow_the_feed() {
  do
  :: !(«is derived») || starved -> break
  :: («is derived») && !starved ->
     lagging = 1;
     client = by;
     if
     «sources»
     fi;
     if
     :: starved -> instead = NOBODY
     :: !starved -> ask_once(); instead = NOBODY; if :: result == SERVED :: result != SERVED -> goto done fi
     fi
  od
}
