import { Option } from 'commander';
import { OptionsError } from './io.js';

/** One of the things that a run writes; without `out`, to standard output. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly out?: string;
}

/**
 * `--format` and `--out`, each as often as wanted: an `--out` belongs to the `--format` before it, or else to the
 * standard format.
 */
export function outputOptions<Format extends string>(
  formats: readonly Format[],
  standard: Format,
): { readonly options: readonly Option[]; readonly outputs: () => readonly Output<Format>[] } {
  const named: Output<Format>[] = [];
  const format = new Option(
    '--format <format>',
    'what to write; several in one run, each with the --out that follows it',
  )
    .choices(formats)
    .default(standard);
  const { parseArg } = format;
  format.argParser((value: string, before: string) => {
    const chosen = parseArg?.(value, before) as Format;
    named.push({ format: chosen });
    return chosen;
  });
  const out = new Option('--out <file>', 'write it there instead of to standard output').argParser((value: string) => {
    const last = named.pop() ?? { format: standard };
    if (last.out !== undefined) throw new OptionsError(`--out ${value} has no --format before it: say what goes there`);
    named.push({ ...last, out: value });
    return value;
  });
  return {
    options: [format, out],
    outputs: () => {
      const printed = named.filter((one) => one.out === undefined).map((one) => one.format);
      if (printed.length > 1)
        throw new OptionsError(`${printed.join(' and ')} would be mixed on standard output: give all but one an --out`);
      return named.length === 0 ? [{ format: standard }] : named;
    },
  };
}
