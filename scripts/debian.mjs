// Programs that only some parts of a gate need, from Debian's packages.

import { canUseApt, onPath } from './host/chromium.mjs';
import { run } from './setup.mjs';

/** The model checker, and the compiler that its verifiers need. */
export const SPIN = {
  what: 'The comparison with SPIN',
  programs: ['spin', 'gcc'],
  packages: ['spin', 'gcc', 'libc6-dev'],
};
/** Hosts that are network namespaces. */
export const NAMESPACES = {
  what: 'A network of namespaces',
  programs: ['unshare', 'ip', 'nft'],
  packages: ['util-linux', 'iproute2', 'nftables'],
};
/** Editors beside VS Code, and what compiles a grammar for them. Emacs 29 has Eglot in it, older ones as a package. */
export const EDITORS = {
  what: 'The use of other editors',
  programs: ['nvim', 'emacs', 'gcc'],
  packages: ['neovim', 'emacs-nox', 'elpa-eglot', 'gcc', 'libc6-dev'],
};

/** What `npm run reality -- --quick` starts. */
export const SERVERS = {
  what: 'The lab of real servers',
  programs: ['etcd', 'etcdctl', 'redis-server', 'redis-sentinel', 'redis-cli', 'psql'],
  packages: ['etcd-server', 'etcd-client', 'redis-server', 'redis-sentinel', 'redis-tools', 'postgresql'],
};

/** Installs packages where a program is missing and the system allows it; throws where it stays missing. */
export async function findOrInstall({ what, programs, packages }) {
  const missing = () => programs.filter((name) => onPath(name) === undefined);
  if (missing().length === 0) return;
  const install = `apt-get install ${packages.join(' ')}`;
  if (canUseApt()) {
    console.log(`Installing ${missing().join(' and ')} (${install}), once…`);
    const quiet = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    };
    const code =
      (await run('apt-get', ['update', '-qq'], quiet)) ||
      (await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], quiet));
    if (missing().length === 0) return;
    console.error(`apt-get ended with exit code ${code}.`);
  }
  throw new Error(`${what} needs ${missing().join(' and ')}: install them with \`${install}\`.`);
}
