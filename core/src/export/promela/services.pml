/* ---- Services: which instance carries out what a client asks for. ---- */

byte services;                  /* how many the operation goes through */
byte stage, service;            /* the place on the way, and the service whose instances are asked now */
byte sender[WAY];               /* who asks them: the client, or an instance of the service before */
byte turned_to[WAY];            /* how many of them it has turned to */
bit deaf[WAY];                  /* it waits for the last of these on a connection from before the break, and hears no answer */
byte instance = NOBODY;
byte carrier = NOBODY;          /* which instance carries out the operation; nobody: all refuse it, or somebody waits in vain */
bit unheard_of;                 /* the client does not hear what becomes of it */
bit going_on;                   /* services that have not noticed the break: instances that served before go on */
bit serves, arrived, gives_up;
byte last_refusal;              /* up to which step the operation can be refused as a whole */
byte first_goal, goal;          /* the steps up to which it has to succeed, one after the other */
int goes, comes;

inline look_up_way() {
  services = 0; last_refusal = 0;
  if
  «ways»
  :: else
  fi
}

/* Sets 'instance' to whom the sender turns to next, and how messages pass between the two. */
inline next_instance() {
  d_step {
    client = sender[stage];
    look_up_number();
    goes = reaches; comes = reached_by;
    instance = NOBODY; serves = 1;
    if
    «services on the way»
    fi;
    if
    «instances»
    fi;
    «what services require»
    turned_to[stage]++;
    half_open = (net == BROKEN && instance != NOBODY -> (goes ^ comes) & bit(instance) & hears[HEALTHY * ASKERS + client_number] & answers[HEALTHY * ASKERS + client_number] : 0);
    goes = (instance != NOBODY && has(goes, instance));
    comes = (instance != NOBODY && has(comes, instance));
    deaf[stage] = (goes && !comes);
    client_number = 0
  }
}

/* The instance of the stage refuses: its sender turns to the next one, if it hears of it. */
inline refuse() {
  if
  :: deaf[stage] -> result = ERROR; unheard_of = 1
  :: else
  fi
}

inline pass_on() {
  next_instance();
  if
  :: instance == NOBODY && stage == 0 -> result = ERROR
  :: instance == NOBODY && stage > 0 -> stage--; refuse()
  :: half_open != 0 && !goes -> result = ERROR; unheard_of = 1         /* it waits */
  :: instance != NOBODY && !(goes && comes) -> skip         /* no new connection: the next one */
  :: goes && (comes || half_open != 0) && !serves -> refuse()
  :: goes && (comes || half_open != 0) && serves && stage + 1 < services ->
     stage++; sender[stage] = instance; turned_to[stage] = 0
  :: goes && (comes || half_open != 0) && serves && stage + 1 == services -> arrived = 1
  fi
}

/* The client, or an instance after others have refused, carries out the steps up to 'at', and again those up to 'goal'. */
inline carry_out() {
  look_up_way();
  «who gets answers»
  first_goal = at; sender[0] = client; turned_to[0] = 0; stage = 0; carrier = NOBODY; unheard_of = 0; result = NONE;
  do
  :: result != NONE -> break
  :: result == NONE ->
     arrived = (services == 0);
     if
     :: services > 0 -> pass_on()
     :: services == 0
     fi;
     if
     :: !arrived -> skip
     :: arrived ->
        half_open = 0;
        if
        :: gives_up = 0
        :: services > 0 && !deaf[stage] -> gives_up = 1; one_of(bit(last_refusal + 1) - 1, at)         /* the step that is refused */
        fi;
        client = (services > 0 -> instance : client);
        do
        :: true ->
           perform();
           if
           :: gives_up || at == goal || result != SERVED -> break
           :: !gives_up && at != goal && result == SERVED -> at = goal         /* what ends half done was not acknowledged: all of it succeeds */
           fi
        od;
        if
        :: gives_up && !(result == ERROR && refused) -> goto done
        :: gives_up && result == ERROR && refused -> at = first_goal; result = NONE; gives_up = 0
        :: !gives_up && services > 0 -> carrier = instance
        :: !gives_up && services == 0
        fi
     fi
  od;
  arrived = 0;
  d_step {
    i = 0;
    do
    :: i < WAY ->
       unheard_of = unheard_of || (carrier != NOBODY && i <= stage && deaf[i]);
       sender[i] = 0; turned_to[i] = 0; deaf[i] = 0; i++
    :: else -> break
    od;
    i = 0; stage = 0; service = 0; instance = NOBODY; serves = 0; first_goal = 0; goal = 0; goes = 0; comes = 0; half_open = 0
  }
}

