/**
 * The server as it is shipped, with a window in it: a test may ask which text it has of a document, and how large its heap is. The documents are looked at where they are kept, so that nothing
 * of the server need know of it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocuments, type Connection } from 'vscode-languageserver/node';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const { listen } = TextDocuments.prototype;
TextDocuments.prototype.listen = function (connection) {
  const whole = connection as Connection;
  whole.onRequest('test/text', ({ uri }: { readonly uri: string }) => this.get(uri)?.getText() ?? null);
  whole.onRequest('test/heap', () => {
    collect();
    return process.memoryUsage().heapUsed;
  });
  return listen.call(this, connection);
};

void import('../main.js');
