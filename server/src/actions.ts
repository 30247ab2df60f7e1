import { runTarget, type Action, type LinkTo } from '#core';
import { ClientCommands, type CommandTarget } from '#protocol';
import type { Snapshot } from './documents/snapshot.js';

/** The command of the VS Code extension that shows something, and what it is about. */
export function commandOf(snapshot: Snapshot, action: Action): { readonly id: string; readonly target: CommandTarget } {
  const { uri } = snapshot;
  switch (action.kind) {
    case 'explain':
      return { id: ClientCommands.explain, target: { uri, position: snapshot.range(action.span).start } };
    case 'timeline':
      return {
        id: ClientCommands.showTimeline,
        target: { uri, timeline: runTarget(snapshot.resolved.model, action.operation, action.run) },
      };
    case 'partition':
      return { id: ClientCommands.simulatePartition, target: { uri, partition: action.name } };
    case 'expectations':
      return { id: ClientCommands.checkExpectations, target: { uri } };
    case 'all':
      return { id: ClientCommands.simulateAll, target: { uri } };
    case 'diagram':
      return { id: ClientCommands.openDiagram, target: { uri } };
    case 'template':
      return { id: ClientCommands.newDesign, target: { uri } };
  }
}

const TITLES: Readonly<Record<Action['kind'], string>> = {
  explain: 'What breaks it, why, and how far it holds',
  timeline: 'How this comes about, step by step',
  partition: 'Every operation under this partition',
  expectations: 'What became of every expectation',
  all: 'Operations against faults',
  diagram: 'The picture of this design',
  template: 'A design to begin with',
};

/**
 * Links of Markdown that run these commands, and no others: the client trusts only them. Names are in the address by
 * their code points, so that they end nothing.
 */
export function linksOf(snapshot: Snapshot): LinkTo {
  return (markdown, action) => {
    const { id, target } = commandOf(snapshot, action);
    return `[${markdown}](command:${id}?${encoded([target])} "${TITLES[action.kind]}")`;
  };
}

/** VS Code decodes an address twice where that goes well: a `%` of a name must not look like a code. */
function encoded(args: readonly CommandTarget[]): string {
  const json = JSON.stringify(args).replaceAll('%', '\\u0025');
  return encodeURIComponent(json).replace(
    /[^A-Za-z0-9%]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}
