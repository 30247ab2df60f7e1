import type { Diagnostic, Results } from '#core';
import type { Snapshot } from '../documents.js';
import type { Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

/**
 * When the model has changed, its verdicts are not known for some milliseconds. What is shown of the version before is not taken away at
 * once, or every keystroke would make the squiggles blink; nor does it stay: a publication of a version never contains anything else than
 * what is true of that version. Where syntax and names have something new to say, they wait this long for the verdicts …
 */
const HOLD_NEWS_MS = 10;

/** … and where they have nothing new, this long. */
const HOLD_MS = 250;

interface Shown {
  /** What was published of syntax and names, without positions. */
  readonly own: string;
  /** Whether verdicts are on the screen. */
  readonly verdicts: boolean;
}

interface Held {
  readonly timer: NodeJS.Timeout;
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

    const publish = (snapshot: Snapshot, results: Results | undefined): void => {
      release(snapshot.uri);
      shown.set(snapshot.uri, { own: fingerprint(snapshot.resolved.diagnostics), verdicts: results !== undefined });
      const diagnostics = snapshot.diagnostics(results).map((one) => toLsp(one, snapshot, server.client()));
      void server.connection.sendDiagnostics({ uri: snapshot.uri, version: snapshot.version, diagnostics });
    };

    server.analysis.listen((snapshot, stage) => {
      if (stage.kind !== 'pending') {
        publish(snapshot, stage.kind === 'done' ? stage.results : undefined);
        return;
      }
      const before = shown.get(snapshot.uri);
      if (before?.verdicts === false) {
        publish(snapshot, undefined);
        return;
      }
      const news = before?.own !== fingerprint(snapshot.resolved.diagnostics);
      const deadline = Math.min(held.get(snapshot.uri)?.deadline ?? Infinity, performance.now() + (news ? HOLD_NEWS_MS : HOLD_MS));
      release(snapshot.uri);
      const timer = setTimeout(() => publish(snapshot, undefined), Math.max(0, deadline - performance.now()));
      held.set(snapshot.uri, { timer, deadline });
    });

    server.analysis.onClosed((uri) => {
      release(uri);
      shown.delete(uri);
      void server.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  },
};

function fingerprint(own: readonly Diagnostic[]): string {
  return JSON.stringify(own.map((one) => [one.code, one.message]));
}
