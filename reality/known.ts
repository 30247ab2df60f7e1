/** What servers and clients did in the rows that disagree, and what the model has in place of it. */
export const CAUSES = {
  oneWayConnection:
    'A connection over which messages go one way only: one that is made after the break is refused, and the client goes ' +
    'on to the next server; on one that is older there is no answer. The model has one of the two.',
  clientHoldsOn:
    'The link of the client itself is cut: it asks the server of its connection until it gives the server up. In the ' +
    'model it goes on to the next server at once.',
  anyReplica:
    'NATS sends a direct get to any replica, also to one that is cut off. In the model the nearest in reach answers.',
  unsettledLeaders:
    'NATS, the leader and one follower apart: leaders depose each other for some time, and publishes at the server that ' +
    'is cut off are stored late. In the model two of three replicas are enough.',
  refusedOnceNoticed:
    'A NATS server that has noticed that there is no leader refuses a publish at once, and a client that may ask others ' +
    'goes on to them. In the model the publish waits until the client gives up.',
} as const;

type Cause = keyof typeof CAUSES;

/**
 * The rows in which something was seen that the engine does not say can happen, by system and cut: "settled write from
 * r2 r3".
 */
export const KNOWN: Readonly<Record<Cause, Readonly<Record<string, string>>>> = {
  oneWayConnection: {
    'etcd-3 / client deaf to leader':
      'detecting linearizable from x; detecting serializable from x; detecting write from x; settled linearizable from x; settled serializable from x; settled write from x',
    'galera-3 / client deaf to leader':
      'detecting dirty from x; detecting plain from x; detecting synced from x; detecting write from x; settled dirty from x; settled plain from x; settled synced from x; settled write from x',
    'mariadb-semisync / leader hears only': 'detecting write from r2 r3; settled write from r2 r3',
    'mariadb-semisync / follower sends only': 'detecting write from r2; settled write from r2',
    'mariadb-semisync / one direction, from leader': 'detecting write from r2; settled write from r2',
    'mariadb-semisync / client deaf to leader':
      'detecting replica from x; detecting write from x; settled replica from x; settled write from x',
    'postgresql-async / leader hears only': 'detecting write from r2 r3; settled write from r2 r3',
    'postgresql-async / follower sends only': 'detecting write from r2; settled write from r2',
    'postgresql-async / one direction, from leader': 'detecting write from r2; settled write from r2',
    'postgresql-async / client deaf to leader':
      'detecting standby from x; detecting write from x; settled standby from x; settled write from x',
    'postgresql-open / client deaf to leader': 'detecting standby from x; settled standby from x',
    'postgresql-open / client unheard by leader': 'detecting write from x; settled write from x',
    'postgresql-sync / leader hears only':
      'detecting write from r2 r3; detecting writeLocal from r2 r3; settled write from r2 r3; settled writeLocal from r2 r3',
    'postgresql-sync / follower sends only':
      'detecting write from r2; detecting writeLocal from r2; settled write from r2; settled writeLocal from r2',
    'postgresql-sync / one direction, from leader':
      'detecting write from r2; detecting writeLocal from r2; settled write from r2; settled writeLocal from r2',
    'postgresql-sync / client deaf to leader':
      'detecting standby from x; detecting write from x; detecting writeLocal from x; settled standby from x; settled write from x; settled writeLocal from x',
    'redis / follower sends only': 'detecting write from r2; settled write from r2',
    'redis / one direction, from leader': 'detecting write from r2; settled write from r2',
    'redis / client deaf to leader':
      'detecting replica from x; detecting write from x; settled replica from x; settled write from x',
    'redis / leader hears only': 'detecting write from r2 r3',
    'redis-open / client deaf to leader': 'detecting replica from x; settled replica from x',
    'redis-open / client unheard by leader': 'detecting write from x; settled write from x',
    'redis-min-replicas / leader hears only': 'detecting write from r2 r3',
    'redis-min-replicas / leader sends only': 'settled write from r1',
    'redis-min-replicas / follower sends only': 'detecting write from r2; settled write from r2',
    'redis-min-replicas / one direction, from leader': 'detecting write from r2; settled write from r2',
    'redis-min-replicas / client deaf to leader':
      'detecting replica from x; detecting write from x; settled replica from x; settled write from x',
  },
  anyReplica: {
    'nats-3 / one link, leader': 'detecting direct from p1 p2 p3 x; settled direct from p1',
    'nats-3 / follower isolated': 'detecting direct from p1 p2 p3 x; settled direct from p1 p3 p2 x',
    'nats-3 / one link, followers': 'detecting direct from p2 p3; settled direct from p3',
    'nats-3 / leader hears only': 'detecting direct from p1 p2 p3 x; settled direct from p1 x p2 p3',
    'nats-3 / leader isolated': 'detecting direct from p1 p3 p2 x; settled direct from p1',
    'nats-3 / follower hears only': 'detecting direct from p1 p3 p2 x; settled direct from p2 x',
    'nats-3 / all apart': 'detecting direct from p1 p2 p3 x; settled direct from p1 p2 p3 x',
    'nats-3 / follower sends only': 'detecting direct from p1 p2 p3 x; settled direct from p2 p3 x',
    'nats-3 / leader sends only': 'detecting direct from p1 p2 p3 x; settled direct from p1 x',
    'nats-3 / one direction, from leader': 'detecting direct from p1 x p2 p3; settled direct from p2 p3 x',
    'nats-3 / client with lone leader': 'detecting direct from p1 x p2; settled direct from p1 x p2 p3',
    'nats-3 / one direction, to leader': 'detecting direct from p1 p2 p3; settled direct from p2',
    'nats-3 / client deaf to leader': 'detecting direct from p2 p3',
  },
  unsettledLeaders: {
    'nats-3 / one link, leader': 'settled leader from p1 p2',
    'nats-3 / one direction, from leader': 'settled leader from p1 p2 p3 x; settled write from p1 p3 p2 x',
  },
  refusedOnceNoticed: {
    'nats-3 / leader hears only': 'settled leader from x; settled write from p1 x',
    'nats-3 / leader isolated': 'settled leader from x; settled write from p1 x',
    'nats-3 / all apart': 'settled write from p1',
    'nats-3 / leader sends only': 'settled leader from x; settled write from p1 x',
    'nats-3 / client with lone leader': 'settled write from p1 x',
  },
  clientHoldsOn: {
    'nats-3 / client without leader':
      'detecting direct from x; detecting leader from x; detecting write from x; settled direct from x; settled leader from x; settled write from x',
    'nats-3 / client unheard by leader':
      'detecting direct from x; detecting leader from x; detecting write from x; settled direct from x; settled leader from x; settled write from x',
    'zookeeper-3 / client without leader': 'detecting default from x; detecting sync from x; detecting write from x',
    'zookeeper-3 / client unheard by leader': 'detecting default from x; detecting sync from x; detecting write from x',
  },
};

/** The known rows of one system, as "CUT: PHASE OPERATION from CLIENT". */
export function knownRows(system: string): string[] {
  return Object.values(KNOWN).flatMap((rows) =>
    Object.entries(rows).flatMap(([place, text]) => {
      const [name, cut] = place.split(' / ');
      if (name !== system) return [];
      return text.split('; ').flatMap((part) => {
        const [what, clients = ''] = part.split(' from ');
        return clients.split(' ').map((client) => `${cut}: ${what} from ${client}`);
      });
    }),
  );
}
