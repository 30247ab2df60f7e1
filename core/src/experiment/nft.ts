import { visible } from '../render/print/visible.js';
import { byReceiver, type Experiment, type ExperimentFormat, type Machine } from './format.js';
import { dropRules, hashComment, quotedWord } from './quoting.js';

/** A script that each host runs for itself: it drops what comes in, and nothing else of the host is touched. */
export const nft: ExperimentFormat = {
  name: 'nft',
  ending: 'nft.sh',
  what: 'a script with nftables rules, to run on each host',
  field: 'addresses',
  of: 'machines',
  stops: false,
  write: (experiment) => `#!/bin/sh
${hashComment(experiment.comment)}
#
# On each host, as root:  sh THIS break HOST   and later   sh THIS heal HOST
set -eu
usage() { echo "usage: $0 break|heal HOST, HOST being one of: "${quotedWord(hostsOf(experiment).join(', '))} >&2; exit 2; }
[ $# -eq 2 ] || usage
case $1 in break | heal) ;; *) usage ;; esac
nft delete table inet netsplit 2>/dev/null || true
case "$1 $2" in
${casesOf(experiment).join('\n')}
*) usage ;;
esac
`,
};

function hostsOf({ machines }: Experiment): string[] {
  return machines.map(({ name }) => visible(name));
}

function casesOf(experiment: Experiment): string[] {
  const receivers = byReceiver(experiment);
  return experiment.machines.flatMap((machine) => {
    const from = receivers.find(({ to }) => to === machine)?.from ?? [];
    const isStopped = experiment.stopped.includes(machine);
    const breaking = isStopped ? (machine.target.stop ?? ':') : from.length > 0 ? rulesFor(from) : ':';
    const healing = isStopped ? (machine.target.start ?? ':') : ':';
    return [
      `${quotedWord(`break ${visible(machine.name)}`)})\n${breaking}\n;;`,
      `${quotedWord(`heal ${visible(machine.name)}`)})\n${healing}\n;;`,
    ];
  });
}

function rulesFor(from: readonly Machine[]): string {
  const addresses = from.flatMap(({ target }) => target.addresses ?? []);
  const rule = (family: string, some: readonly string[]): string[] =>
    some.length > 0 ? [`${family} saddr { ${some.join(', ')} } drop`] : [];
  const rules = [
    ...rule(
      'ip',
      addresses.filter((address) => !address.includes(':')),
    ),
    ...rule(
      'ip6',
      addresses.filter((address) => address.includes(':')),
    ),
  ];
  return `nft -f - <<'RULES'\n${dropRules(rules.join('\n    '))}\nRULES`;
}
