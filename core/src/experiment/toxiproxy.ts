import type { Experiment, ExperimentFormat, Machine } from './format.js';
import { hashComment, quotedWord } from './quoting.js';

/** The connections that one machine opens to another one go through a proxy of their own. */
interface Proxy {
  readonly name: string;
  readonly from: Machine;
  readonly to: Machine;
  readonly listen: string;
}

type Stream = 'upstream' | 'downstream';

/** The first port on which proxies listen. */
const FIRST_PORT = 20_000;

/**
 * Toxiproxy breaks only what goes through it: one proxy for each ordered pair, with the same ports in every experiment
 * of a design. A toxic of type `timeout` drops what one stream of a connection carries.
 */
export const toxiproxy: ExperimentFormat = {
  name: 'toxiproxy',
  ending: 'toxiproxy.sh',
  what: 'a script with proxies and toxics for Toxiproxy',
  field: 'upstream',
  of: 'servers',
  stops: false,
  write: (experiment) => `#!/bin/sh
${hashComment(experiment.comment)}
#
# sh THIS setup, then each machine connects to the others through the proxies listed there, not directly;
# sh THIS break   and later   sh THIS heal
# A proxy goes on to take connections, and nothing comes of them; a cut network takes none.
set -eu
api=\${TOXIPROXY:-http://127.0.0.1:8474}
post() { curl -fsS -o /dev/null -H 'Content-Type: application/json' -d "$2" "$api/$1"; }
failed=0
take() { curl -fsS -o /dev/null -X DELETE "$api/$1" || failed=1; }
case \${1:-} in
setup)
${post('populate', JSON.stringify(proxiesOf(experiment).map(({ name, listen, to }) => ({ name, listen, upstream: to.target.upstream, enabled: true }))))}
;;
break)
${breakOf(experiment).join('\n')}
;;
heal)
${healOf(experiment).join('\n')}
;;
*) echo "usage: $0 setup|break|heal" >&2; exit 2 ;;
esac
exit $failed
`,
};

function breakOf(experiment: Experiment): string[] {
  const toxics = toxicsOf(experiment).map(({ proxy, stream }) =>
    post(
      `proxies/${proxy.name}/toxics`,
      JSON.stringify({ name: toxicName(stream), type: 'timeout', stream, toxicity: 1, attributes: { timeout: 0 } }),
    ),
  );
  return [...toxics, ...experiment.stopped.map(({ target }) => target.stop ?? ':')];
}

function healOf(experiment: Experiment): string[] {
  const toxics = toxicsOf(experiment).map(
    ({ proxy, stream }) => `take ${quotedWord(`proxies/${proxy.name}/toxics/${toxicName(stream)}`)}`,
  );
  return [...toxics, ...experiment.stopped.map(({ target }) => target.start ?? ':')];
}

function post(path: string, body: string): string {
  return `post ${quotedWord(path)} ${quotedWord(body)}`;
}

function toxicName(stream: Stream): string {
  return `netsplit-${stream}`;
}

function proxiesOf({ machines }: Experiment): Proxy[] {
  const pairs = machines.flatMap((to) =>
    !to.isServer || to.target.upstream === undefined
      ? []
      : machines.flatMap((from) => (from === to ? [] : [{ from, to }])),
  );
  return pairs.map(({ from, to }, i) => ({
    name: `${machines.indexOf(from) + 1}-${wordOf(from)}-to-${machines.indexOf(to) + 1}-${wordOf(to)}`,
    from,
    to,
    listen: `0.0.0.0:${FIRST_PORT + i}`,
  }));
}

/** A name as a part of an address of the interface. */
function wordOf({ name }: Machine): string {
  return name.replace(/[^A-Za-z0-9]+/g, '').slice(0, 20);
}

/** What the one sends to the other: requests of its own connections, and answers on those of the other. */
function toxicsOf(experiment: Experiment): { readonly proxy: Proxy; readonly stream: Stream }[] {
  const proxies = proxiesOf(experiment);
  return experiment.drops.flatMap((drop) =>
    proxies.flatMap((proxy): { readonly proxy: Proxy; readonly stream: Stream }[] => {
      if (proxy.from === drop.from && proxy.to === drop.to) return [{ proxy, stream: 'upstream' }];
      return proxy.from === drop.to && proxy.to === drop.from ? [{ proxy, stream: 'downstream' }] : [];
    }),
  );
}
