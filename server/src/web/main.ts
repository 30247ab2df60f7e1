// The language server in a browser: a web worker of the extension host's.

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
import { inSlices, webWorker } from './startWorker.js';

// The first message says what a process would learn from its command line; the protocol begins with the second.
addEventListener('message', ({ data }: MessageEvent<WebServerStart>) => start(data), { once: true });

function start({ analysisWorker }: WebServerStart): void {
  const startWorker: StartWorker = (listener) => {
    try {
      return webWorker(analysisWorker, listener);
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
