import { engines } from '../../package.json';

/** One sentence for a Node that is older than package.json admits; `version` is such as "20.20.2". */
export function tooOld(version: string): string | undefined {
  const needed = engines.node.replace(/^>=/, '');
  return Number(version.split('.')[0]) < Number(needed)
    ? `netsplit: Node ${version} is too old: install Node ${needed} or newer, from https://nodejs.org.\n`
    : undefined;
}
