------------------------------- MODULE mesh -------------------------------
(* The design of mesh.cap for TLC: five replicas in a mesh, a writer and a reader linked to each, an asynchronous
   primary on replica 1, a reader that takes the nearest replica in reach. Each initial state is one set of cut links.
   TLC counts the states in which the read can miss, until the heal, a write that was acknowledged. *)
EXTENDS Integers, FiniteSets, TLC

CONSTANT LastWrites  \* TRUE if the write may also have been acknowledged just before the break

Replicas == 1..5
Pairs == {p \in SUBSET Replicas : Cardinality(p) = 2}

VARIABLES mesh, writer, reader  \* the links that are up

Acknowledged == LastWrites \/ 1 \in writer
Has(r) == Acknowledged /\ (r = 1 \/ {1, r} \in mesh)
Reads == CHOOSE r \in reader : \A s \in reader : r <= s
Stale == Acknowledged /\ reader # {} /\ ~Has(Reads)

Init == mesh \in SUBSET Pairs /\ writer \in SUBSET Replicas /\ reader \in SUBSET Replicas
Next == FALSE /\ UNCHANGED <<mesh, writer, reader>>

Counted == Stale => TLCSet(1, TLCGet(1) + 1)
ASSUME TLCSet(1, 0)
Told == PrintT(<<"stale", TLCGet(1)>>)
============================================================================
