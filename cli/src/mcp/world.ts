import { analyze, type Analysis } from '#core';
import { readBelow } from '#disk';
import { UsageError } from '../io.js';
import { today } from '../today.js';

/** What the tools know of the world around them. */
export interface World {
  /** The folder that designs are read from; nothing outside of it is. */
  readonly cwd: string;
  /** The text of a file that is shipped with Netsplit; undefined: none. */
  readonly shipped: (path: string) => string | undefined;
}

/** A design as a tool is given it. */
export interface DesignInput {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
}

/** A design with all that was found in it. */
export interface Design extends Analysis {
  readonly name: string;
  readonly nameOf: (path: string) => string;
}

/** What a text without a file is called. */
const UNNAMED = '<text>';

/**
 * Reads and analyses a design. It may include what lies below the folder of the server. Throws a UsageError where there
 * is nothing to read.
 */
export function readDesign({ cwd }: World, input: DesignInput): Design {
  const { name, text } = designText(cwd, input);
  const nameOf = (path: string): string => path;
  return {
    name,
    nameOf,
    ...analyze(text, {}, { path: name, read: (wanted) => readBelow(cwd, wanted), today: today() }),
  };
}

function designText(cwd: string, { text, file }: DesignInput): { readonly name: string; readonly text: string } {
  if (text !== undefined && file !== undefined)
    throw new UsageError('a design is given by `text` or by `file`, and here are both: leave one out');
  if (text !== undefined) return { name: UNNAMED, text };
  if (file === undefined) throw new UsageError('there is no design: pass its `text`, or the name of its `file`');
  const read = readBelow(cwd, file.replaceAll('\\', '/'));
  switch (read.kind) {
    case 'text':
      return { name: read.path, text: read.text };
    case 'outside':
      throw new UsageError(`${file} lies outside of the folder of this server, ${cwd}: pass its text instead`);
    case 'missing':
      throw new UsageError(`there is no file ${file} in ${cwd}`);
    case 'unreadable':
      throw new UsageError(`${file} can't be read: ${read.why}`);
  }
}
