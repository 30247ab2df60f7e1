#!/bin/sh
# etcd.cap: partition alone
#
# What everybody may get, by the design; anything else contradicts it.
#
# put from p1
#   during the break:
#     unknown: n1 takes the request in and gives up after 5 s: 1 of 3 replicas in reach of n1, a majority is 2
#   after the heal:
#     ok: 2 of 3 replicas are enough
#     of what was unknown: it may have taken effect, may still, or never will
#
# put from p2
#   until the break is noticed (3 s):
#     unknown: n2 takes the request in and waits, not knowing of the break: n2 has no direct connection to the
#       leader n1
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#     of what was unknown: it may have taken effect, may still, or never will
#
# put from p3
#   until the break is noticed (3 s):
#     unknown: n3 takes the request in and waits, not knowing of the break: n3 has no direct connection to the
#       leader n1
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#     of what was unknown: it may have taken effect, may still, or never will
#
# put from x
#   until the break is noticed (3 s):
#     unknown: x still waits for n1, which the request can't reach any more
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#     of what was unknown: it may have taken effect, may still, or never will
#
# get from p1
#   during the break:
#     error: n1 takes the request in and gives up after 5 s: 1 of 3 replicas in reach of n1, a majority is 2
#   after the heal:
#     ok: 2 of 3 replicas are enough
#
# get from p2
#   until the break is noticed (3 s):
#     error: n2 takes the request in and waits, not knowing of the break: n2 has no direct connection to the
#       leader n1
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#
# get from p3
#   until the break is noticed (3 s):
#     error: n3 takes the request in and waits, not knowing of the break: n3 has no direct connection to the
#       leader n1
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#
# get from x
#   until the break is noticed (3 s):
#     error: x still waits for n1, which the request can't reach any more
#     ok: 2 of 3 replicas are enough
#   once it is noticed:
#     ok: 2 of 3 replicas are enough
#   after the heal:
#     ok: 2 of 3 replicas are enough
#
# getSerializable from p1
#   during the break:
#     stale until the heal: n1 can answer without put from p2, which can be acknowledged by n2: it can't arrive
#       before the network heals
#   after the heal:
#     ok: one replica in reach is enough
#     of what was stale until the heal: the missing write arrives
#
# getSerializable from p2
#   during the break:
#     stale while replication lags: n2 can answer without put from p1, which was acknowledged by n1 just before
#       the break: it has not arrived yet
#     ok: one replica in reach is enough
#   after the heal:
#     stale while replication lags: n2 can answer without put from p1, which can be acknowledged by n1: it has
#       not arrived yet
#     of what was stale while replication lags: the missing write arrives
#
# getSerializable from p3
#   during the break:
#     stale while replication lags: n3 can answer without put from p1, which was acknowledged by n1 just before
#       the break: it has not arrived yet
#     ok: one replica in reach is enough
#   after the heal:
#     stale while replication lags: n3 can answer without put from p1, which can be acknowledged by n1: it has
#       not arrived yet
#     of what was stale while replication lags: the missing write arrives
#
# getSerializable from x
#   until the break is noticed (3 s):
#     stale while replication lags: n2 can answer without put from p1, which was acknowledged by n1 just before
#       the break: it has not arrived yet
#     error: x still waits for n1, which the request can't reach any more
#     ok: one replica in reach is enough
#   once it is noticed:
#     stale while replication lags: n2 can answer without put from p1, which was acknowledged by n1 just before
#       the break: it has not arrived yet
#     ok: one replica in reach is enough
#   after the heal:
#     ok: one replica in reach is enough
#     of what was stale while replication lags: the missing write arrives
#
# On each host, as root:  sh THIS break HOST   and later   sh THIS heal HOST
set -eu
usage() { echo "usage: $0 break|heal HOST, HOST being one of: "'n1, n2, n3, x' >&2; exit 2; }
[ $# -eq 2 ] || usage
case $1 in break | heal) ;; *) usage ;; esac
nft delete table inet netsplit 2>/dev/null || true
case "$1 $2" in
'break n1')
nft -f - <<'RULES'
table inet netsplit {
  chain input {
    type filter hook input priority -300; policy accept;
    ip saddr { 10.99.0.2, 10.99.0.3, 10.99.0.4 } drop
  }
}
RULES
;;
'heal n1')
:
;;
'break n2')
nft -f - <<'RULES'
table inet netsplit {
  chain input {
    type filter hook input priority -300; policy accept;
    ip saddr { 10.99.0.1 } drop
  }
}
RULES
;;
'heal n2')
:
;;
'break n3')
nft -f - <<'RULES'
table inet netsplit {
  chain input {
    type filter hook input priority -300; policy accept;
    ip saddr { 10.99.0.1 } drop
  }
}
RULES
;;
'heal n3')
:
;;
'break x')
nft -f - <<'RULES'
table inet netsplit {
  chain input {
    type filter hook input priority -300; policy accept;
    ip saddr { 10.99.0.1 } drop
  }
}
RULES
;;
'heal x')
:
;;
*) usage ;;
esac
