/** What servers and clients did in the rows that disagree, and what the model has in place of it. */
export const CAUSES = {
  partialPartition:
    'RabbitMQ, a quorum queue, the link between its followers cut: nodes that miss each other close further ' +
    'connections, until the cluster falls into parts, so a follower lost the leader that its machine still reached. ' +
    'Which connections are closed is chance. In the model all are kept.',
  passing:
    'NATS, a random cut that leaves the leader in reach of both followers: one of six gets at a follower was refused ' +
    'at once, since that server knew of no leader for a moment. In two further runs of this cut none was.',
} as const;

type Cause = keyof typeof CAUSES;

/**
 * The rows in which something was seen that the engine does not say can happen, by system and cut: "settled write from
 * r2 r3".
 */
export const KNOWN: Readonly<Record<Cause, Readonly<Record<string, string>>>> = {
  partialPartition: {
    'rabbitmq-quorum-queue / one link, followers': 'detecting write from p2; settled write from p2',
  },
  passing: {
    'nats-3 / fresh2-45 some links, 0.3': 'detecting leader from p2',
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
