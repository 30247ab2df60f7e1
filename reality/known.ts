/** What servers and clients did in the rows that disagree, and what the model has in place of it. */
export const CAUSES = {
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
