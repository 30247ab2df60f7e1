import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  RelativePattern,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { foldersOnDisk, OWN_NODE } from './ownNode.js';

/** As package.json contributes them. */
const TYPE = 'netsplit';
const MATCHER = '$netsplit';

/** `"paths": ["designs"]` is what `netsplit check` gets, and `"options": ["--all"]` how; without paths, the folder. */
interface CheckDefinition extends TaskDefinition {
  readonly paths?: readonly string[];
  readonly options?: readonly string[];
}

/** A matcher reads a finding from one line: nothing is wrapped at the width of the terminal. */
const ONE_LINE = '10000';

/**
 * Offers `netsplit check` as a task of each folder that has a design, by the command line that comes with the
 * extension. Files that are open have their problems from the language server; the task tells those of all others.
 */
export function offerCheckTask({ extensionUri }: ExtensionContext): Disposable {
  const commandLine = Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const taskOf = (definition: CheckDefinition, folder: WorkspaceFolder): Task => {
    const { paths = ['.'], options = [] } = definition;
    const execution = new ProcessExecution(OWN_NODE.path, [commandLine, 'check', ...options, '--', ...paths], {
      cwd: folder.uri.fsPath,
      env: { ...OWN_NODE.env, COLUMNS: ONE_LINE },
    });
    const task = new Task(definition, folder, 'check', TYPE, execution, MATCHER);
    task.group = TaskGroup.Test;
    return task;
  };
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: async () => {
      const found = await Promise.all(
        foldersOnDisk().map(async (folder) => ((await hasDesign(folder)) ? [taskOf({ type: TYPE }, folder)] : [])),
      );
      return found.flat();
    },
    resolveTask: ({ definition, scope }) => {
      // A task of the user or of a workspace of several folders names none.
      const folder = typeof scope === 'object' ? scope : foldersOnDisk()[0];
      return folder === undefined ? undefined : taskOf(definition, folder);
    },
  });
}

async function hasDesign(folder: WorkspaceFolder): Promise<boolean> {
  return (await workspace.findFiles(new RelativePattern(folder, '**/*.cap'), undefined, 1)).length > 0;
}
