/** What servers and clients did in the rows that disagree, and what the model has in place of it. */
export const CAUSES = {
  earlierCut:
    'NATS, one direction from the leader to the client outside cut: in the first seconds two of six direct gets at ' +
    'each other server timed out, though all servers reached each other. The same cluster had a cut between its ' +
    'servers before, and a direct get may have gone to a route that had not recovered. In a second run, after such a ' +
    'cut as well, one of six did.',
  oldConnection:
    'NATS, the client outside, cut off from a server until the heal: its connection waits for TCP to send again what ' +
    'was lost, for seconds after the heal. In the model a connection is well at once.',
} as const;

type Cause = keyof typeof CAUSES;

/**
 * The rows in which something was seen that the engine does not say can happen, by system and cut: "settled write from
 * r2 r3".
 */
export const KNOWN: Readonly<Record<Cause, Readonly<Record<string, string>>>> = {
  earlierCut: {
    'nats-3 / client deaf to leader': 'detecting direct from p2 p3',
  },
  oldConnection: {
    'nats-3 / client deaf to leader': 'healed write from x',
    'nats-3 / fresh1-03 some links, 0.3': 'healed write from x',
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
