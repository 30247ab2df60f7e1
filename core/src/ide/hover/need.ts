import type { NeedResult, NeedStatus, Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { whenText } from '../../render/words/cause.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { vertexName } from '../../render/words/names.js';
import { asText } from '../markdown.js';
import type { WrittenWord } from '../wordAt.js';

const STATUS: Readonly<Record<NeedStatus, string>> = {
  given: '✓ given',
  impossible: '✗ impossible',
  broken: '✗ broken',
  'not known': '? not known',
};

/** A hover has at most a dozen lines: the reports have them all. */
const MOST_CLIENTS = 4;

/** What became of the guarantee of a `needs` that a word stands in, client by client; empty where it stands in none. */
export function needHover(
  { model, origins }: Resolved,
  results: Results | undefined,
  { span: { start, end } }: WrittenWord,
): string {
  for (const [operation, steps] of origins.needs.entries()) {
    for (const [step, needs] of steps.entries()) {
      const need = needs.findIndex((span) => span.start <= start && end <= span.end);
      if (need < 0) continue;
      if (results === undefined) return '*The analysis is running: what becomes of it will stand here.*';
      const found = results.needs.filter(
        (one) => one.operation === operation && one.step === step && one.need === need,
      );
      const more = found.length > MOST_CLIENTS ? [`- … ${found.length - MOST_CLIENTS + 1} more`] : [];
      return [...found.slice(0, MOST_CLIENTS - more.length).map((one) => line(model, one)), ...more].join('\n');
    }
  }
  return '';
}

function line(model: Model, { client, status, why, cause, earlier, whileDetecting }: NeedResult): string {
  const after = earlier === undefined ? '' : `, after what it did ${whenText(model, earlier)}`;
  const when =
    cause === undefined
      ? ''
      : ` ${whenText(model, cause)}${after}${whileDetecting === true ? ', until that is noticed' : ''}`;
  return (
    `- **${STATUS[status]}** to ` +
    `${asText(vertexName(model, client))}${escapeMarkdown(when)}${why === '' ? '' : `: ${escapeMarkdown(why)}`}`
  );
}
