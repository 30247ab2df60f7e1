import type { Reliability } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { vertexName } from './names.js';
import { restText, shareOfYear } from './share.js';

/** "answered 99.98% of the time; up to 1.8 h a year without an answer" */
export function answeredText({ unanswered }: Reliability): string {
  if (unanswered.most === 0) return 'always answered';
  return `answered ${restText(unanswered.most)} of the time; up to ${shareOfYear(unanswered)} without an answer`;
}

/** "cable; half as often down: 99.99%"; empty where nothing does. */
export function mattersText(model: Model, { matters }: Reliability): string {
  if (matters === undefined) return '';
  return `${thingName(model, matters)}; half as often down: ${restText(matters.unansweredAtHalf)}`;
}

/** A link by its name or label, a place by its name, a risk by its name. */
export function thingName(model: Model, { kind, index }: NonNullable<Reliability['matters']>): string {
  switch (kind) {
    case 'link':
      return model.links[index]?.name ?? model.links[index]?.label ?? '?';
    case 'vertex':
      return vertexName(model, index);
    case 'risk':
      return model.risks?.[index]?.name ?? '?';
  }
}
