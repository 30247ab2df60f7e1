import { byReceiver, type Experiment, type ExperimentFormat } from './format.js';
import { dropRules, hashComment, quotedWord } from './quoting.js';

/** A script for the host on which all containers run: rules in the network of each, so that images need no tools. */
export const docker: ExperimentFormat = {
  name: 'docker',
  ending: 'docker.sh',
  what: 'a script for containers of one Docker host',
  field: 'container',
  of: 'machines',
  stops: true,
  write: (experiment) => `#!/bin/sh
${hashComment(experiment.comment)}
#
# On the Docker host, as root:  sh THIS break   and later   sh THIS heal
set -eu
inside() { # CONTAINER COMMAND…: in its network
  pid=$(docker inspect -f '{{.State.Pid}}' "$1"); shift
  nsenter -t "$pid" -n "$@"
}
addresses() { # CONTAINER…
  for one in "$@"; do
    docker inspect -f '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}' "$one"
  done | grep . | paste -sd, -
}
drop() { # CONTAINER FROM…
  to=$1; shift
  from=$(addresses "$@")
  inside "$to" nft -f - <<RULES
${dropRules('ip saddr { $from } drop')}
RULES
}
pass() { inside "$1" nft delete table inet netsplit 2>/dev/null || true; }
case \${1:-} in
break)
${breakOf(experiment).join('\n')}
;;
heal)
${healOf(experiment).join('\n')}
;;
*) echo "usage: $0 break|heal" >&2; exit 2 ;;
esac
`,
};

function breakOf(experiment: Experiment): string[] {
  return [
    ...byReceiver(experiment).map(({ to, from }) => `drop ${[to, ...from].map(containerOf).join(' ')}`),
    ...experiment.stopped.map((machine) => `docker kill ${containerOf(machine)}`),
  ];
}

function healOf(experiment: Experiment): string[] {
  return [
    ...byReceiver(experiment).map(({ to }) => `pass ${containerOf(to)}`),
    ...experiment.stopped.map((machine) => `docker start ${containerOf(machine)}`),
  ];
}

function containerOf({ target, name }: Experiment['machines'][number]): string {
  return quotedWord(target.container ?? name);
}
