/** What the command line knows of the world around it. Handed in, so that tests run it without a process of its own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /** Starts the server of a protocol on the standard streams; it goes on when this has resolved. */
  serve(protocol: 'lsp' | 'mcp'): Promise<void>;
  readonly cwd: string;
  /** The day here, as `2027-03-01`. */
  readonly today: string;
  /** Is standard output a terminal, and how wide is it? */
  readonly terminal: { readonly columns: number } | undefined;
  /** A line on the terminal that stands below everything printed and can be replaced; '' removes it. */
  readonly status: { show(line: string): void; now(): number } | undefined;
  /** Opens a file with the program that the system has for it. */
  open(file: string): void | Promise<void>;
  /** The text of a file that is shipped with Netsplit, such as "docs/diagnostics/op-lost.md"; undefined: none. */
  shipped(path: string): string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The name of standard input where files are named. */
export const STDIN = '-';

/** What the user asked for can't be done: one clear sentence, exit code 2. */
export class UsageError extends Error {}

/** The options make no sense together: the sentence ends with where one reads how the command is written. */
export class OptionsError extends UsageError {}
