import { commands, type Disposable, l10n, window } from 'vscode';
import { textOf } from '../languageServer.js';
import { addCiWorkflow } from './addCiWorkflow.js';
import { advise } from './advise.js';
import { checkExpectations } from './checkExpectations.js';
import { targetFrom, type Command, type CommandContext } from './command.js';
import { compareWithLastCommit } from './compareWithLastCommit.js';
import { compareWithRecordedHistory } from './compareWithRecordedHistory.js';
import { compareWithSaved } from './compareWithSaved.js';
import { explainOperationAtCursor } from './explainOperationAtCursor.js';
import { newDesignFromSample } from './newDesignFromSample.js';
import { openDiagram } from './openDiagram.js';
import { restartLanguageServer } from './restartLanguageServer.js';
import { saveReport } from './saveReport.js';
import { showOutput } from './showOutput.js';
import { showTimeline } from './showTimeline.js';
import { simulateAllPartitions } from './simulateAllPartitions.js';
import { simulatePartition } from './simulatePartition.js';
import { takeLesson } from './takeLesson.js';

const COMMANDS: readonly Command[] = [
  simulatePartition,
  simulateAllPartitions,
  checkExpectations,
  explainOperationAtCursor,
  advise,
  showTimeline,
  openDiagram,
  compareWithSaved,
  compareWithLastCommit,
  compareWithRecordedHistory,
  saveReport,
  newDesignFromSample,
  addCiWorkflow,
  takeLesson,
  restartLanguageServer,
  showOutput,
];

export function registerCommands(context: CommandContext): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(context, targetFrom(argument));
      } catch (error) {
        // The design is not the reason. The details go to the log; the user is told what to do.
        context.output.error(
          `${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        void window.showErrorMessage(
          l10n.t(
            'This did not work: {0}. See “Netsplit: Show Output”, or try “Netsplit: Restart Language Server”.',
            textOf(error),
          ),
        );
      }
    }),
  );
}
