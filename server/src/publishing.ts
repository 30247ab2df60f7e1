import { COMPLETED_BY_INCLUDERS, type Results } from '#core';
import type { AnalysedParams } from '#protocol';
import type { Diagnostic, Position, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Stage } from './analysis/document.js';
import type { Clock } from './clock.js';
import { isOfUnfinished, unfinishedWord } from './unfinished.js';

/**
 * When the model has changed, its verdicts are not known for some milliseconds. New mistakes of syntax and names are
 * published at once. Without new ones, the verdicts of the version before stay on the screen for a while, or every
 * keystroke would make the squiggles blink. They stay no longer than this: a publication of a version never contains
 * anything else than what is true of that version. In milliseconds.
 */
const HOLD_MS = 250;

/** A word at the end of a line is finished when nothing was typed for so long. In milliseconds. */
const TYPING_MS = 1000;

/**
 * With more results than this, a new mistake does not wait until all of them have been put together, sent and read.
 */
const MANY_RESULTS = 50;

/** One version of an open design, as far as publishing needs it. */
export interface DesignVersion {
  readonly uri: string;
  readonly version: number;
  /** The design's own file and those that it includes. */
  readonly files: readonly { readonly uri: string; readonly text: string }[];
  /** The mistakes of syntax and names, without positions: equal where an edit adds and mends none. */
  readonly mistakes: string;
  /** Everything there is to say, and the file that each is about. Without results, the mistakes only. */
  readonly diagnostics: (results: Results | undefined) => readonly FileDiagnostic[];
}

export interface FileDiagnostic {
  readonly uri: string;
  readonly diagnostic: Diagnostic;
}

/** The open documents. */
export interface OpenDocuments {
  /** Undefined where the file is not open. */
  readonly newest: (uri: string) => { readonly version: number; readonly text: string } | undefined;
  /** Whether an open design includes the file. */
  readonly isIncluded: (uri: string) => boolean;
}

export interface Editor {
  readonly publish: (params: PublishDiagnosticsParams) => void;
  /** The analysis of a version is over, and everything that it found has been published. */
  readonly analysed: (params: AnalysedParams) => void;
}

/** What is on the screen of a design. */
interface Shown {
  readonly mistakes: string;
  readonly verdicts: boolean;
}

interface Held {
  readonly deadline: number;
  readonly callOff: () => void;
}

/** A word that is being typed. */
interface Typing {
  readonly word: Position;
  readonly callOff: () => void;
  /** Was a mistake of it left out? */
  isSpared: boolean;
}

/** What a design says about one of its files. */
interface Said {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
}

/** Decides when what open designs have to say is published, and puts together what they say about each file. */
export class Publishing {
  private readonly shown = new Map<string, Shown>();
  private readonly held = new Map<string, Held>();
  /** The files in which a word is being typed: mistakes of it are not told yet. */
  private readonly typing = new Map<string, Typing>();
  /** Design → file → what the design says about it. */
  private readonly said = new Map<string, ReadonlyMap<string, Said>>();

  constructor(
    private readonly documents: OpenDocuments,
    private readonly editor: Editor,
    private readonly clock: Clock,
  ) {}

  /** Called for each version with its stage, and again when its stage changes. */
  update(design: DesignVersion, stage: Stage): void {
    const { uri, mistakes } = design;
    this.watchTyping(design);
    const before = this.shown.get(uri);
    const isNews = before?.mistakes !== mistakes;
    if (stage.kind === 'pending') {
      if (before?.verdicts === true && !isNews) this.hold(uri, HOLD_MS, () => this.publish(design, undefined));
      else this.publish(design, undefined);
      return;
    }
    const results = stage.kind === 'done' ? stage.results : undefined;
    if (before !== undefined && isNews && (results?.clients.length ?? 0) > MANY_RESULTS) {
      this.publish(design, undefined);
      this.hold(uri, 0, () => this.finish(design, results));
    } else {
      this.finish(design, results);
    }
  }

  /** Of each version once: the mistakes of a word that is being typed are told after a pause, or with the next edit. */
  private watchTyping({ uri, files }: DesignVersion): void {
    const text = files.find((file) => file.uri === uri)?.text;
    const before = this.said.get(uri)?.get(uri)?.text;
    if (text === undefined || before === undefined || text === before) return;
    this.stopTyping(uri);
    const word = unfinishedWord(before, text);
    if (word === undefined) return;
    const callOff = this.clock.after(TYPING_MS, () => {
      const isSpared = this.typing.get(uri)?.isSpared === true;
      this.typing.delete(uri);
      if (isSpared) this.send(uri);
    });
    this.typing.set(uri, { word, callOff, isSpared: false });
  }

  private stopTyping(uri: string): void {
    this.typing.get(uri)?.callOff();
    this.typing.delete(uri);
  }

  closed(uri: string): void {
    this.release(uri);
    this.stopTyping(uri);
    this.shown.delete(uri);
    const before = this.said.get(uri);
    this.said.delete(uri);
    for (const one of new Set([uri, ...(before?.keys() ?? [])])) this.send(one);
  }

  /** Publishes later, unless there is something newer to publish before. A held publication keeps its time. */
  private hold(uri: string, ms: number, run: () => void): void {
    const now = this.clock.now();
    // A clock that was set back must not hold anything for longer.
    const deadline = Math.min(this.held.get(uri)?.deadline ?? Infinity, now + ms);
    this.release(uri);
    this.held.set(uri, { deadline, callOff: this.clock.after(Math.max(0, deadline - now), run) });
  }

  private release(uri: string): void {
    this.held.get(uri)?.callOff();
    this.held.delete(uri);
  }

  private finish(design: DesignVersion, results: Results | undefined): void {
    this.publish(design, results);
    this.editor.analysed({ uri: design.uri, version: design.version });
  }

  private publish(design: DesignVersion, results: Results | undefined): void {
    const { uri, mistakes } = design;
    this.release(uri);
    const before = this.said.get(uri);
    const files = new Map(design.files.map((file): [string, Said] => [file.uri, { text: file.text, diagnostics: [] }]));
    for (const { uri: file, diagnostic } of design.diagnostics(results)) files.get(file)?.diagnostics.push(diagnostic);
    this.said.set(uri, files);
    for (const file of new Set([...files.keys(), ...(before?.keys() ?? [])])) this.send(file);
    this.shown.set(uri, { mistakes, verdicts: results !== undefined });
  }

  /**
   * Publishes what all open designs say about one file, each thing once. Diagnostics about an older text are left out:
   * its positions would be wrong.
   */
  private send(uri: string): void {
    const newest = this.documents.newest(uri);
    // The newest text of an open file has not been looked at. Its diagnostics follow soon, and nothing is removed until
    // then.
    if (newest !== undefined && this.said.get(uri)?.get(uri)?.text !== newest.text) return;
    // In an order that does not depend on which design was analysed first: the file's own before those that include it.
    const others = [...this.said.keys()].filter((design) => design !== uri).sort();
    const current = [uri, ...others].flatMap((design) => {
      const said = this.said.get(design)?.get(uri);
      return said === undefined || (newest !== undefined && said.text !== newest.text) ? [] : [{ design, said }];
    });
    const isIncluded = this.documents.isIncluded(uri);
    const told = current.flatMap(({ design, said: { diagnostics } }) =>
      design === uri && isIncluded ? diagnostics.filter(({ code }) => !COMPLETED_BY_INCLUDERS.has(code)) : diagnostics,
    );
    const typing = this.typing.get(uri);
    const finished = typing === undefined ? told : told.filter((one) => !isOfUnfinished(one, typing.word));
    if (typing !== undefined) typing.isSpared = finished.length < told.length;
    this.editor.publish({
      uri,
      ...(newest === undefined ? {} : { version: newest.version }),
      // One design says each thing once already.
      diagnostics: current.length < 2 ? finished : distinct(finished),
    });
  }
}

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify([one.range, one.code, one.message]), one])).values()];
}
