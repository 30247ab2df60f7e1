import { faultChoices } from '#core';
import { Requests, type Choices, type UriParams } from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import type { Feature } from '../server.js';

const NONE: Choices = { partitions: [], links: [], nodes: [] };

/** What *Simulate Partition…* offers. Known from the text alone. */
export const choices: Feature = {
  capabilities: {},
  register: ({ connection, answer }) =>
    void connection.onRequest(Requests.choices, ({ uri }: UriParams, token: CancellationToken): Promise<Choices> =>
      answer('choices', uri, NONE, token, (snapshot) => faultChoices(snapshot.resolved.model)),
    ),
};
