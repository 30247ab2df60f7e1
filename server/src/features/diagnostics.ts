import type { Diagnostic as CoreDiagnostic, Results } from '#core';
import type { Diagnostic } from 'vscode-languageserver';
import type { Snapshot } from '../documents.js';
import type { Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

/**
 * When the model has changed, its verdicts are not known for some milliseconds. What is shown of the version before is not taken away at
 * once, or every keystroke would make the squiggles blink; nor does it stay: a publication of a version never contains anything else than
 * what is true of that version. Where syntax and names have something new to say, they wait this long for the verdicts, unless those took longer
 * the last time, so that waiting would be in vain …
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

/** What a design says about one of its files. */
interface Said {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is missing in a file by itself and may stand in the designs that include it: where one is open, it is that one which says what is missing. */
const COMPLETED: ReadonlySet<unknown> = new Set(['unknown-name', 'unknown-link', 'implicit-mesh', 'unconnected-client', 'lonely-store', 'include-has-errors']);

interface Held {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly deadline: number;
}

export const diagnostics: Feature = {
  capabilities: {},
  register: (server) => {
    const shown = new Map<string, Shown>();
    const held = new Map<string, Held>();
    /** When a document's analysis began, if it has not ended, and how long the last one took. */
    const waits = new Map<string, { began?: number; ms: number }>();

    const release = (uri: string): void => {
      clearTimeout(held.get(uri)?.timer);
      held.delete(uri);
    };

    const saying = new Map<string, ReadonlyMap<string, Said>>();

    /** What all open designs say about one file, each thing once. Of a text that is not the newest nothing is said: its positions would be wrong. */
    const send = (uri: string): void => {
      const open = server.documents.get(uri);
      // Its newest text has not been looked at: what there is to say of it comes at once, and nothing is taken away until then.
      if (open !== undefined && saying.get(uri)?.get(uri)?.text !== open.resolved.text) return;
      const said = [...saying].flatMap(([design, files]) => [...files].filter(([other]) => other === uri).map(([, one]) => ({ design, ...one })));
      const current = said.filter(({ text }) => open === undefined || text === open.resolved.text);
      const isIncluded = server.documents.including(uri).length > 0;
      const told = current.flatMap(({ design, diagnostics }) => (design === uri && isIncluded ? diagnostics.filter(({ code }) => !COMPLETED.has(code)) : diagnostics));
      const diagnostics = [...new Map(told.map((one) => [JSON.stringify([one.range, one.code, one.message]), one])).values()];
      void server.connection.sendDiagnostics({ uri, ...(open === undefined ? {} : { version: open.version }), diagnostics });
    };

    const publish = (snapshot: Snapshot, results: Results | undefined): void => {
      release(snapshot.uri);
      shown.set(snapshot.uri, { own: fingerprint(snapshot.resolved.diagnostics), verdicts: results !== undefined });
      const before = saying.get(snapshot.uri);
      const files = new Map(snapshot.files.map(({ uri, text }): [string, { text: string; diagnostics: Diagnostic[] }] => [uri, { text, diagnostics: [] }]));
      for (const one of snapshot.diagnostics(results)) files.get(snapshot.uriAt(one.span))?.diagnostics.push(toLsp(one, snapshot, server.client()));
      saying.set(snapshot.uri, files);
      for (const uri of new Set([...files.keys(), ...(before?.keys() ?? [])])) send(uri);
    };

    server.analysis.listen((snapshot, stage) => {
      const now = performance.now();
      const wait = waits.get(snapshot.uri) ?? { ms: 0 };
      waits.set(snapshot.uri, wait);
      if (stage.kind !== 'pending') {
        if (wait.began !== undefined) wait.ms = now - wait.began;
        delete wait.began;
        publish(snapshot, stage.kind === 'done' ? stage.results : undefined);
        return;
      }
      wait.began ??= now;
      const before = shown.get(snapshot.uri);
      const news = before?.own !== fingerprint(snapshot.resolved.diagnostics);
      if (before?.verdicts === false || (news && wait.ms > HOLD_NEWS_MS)) {
        publish(snapshot, undefined);
        return;
      }
      const deadline = Math.min(held.get(snapshot.uri)?.deadline ?? Infinity, now + (news ? HOLD_NEWS_MS : HOLD_MS));
      release(snapshot.uri);
      const timer = setTimeout(() => publish(snapshot, undefined), Math.max(0, deadline - now));
      held.set(snapshot.uri, { timer, deadline });
    });

    server.analysis.onClosed((uri) => {
      release(uri);
      shown.delete(uri);
      waits.delete(uri);
      const before = saying.get(uri);
      saying.delete(uri);
      for (const one of new Set([uri, ...(before?.keys() ?? [])])) send(one);
    });
  },
};

function fingerprint(own: readonly CoreDiagnostic[]): string {
  return JSON.stringify(own.map((one) => [one.code, one.message]));
}
