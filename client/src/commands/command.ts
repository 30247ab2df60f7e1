import { window, type LogOutputChannel, type TextDocument, type Uri } from 'vscode';
import { activeCapEditor } from '../capDocument.js';
import type { DiagramPanels } from '../diagramPanel.js';
import type { LanguageServer } from '../languageServer.js';
import type { ReportPanels } from '../reportPanel.js';

/** What a command has at hand. */
export interface CommandContext {
  readonly extensionUri: Uri;
  readonly output: LogOutputChannel;
  readonly server: LanguageServer;
  readonly panels: ReportPanels;
  readonly diagrams: DiagramPanels;
}

/** One row of the table of commands; `package.json` has its title. */
export interface Command {
  readonly id: string;
  readonly run: (context: CommandContext) => Promise<void>;
}

/** The design that a command is about: that of the active editor, or that of the report or the picture which has the focus. Says so where there is none. */
export function currentDesign(panels: ReportPanels, diagrams: DiagramPanels): TextDocument | undefined {
  const document = activeCapEditor()?.document ?? panels.activeDocument() ?? diagrams.activeDocument();
  if (document === undefined) {
    const start = '“Netsplit: New Design from Sample…” gives one to start from.';
    void window.showInformationMessage(`Open a .cap file first: this works on the design in the active editor. ${start}`);
  }
  return document;
}
