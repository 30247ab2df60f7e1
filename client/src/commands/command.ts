import { Uri, type LogOutputChannel, type TextDocument } from 'vscode';
import type { CommandTarget } from '#protocol';
import { activeCapEditor, openDocument } from '../capDocument.js';
import type { LanguageServer } from '../languageServer.js';
import type { DiagramPanels } from '../panels/diagram.js';
import { isPosition, isTimelineTarget } from '../panels/guards.js';
import type { ReportPanels } from '../panels/report.js';
import type { TimelinePanels } from '../panels/timeline.js';
import { openFirstSample } from '../samples.js';

/** What a command has at hand. */
export interface CommandContext {
  readonly extensionUri: Uri;
  readonly output: LogOutputChannel;
  readonly server: LanguageServer;
  readonly panels: ReportPanels;
  readonly diagrams: DiagramPanels;
  readonly timelines: TimelinePanels;
}

/** One row of the table of commands; `package.json` has its title. */
export interface Command {
  readonly id: string;
  /** `target` is what a lens or a menu is about; from the palette there is none. */
  readonly run: (context: CommandContext, target: CommandTarget | undefined) => Promise<void>;
}

/** What VS Code hands to a command: a lens its own arguments, a menu the address of a file, and anybody anything. */
export function targetFrom(argument: unknown): CommandTarget | undefined {
  if (argument instanceof Uri) return { uri: argument.toString() };
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || typeof argument.uri !== 'string')
    return undefined;
  const position = 'position' in argument ? argument.position : undefined;
  const partition = 'partition' in argument ? argument.partition : undefined;
  const timeline = 'timeline' in argument ? argument.timeline : undefined;
  const history = 'history' in argument ? argument.history : undefined;
  return {
    uri: argument.uri,
    ...(isPosition(position) ? { position } : {}),
    ...(typeof partition === 'string' ? { partition } : {}),
    ...(isTimelineTarget(timeline) ? { timeline } : {}),
    ...(typeof history === 'string' ? { history } : {}),
  };
}

/**
 * The design that a command is about: the target's, that of the active editor, or that of the report, the picture or
 * the timeline which has the focus. Where nothing is open, a sample.
 */
export async function currentDesign(
  { extensionUri, panels, diagrams, timelines }: CommandContext,
  target: CommandTarget | undefined,
): Promise<TextDocument> {
  return (
    (target === undefined ? undefined : openDocument(target.uri)) ??
    activeCapEditor()?.document ??
    panels.activeDocument() ??
    diagrams.activeDocument() ??
    timelines.activeDocument() ??
    (await openFirstSample(extensionUri))
  );
}
