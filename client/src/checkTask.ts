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
    // The editor's own Node; where that is Electron, the variable makes it one.
    const execution = new ProcessExecution(process.execPath, [commandLine, 'check', ...options, '--', ...paths], {
      cwd: folder.uri.fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1', COLUMNS: ONE_LINE },
    });
    const task = new Task(definition, folder, 'check', TYPE, execution, MATCHER);
    task.group = TaskGroup.Test;
    return task;
  };
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: async () => {
      const withDesigns = await Promise.all(foldersOnDisk().map(hasDesign));
      return foldersOnDisk().flatMap((folder, i) => (withDesigns[i] === true ? [taskOf({ type: TYPE }, folder)] : []));
    },
    resolveTask: ({ definition, scope }) => {
      // A task of the user or of a workspace of several folders names none.
      const folder = typeof scope === 'object' ? scope : foldersOnDisk()[0];
      return folder === undefined ? undefined : taskOf(definition, folder);
    },
  });
}

function foldersOnDisk(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

async function hasDesign(folder: WorkspaceFolder): Promise<boolean> {
  return (await workspace.findFiles(new RelativePattern(folder, '**/*.cap'), undefined, 1)).length > 0;
}
