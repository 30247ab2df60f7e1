import type { Diagnostic } from 'vscode-languageserver';
import type { Diagnostic as CoreDiagnostic, Results } from '#core';
import { type AnalysedParams, Notifications } from '#protocol';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

/**
 * When the model has changed, its verdicts are not known for some milliseconds. What syntax and names have to say that
 * is new is said at once. Where they have nothing new, what is shown of the version before is not taken away at once,
 * or every keystroke would make the squiggles blink; nor does it stay longer than this: a publication of a version
 * never contains anything else than what is true of that version.
 */
const HOLD_MS = 250;

/**
 * Where there is more to tell than this, a new mistake does not wait for all of it to be put together, sent and read.
 */
const MANY = 50;

interface Shown {
  /** What was published of syntax and names, without positions. */
  readonly own: string;
  /** Whether verdicts are on the screen. */
  readonly verdicts: boolean;
}

/** What a design says about one of its files. */
interface Said {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is missing in a file by itself and may stand in the designs that include it: where one is open, it is that one
 * which says what is missing.
 */
const COMPLETED: ReadonlySet<unknown> = new Set([
  'unknown-name',
  'unknown-link',
  'implicit-mesh',
  'unconnected-client',
  'lonely-store',
  'include-has-errors',
]);

interface Held {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly deadline: number;
}

export const diagnostics: Feature = {
  capabilities: {},
  register: (server) => {
    const shown = new Map<string, Shown>();
    const held = new Map<string, Held>();

    const release = (uri: string): void => {
      clearTimeout(held.get(uri)?.timer);
      held.delete(uri);
    };

    const saying = new Map<string, ReadonlyMap<string, Said>>();

    /**
     * What all open designs say about one file, each thing once. Of a text that is not the newest nothing is said: its
     * positions would be wrong.
     */
    const send = (uri: string): void => {
      const open = server.documents.get(uri);
      // Its newest text has not been looked at: what there is to say of it comes at once, and nothing is taken away
      // until then.
      if (open !== undefined && saying.get(uri)?.get(uri)?.text !== open.resolved.text) return;
      const said = [...saying].flatMap(([design, files]) =>
        [...files].filter(([other]) => other === uri).map(([, one]) => ({ design, ...one })),
      );
      const current = said.filter(({ text }) => open === undefined || text === open.resolved.text);
      const isIncluded = server.documents.including(uri).length > 0;
      const told = current.flatMap(({ design, diagnostics }) =>
        design === uri && isIncluded ? diagnostics.filter(({ code }) => !COMPLETED.has(code)) : diagnostics,
      );
      // A design says each thing once.
      const diagnostics =
        current.length < 2
          ? told
          : [...new Map(told.map((one) => [JSON.stringify([one.range, one.code, one.message]), one])).values()];
      void server.connection.sendDiagnostics({
        uri,
        ...(open === undefined ? {} : { version: open.version }),
        diagnostics,
      });
    };

    const publish = (snapshot: Snapshot, results: Results | undefined): void => {
      release(snapshot.uri);
      const before = saying.get(snapshot.uri);
      const files = new Map(
        snapshot.files.map(({ uri, text }): [string, { text: string; diagnostics: Diagnostic[] }] => [
          uri,
          { text, diagnostics: [] },
        ]),
      );
      for (const one of snapshot.diagnostics(results))
        files.get(snapshot.uriAt(one.span))?.diagnostics.push(toLsp(one, snapshot, server.client()));
      saying.set(snapshot.uri, files);
      for (const uri of new Set([...files.keys(), ...(before?.keys() ?? [])])) send(uri);
      shown.set(snapshot.uri, { own: fingerprint(snapshot.resolved.diagnostics), verdicts: results !== undefined });
    };

    /** The analysis is over: whoever hears of that finds what it has to say shown. */
    const finish = (snapshot: Snapshot, results: Results | undefined): void => {
      publish(snapshot, results);
      void server.connection.sendNotification(Notifications.analysed, {
        uri: snapshot.uri,
        version: snapshot.version,
      } satisfies AnalysedParams);
    };

    /** Unless there is something newer to publish before. */
    const hold = (uri: string, deadline: number, run: () => void): void => {
      release(uri);
      held.set(uri, { timer: setTimeout(run, Math.max(0, deadline - performance.now())), deadline });
    };

    server.analysis.listen((snapshot, stage) => {
      const { uri } = snapshot;
      const now = performance.now();
      const before = shown.get(uri);
      const isNews = before?.own !== fingerprint(snapshot.resolved.diagnostics);
      if (stage.kind === 'pending') {
        if (before?.verdicts !== true || isNews) publish(snapshot, undefined);
        else hold(uri, held.get(uri)?.deadline ?? now + HOLD_MS, () => publish(snapshot, undefined));
        return;
      }
      const results = stage.kind === 'done' ? stage.results : undefined;
      if (before !== undefined && isNews && (results?.clients.length ?? 0) > MANY) {
        publish(snapshot, undefined);
        hold(uri, now, () => finish(snapshot, results));
      } else {
        finish(snapshot, results);
      }
    });

    server.analysis.onClosed((uri) => {
      release(uri);
      shown.delete(uri);
      const before = saying.get(uri);
      saying.delete(uri);
      for (const one of new Set([uri, ...(before?.keys() ?? [])])) send(one);
    });
  },
};

function fingerprint(own: readonly CoreDiagnostic[]): string {
  return JSON.stringify(own.map((one) => [one.code, one.message]));
}
