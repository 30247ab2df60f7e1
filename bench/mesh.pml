/*
 * The design of mesh.cap for SPIN: five replicas in a mesh, a writer and a reader linked to each, an asynchronous primary on
 * replica 0, a reader that takes the nearest replica in reach. Every link is up or cut; the assertion fails once for each set of cuts
 * under which the read can miss, until the heal, a write that was acknowledged. With -DLAST_WRITES the write may
 * also have been acknowledged just before the break. Generate with `spin -o2`: SPIN's dead-variable elimination would merge
 * sets of cuts that differ in links which the verdict does not hang on, and then count too few.
 */
#define N 5
#define up(i, j) mesh[(i) * N + (j)]

bit mesh[25];      /* [i * N + j] for i < j: the link between replicas i and j */
bit writerLink[N];
bit readerLink[N];
bit has[N];        /* who holds the write that was acknowledged last */

init {
  byte i = 0;
  byte j = 0;
  bit acknowledged = 0;
  byte reads = N;

  atomic {
  do
  :: i < N ->
     if :: writerLink[i] = 1 :: writerLink[i] = 0 fi;
     if :: readerLink[i] = 1 :: readerLink[i] = 0 fi;
     j = i + 1;
     do
     :: j < N -> if :: up(i, j) = 1 :: up(i, j) = 0 fi; j++
     :: else -> break
     od;
     i++
  :: else -> break
  od;
  i = 0;
  j = 0
  }

  d_step {
    /* the primary acknowledges by itself … */
#ifdef LAST_WRITES
    acknowledged = 1;
#else
    acknowledged = writerLink[0];
#endif
    has[0] = acknowledged;
    /* … and ships to whom it reaches directly */
    i = 1;
    do
    :: i < N -> has[i] = has[0] && up(0, i); i++
    :: else -> break
    od;
    /* the reader asks the first replica that it reaches */
    i = 0;
    do
    :: i < N && reads == N && readerLink[i] -> reads = i
    :: i < N -> i++
    :: else -> break
    od
  }
  assert(!(acknowledged && reads < N && !has[reads]))
}
