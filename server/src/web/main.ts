// The language server in a browser, a web worker of the extension host's, and the analysis worker inside of it: one
// script, for most of both is the core.

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { WebServerStart } from '#protocol';
import type { StartWorker } from '../analysis/worker.js';
import { serve } from '../serve.js';
import { afterMessages } from './slices.js';
import { ANALYSIS, inSlices, webWorker } from './startWorker.js';
import { analyse } from './worker.js';

// The first message says what a process would learn from its command line; the protocol begins with the second.
if (self.name === ANALYSIS) analyse();
else addEventListener('message', ({ data }: MessageEvent<WebServerStart>) => start(data), { once: true });

function start({ script }: WebServerStart): void {
  const startWorker: StartWorker = (listener) => {
    try {
      return webWorker(script, listener);
    } catch {
      // Some browsers and some hosts allow no worker inside a worker.
      return inSlices(listener, afterMessages());
    }
  };
  serve(
    createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
    startWorker,
    undefined,
    undefined,
  );
}
