import { Sources } from '../base/sources.js';
import type { Span } from '../base/span.js';
import { run, sizeOf, type Steps } from '../base/steps.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { INCLUDE } from '../checks/include.js';
import type { CheckRow } from '../checks/index.js';
import { SETTINGS } from '../checks/settings.js';
import { TEXT } from '../checks/text.js';
import type {
  ExploreStatement,
  FileParse,
  FileRead,
  Include,
  IncludeStatement,
  Parsed,
  Statement,
  Word,
} from './ast.js';
import { includeTarget } from './includePath.js';
import { moved, movedAll } from './moved.js';
import { MAX_LENGTH, parseFile, parseFileInSteps } from './parse.js';
import { NO_SETTINGS, parseSettings, settingsBeside } from './settings/settings.js';

/** A design of more files than this is impossible to follow. The design's own file counts. */
export const MAX_FILES = 64;
/** How deep includes may be nested. */
export const MAX_INCLUDE_DEPTH = 16;

/**
 * Reads a file of a design; the path is relative to the folder that the design may not leave. Called once for each
 * path. Must not throw.
 */
export type FileReader = (path: string) => FileRead;

/** Where a text lies among the files that it may include, and how they are read. */
export interface Place {
  /** Relative to the folder that the design may not leave, with `/` between folders. */
  readonly path: string;
  readonly read: FileReader;
  /**
   * The day on which the design is looked at, as `2027-03-01`: an acceptance that ended before it counts no more.
   * Absent: none has ended.
   */
  readonly today?: string;
}

/**
 * Parses a file and what it includes. Depends on nothing but the answers of `read`. An included file stands at the
 * place of its first include, so files come in reading order. Each file is parsed by itself, so that a mistake does not
 * reach another file. `path` is the path of the file itself, in the form that `read` takes. The design `before` an edit
 * only makes it faster.
 */
export function parseDesign(path: string, text: string, read: FileReader, before?: Parsed): Parsed {
  return run(parseDesignInSteps({ path, read }, text, before));
}

/** Parses a design at a place, with what it includes. */
export function parseDesignAt(place: Place, text: string): Parsed {
  return run(parseDesignInSteps(place, text));
}

/** `parseDesign` in steps. */
export function* parseDesignInSteps({ path, read, today }: Place, text: string, before?: Parsed): Steps<Parsed> {
  const parsed = yield* new DesignParser(read, before?.parses ?? new Map()).run(path, text);
  return today === undefined ? parsed : { ...parsed, today };
}

/** The design with other texts in some of its files; no file is read. */
export function reparse(parsed: Parsed, texts: ReadonlyMap<string, string>): Parsed {
  return run(reparseInSteps(parsed, texts));
}

/** `reparse` in steps. */
export function reparseInSteps(parsed: Parsed, texts: ReadonlyMap<string, string>): Steps<Parsed> {
  const [own] = parsed.sources.files;
  const path = own?.path ?? '';
  const read: FileReader = (wanted) => {
    const known = parsed.reads.get(wanted) ?? { kind: 'missing' };
    return known.kind === 'text' ? { ...known, text: texts.get(known.path) ?? known.text } : known;
  };
  const { today } = parsed;
  const place = { path, read, ...(today === undefined ? {} : { today }) };
  return parseDesignInSteps(place, texts.get(path) ?? parsed.text, parsed);
}

/** What stands in a design before that which the settings say. */
const EXPLORE = 'explore ';

/** A file that is being read, with the chain of files that include it. */
interface Open {
  readonly path: string;
  readonly depth: number;
  readonly by?: Open;
}

class DesignParser {
  private readonly files: { readonly path: string; readonly text: string }[] = [];
  private readonly reads = new Map<string, FileRead>();
  private readonly includes: Include[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly parses = new Map<string, FileParse>();
  private length = 0;

  constructor(
    private readonly read: FileReader,
    private readonly before: ReadonlyMap<string, FileParse>,
  ) {}

  *run(path: string, text: string): Steps<Parsed> {
    const own = yield* parseFileInSteps(text, this.before.get(path));
    const statements = yield* this.file(own, { path, depth: 0 });
    const { loudness, explore } = this.settings(path);
    const { parses, includes, reads, diagnostics } = this;
    return {
      text,
      file: { statements: own.statements },
      parses,
      statements,
      sources: new Sources(this.files),
      includes,
      reads,
      loudness,
      explore,
      diagnostics,
    };
  }

  /** What the `netsplit.json` beside the design says. It is the last of the files, after what the design includes. */
  private settings(path: string): Pick<Parsed, 'loudness' | 'explore'> {
    const wanted = settingsBeside(path);
    const read = this.readOnce(wanted);
    const none = { loudness: NO_SETTINGS.loudness, explore: [] };
    if (read.kind === 'missing' || (read.kind === 'unreadable' && read.isUnknown === true)) return none;
    if (read.kind !== 'text') {
      const why = read.kind === 'outside' ? 'a link leads out of the folder that holds the design' : read.why;
      this.refuse(SETTINGS.wrong, { start: 0, end: 0 }, `\`${wanted}\` can't be read: ${why}.`);
      return none;
    }
    const start = this.length;
    this.files.push({ path: read.path, text: read.text });
    this.length += read.text.length + 1;
    const { settings, wrong } = parseSettings(read.text);
    for (const { span, message, fixes } of moved(wrong, start))
      this.report(diagnosticOf(SETTINGS.wrong, span, message, fixes === undefined ? {} : { fixes }));
    const explore = settings.explore.flatMap((one) => this.explored(one.text, moved(one.span, start)));
    return { loudness: settings.loudness, explore };
  }

  /** What is written in the settings as after `explore`, with spans in the file of the settings. */
  private explored(text: string, span: Span): readonly ExploreStatement[] {
    const { statements, diagnostics } = parseFile(`${EXPLORE}${text}`);
    const [statement] = statements;
    if (statement?.kind === 'explore' && statements.length === 1 && diagnostics.length === 0)
      return [moved(statement, span.start - EXPLORE.length)];
    this.refuse(
      SETTINGS.wrong,
      span,
      `\`${text}\` is not understood: write faults as after \`explore\`, such as \`any 2 links\` or \`any 1 node\`.`,
    );
    return [];
  }

  /** The statements of a file, with those of included files in their places. */
  private *file(parsed: FileParse, open: Open): Steps<readonly Statement[]> {
    const start = this.length;
    this.parses.set(open.path, parsed);
    this.files.push({ path: open.path, text: parsed.text });
    this.length += parsed.text.length + 1;
    for (const diagnostic of moved(parsed.diagnostics, start)) this.diagnostics.push(diagnostic);
    const statements = yield* movedAll(parsed.statements, start, sizeOf);
    if (!statements.some(({ kind }) => kind === 'include')) return statements;
    const all: Statement[] = [];
    for (const statement of statements) {
      all.push(statement);
      if (statement.kind !== 'include') continue;
      const { span } = statement;
      const included = yield* this.include(statement, parsed.text.slice(span.start - start, span.end - start), open);
      for (const one of included) all.push(one);
    }
    return all;
  }

  private *include(statement: IncludeStatement, source: string, open: Open): Steps<readonly Statement[]> {
    const { file: word } = statement;
    // The parser has reported the missing path.
    if (word === undefined) return [];
    const found = this.target(word, source, open);
    this.includes.push({ span: word.span, from: open.path, ...(found === undefined ? {} : { to: found.path }) });
    if (found === undefined || this.files.some(({ path }) => path === found.path)) return [];
    const parsed = yield* parseFileInSteps(found.text, this.before.get(found.path));
    return yield* this.file(parsed, { path: found.path, depth: open.depth + 1, by: open });
  }

  /** The file that an include names; otherwise reports a diagnostic and gives undefined. */
  private target(word: Word, source: string, open: Open): { readonly path: string; readonly text: string } | undefined {
    const { name, span } = word;
    if (name.trim() === '')
      return this.refuse(
        TEXT.syntaxError,
        span,
        'This include names no file: write the path of one, as in `include "topology.cap"`.',
      );
    if (source.includes('\\')) {
      this.report(
        diagnosticOf(INCLUDE.outside, span, 'A path is written with `/` between its folders, on every system.', {
          fixes: [
            {
              title: 'Write it with `/`',
              edits: [{ span, text: source.slice(source.indexOf('"')).replace(/\\+/g, '/') }],
            },
          ],
        }),
      );
      return undefined;
    }
    const target = includeTarget(open.path, name);
    if (target.kind === 'outside') {
      return this.refuse(
        INCLUDE.outside,
        span,
        `\`${name}\` is not read: ${target.why}. Write a path relative to this file.`,
      );
    }
    if (target.kind === 'folder') {
      return this.refuse(
        INCLUDE.unreadable,
        span,
        `\`${name}\` names a folder: write the path of a file, as in \`include "topology.cap"\`.`,
      );
    }
    const read = this.readOnce(target.path);
    switch (read.kind) {
      case 'missing':
        return this.refuse(
          INCLUDE.missing,
          span,
          `There is no file \`${target.path}\`: correct the path, which is relative to this file, or make it.`,
        );
      case 'outside':
        return this.refuse(
          INCLUDE.outside,
          span,
          `\`${name}\` is not read: a link leads out of the design's folder. Put the file itself there.`,
        );
      case 'unreadable':
        return this.refuse(
          INCLUDE.unreadable,
          span,
          `\`${target.path}\` can't be read: ${read.why}. What it declares is missing here until it can.`,
        );
      case 'text':
        return this.allowed(read, name, span, open);
    }
  }

  private allowed(
    read: Extract<FileRead, { kind: 'text' }>,
    name: string,
    span: Span,
    open: Open,
  ): { readonly path: string; readonly text: string } | undefined {
    const round = chainFrom(read.path, open);
    if (round !== undefined) {
      return this.refuse(
        INCLUDE.cycle,
        span,
        round.length === 1
          ? `\`${name}\` is this very file, which can't include itself: remove the line.`
          : 'This include closes a circle: ' + `${circle([...round, read.path])}. Remove one of these includes.`,
      );
    }
    if (this.files.some(({ path }) => path === read.path)) return read;
    if (open.depth + 1 > MAX_INCLUDE_DEPTH)
      return this.refuse(
        INCLUDE.tooDeep,
        span,
        `Includes are nested deeper than ${MAX_INCLUDE_DEPTH}, so \`${name}\` is left out: ` +
          'include it nearer to the design.',
      );
    if (this.files.length >= MAX_FILES)
      return this.refuse(
        INCLUDE.tooMany,
        span,
        `This design has ${MAX_FILES} files already, so \`${name}\` is left out: put some of them together.`,
      );
    if (this.length + read.text.length > MAX_LENGTH)
      return this.refuse(
        INCLUDE.tooMany,
        span,
        `With \`${name}\` this design would have more than ${MAX_LENGTH} characters, so it is left out: check ` +
          'that it is the file you meant.',
      );
    return read;
  }

  private readOnce(path: string): FileRead {
    const known = this.reads.get(path) ?? this.read(path);
    this.reads.set(path, known);
    return known;
  }

  private refuse(check: CheckRow, span: Span, message: string): undefined {
    this.report(diagnosticOf(check, span, message));
    return undefined;
  }

  private report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}

/** The files from the one at `path` down to the one that is open, if it is among those that lead here. */
/** "`a.cap` includes `b.cap` includes `a.cap`"; the middle of a long one is left out. */
function circle(paths: readonly string[]): string {
  const shown = paths.length <= 4 ? paths : [...paths.slice(0, 2), '…', ...paths.slice(-1)];
  return shown.map((path) => `\`${path}\``).join(' includes ');
}

function chainFrom(path: string, open: Open): readonly string[] | undefined {
  const chain: string[] = [];
  for (let one: Open | undefined = open; one !== undefined; one = one.by) {
    chain.unshift(one.path);
    if (one.path === path) return chain;
  }
  return undefined;
}
