import { faultChoicesInSteps, visible, type FaultChoices } from '#core';
import { Requests, type Choices, type UriParams } from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import type { Feature } from '../server.js';

const NONE: Choices = { operations: [], partitions: [], links: [], nodes: [] };

/** What *Simulate Partition…* and *Advise…* offer. Known from the text alone. */
export const choices: Feature = {
  capabilities: {},
  register: ({ connection, answer }) =>
    void connection.onRequest(
      Requests.choices,
      ({ uri }: UriParams, token: CancellationToken): Promise<Choices> =>
        answer({ request: 'choices', uri, token }, NONE, function* (snapshot) {
          const { model } = snapshot.resolved;
          const operations = model.operations.map(({ name }) => name);
          return { operations, ...shown(yield* faultChoicesInSteps(model)) };
        }),
    ),
};

/** Names say which thing is picked, and stay as they are. */
function shown({ partitions, links, nodes }: FaultChoices): Omit<Choices, 'operations'> {
  return {
    partitions: partitions.map(({ name, detail }) => ({ name, detail: visible(detail) })),
    links: links.map(({ id, label, detail }) => ({ id, label: visible(label), detail: visible(detail) })),
    nodes: nodes.map(({ name, detail }) => ({ name, detail: visible(detail) })),
  };
}
