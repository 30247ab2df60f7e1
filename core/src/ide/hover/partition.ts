import type { Results } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { faultText } from '../choices.js';
import { moreLinks, type LinkTo } from '../action.js';
import { bold } from '../markdown.js';
import { underText } from './under.js';

export function partitionHover(model: Model, index: number, results: Results | undefined, linkTo: LinkTo): string {
  const partition = model.partitions[index];
  if (partition === undefined) return '';
  const broken = faultText(model, partition.fault);
  const known = results?.clients.flatMap(({ operation, client, partitions, notKnown }) => {
    const verdict = partitions[index];
    return verdict === undefined
      ? []
      : [{ operation, client, verdict, ...(notKnown === undefined ? {} : { notKnown }) }];
  });
  const under = underText(model, { ...HEALTHY, partition: index }, linkTo, known);
  const more = moreLinks(linkTo, ['simulate', { kind: 'partition', name: partition.name }]);
  return [
    `partition ${bold(partition.name)}${broken === '' ? ' · breaks nothing' : ` · ${escapeMarkdown(broken)}`}${more}`,
    ...(under === '' ? [] : ['', under]),
  ].join('\n');
}
