// A plugin for remark, and so for Docusaurus, Astro and Next: it draws ```cap blocks as pictures and tables.
// It runs the command line, which has to be installed: npm install --save-dev netsplit. Tables need remark-gfm.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** `command`: how the command line is started, with a list of arguments. */
export default function remarkNetsplit({ command = ['npx', 'netsplit'] } = {}) {
  const draw = ({ meta, value }, cwd) => {
    const [program, ...args] = command;
    const input = `~~~~cap ${meta ?? ''}\n${value}\n~~~~\n`;
    const { status, stdout, error } = spawnSync(program, [...args, 'md', '-', '--embed'], {
      cwd,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // 2: the design has a mistake, which stands in the page, and which the command line has printed.
    if (![0, 2].includes(status) || stdout === '')
      throw error ?? new Error(`netsplit md ended with exit code ${status}`);
    return this.parse(stdout).children;
  };
  return (tree, file) => {
    const cwd = path.dirname(path.resolve(file.cwd, file.path ?? 'page.md'));
    const visit = (parent) => {
      for (const child of parent.children) if ('children' in child) visit(child);
      parent.children = parent.children.flatMap((node) =>
        node.type === 'code' && node.lang === 'cap' ? draw(node, cwd) : [node],
      );
    };
    visit(tree);
  };
}
