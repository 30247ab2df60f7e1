/*
 * A Netsplit design for the model checker SPIN (spinroot.com), as a second opinion on what 'netsplit check' says.
 *
 *   spin -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *
 * SPIN tries «faults» faults («families»), and under each of them
 * every operation from every client, every leader or promoted replica that there may be, every set of copies that may acknowledge or
 * answer, and every other write, acknowledged just before the break, before everybody has noticed it, or once it has settled.
 * For every operation and client it prints under how many of the faults each verdict can happen.
 *
 * To see how one of them comes about, let SPIN stop at it (ERROR, UNKNOWN, STALE_LAG, STALE_HEAL, DIRTY, CONFLICT_LAG, CONFLICT_HEAL, LOST) and
 * replay its trail:
 *
 *   spin -DASK=«request» -DSHOW=ERROR -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n
 *   spin -DASK=«request» -DSHOW=ERROR -t -g design.pml
 *
 * An operation of several writes is partial where a later step of it stops so (ERROR or UNKNOWN).
 *
 * What is asked is the settled phase (docs/semantics.md). Expectations, accepted verdicts, needs and round trips are not in here;
 * whom a client asks first was worked out from the round trips.
 */
