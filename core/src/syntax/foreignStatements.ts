/** By keyword, the words that begin such a statement in other languages. All are in small letters. */
export const FOREIGN_STATEMENTS: Readonly<Record<string, string>> = {
  zone:
    'region datacenter data-center datacentre data-centre availability-zone availability_zone dc az rack site ' +
    'location hall cloud subnet subgraph package namespace cluster vpc colo pop building campus branch ' +
    'office city country continent plant segment vlan lan environment area',
  node: 'server srv machine host vm instance broker container pod computer box peer droplet replica',
  client:
    'user cl cli actor app application frontend browser consumer producer caller process player customer ' +
    'person visitor device agent sensor terminal mobile tenant reader writer buyer phone publisher subscriber',
  router: 'hub switch gateway',
  link:
    'connection conn connect edge wire cable network wan line tunnel vpn fibre fiber uplink trunk circuit ' +
    'channel pipe peering interconnect',
  store:
    'database archive db table topic queue bucket cache collection datastore keyspace kv index data ' +
    'storage volume replicaset replica-set replica_set dataset register ledger stream repository blob',
  operation:
    'op api route handler job task mutation feature step request action transaction query usecase ' +
    'endpoint rpc call method function func fun def procedure command workflow usage interaction',
  partition:
    'nemesis experiment chaos ' +
    'part fault failure split outage scenario incident netsplit disaster disruption isolation ' +
    'splitbrain breakage split-brain',
  expect:
    'test requirement exp assert assertion expectation ensures guarantee slo check require requires ensure verify ' +
    'invariant property assume must should shall promise contract rule constraint claim goal sla prove',
  accept: 'allow tolerate accepted allowed tolerated permit waive ignore',
  include: 'import',
};
