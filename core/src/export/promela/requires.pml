/* ---- What stores and services require: a read at the default level, from the machine of a replica or an instance. ---- */

int got[«sources»];              /* machines that get an answer now; below: that got one on the healthy network */
int got_before[«sources»];
bit as_before[«sources»];               /* a service that has not noticed the break: instances that got one go on */
hidden int answering;
hidden byte source, machine, real_client, real_net;

/* There may be several orders in which it asks; one of them is enough. */
inline ask_from_each_machine() {
  writes = 0; level = DEFAULT; one_copy = 0; held = NOBODY; passed = NOBODY;
  head = (net == HEALTHY || unaware[store] -> former[store] : (electing[store] -> NOBODY : leader[store]));
  machine = 0;
  do
  :: machine == NODES -> break
  :: machine < NODES && !has(on(net, machine), machine) -> machine++
  :: machine < NODES && has(on(net, machine), machine) ->
     client = machine;
     look_up_client();
     pick = THE_OLD;
     do
     :: pick > THE_NEW -> break
     :: pick <= THE_NEW ->
        request();
        answering = answering | (result == SERVED -> bit(machine) : 0);
        pick++
     od;
     machine++
  od
}

inline who_gets_answers() {
  d_step {
    real_client = client; real_net = net; net = HEALTHY;
    do
    :: true ->
       source = 0;
       do
       :: source == «sources» -> break
       :: source < «sources» ->
          answering = 0;
          if
          «what is asked»
          fi;
          got[source] = answering;
          got_before[source] = (net == HEALTHY -> answering : got_before[source]);
          source++
       od;
       if
       :: net == real_net -> break
       :: else -> net = real_net
       fi
    od;
    client = real_client; pick = NEITHER; kept = 0; result = NONE; by = NOBODY; history = SHARED; core = 0; pool = 0; need = 0; each_zone = 0;
    listed = 0; old = NOBODY; acts = 0; answering = 0
  }
}

