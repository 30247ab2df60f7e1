import type { Edit } from './edit.js';
import { LineIndex, type Position } from './lineIndex.js';
import type { Span } from './span.js';

/**
 * One file of a design. `path` is its name among the others: with `/` between folders, relative to the folder that the
 * design may not leave.
 */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The offset of its first character among those of the whole design. */
  readonly start: number;
}

/**
 * The files of one design as one row of offsets, so that a span says which file it is in: the design's own file first,
 * so that its offsets are those of its text, then the included files, one after the other. One offset between two files
 * belongs to neither text, so that no span touches a span of another file. Immutable.
 */
export class Sources {
  readonly files: readonly SourceFile[];
  private readonly lineIndices = new Map<SourceFile, LineIndex>();

  /** The first file is the design's own. Without any file, the design's own file is empty and has no name. */
  constructor(files: readonly { readonly path: string; readonly text: string }[]) {
    let start = 0;
    this.files = (files.length === 0 ? [{ path: '', text: '' }] : files).map(({ path, text }) => {
      const file = { path, text, start };
      start += text.length + 1;
      return file;
    });
  }

  /** The offset after the last file, where the next one would begin. */
  get end(): number {
    return this.files.reduce((sum, { text }) => sum + text.length + 1, 0);
  }

  /** The file that an offset is in; the end of a file belongs to it. Offsets outside of all files are clamped. */
  fileAt(offset: number): SourceFile {
    const { files } = this;
    let low = 0;
    let high = files.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((files[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return files[low] ?? { path: '', text: '', start: 0 };
  }

  /** Is this span in the design's own file? */
  isOwn({ start }: Span): boolean {
    return this.fileAt(start) === this.files[0];
  }

  /** The file of a span, and the span in that file's own text. */
  local({ start, end }: Span): { readonly file: SourceFile; readonly span: Span } {
    const file = this.fileAt(start);
    return { file, span: { start: start - file.start, end: end - file.start } };
  }

  /** What is written in a span of one file. */
  textOf(span: Span): string {
    const { file, span: local } = this.local(span);
    return file.text.slice(local.start, local.end);
  }

  /** An offset as a line and a character of its file. */
  position(offset: number): Position {
    const file = this.fileAt(offset);
    return this.linesOf(file).position(offset - file.start);
  }

  linesOf(file: SourceFile): LineIndex {
    const known = this.lineIndices.get(file);
    if (known !== undefined) return known;
    const made = new LineIndex(file.text);
    this.lineIndices.set(file, made);
    return made;
  }

  /**
   * Edits of the design, by the path of the file that each is in, with spans of that file's own text; in the order
   * given.
   */
  editsByFile(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
    const found = new Map<string, Edit[]>();
    for (const { span, text } of edits) {
      const { file, span: local } = this.local(span);
      found.set(file.path, [...(found.get(file.path) ?? []), { span: local, text }]);
    }
    return found;
  }
}
