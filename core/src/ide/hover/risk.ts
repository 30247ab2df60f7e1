import type { Model } from '../../model/model.js';
import { shareText } from '../../render/words/share.js';
import { vertexName } from '../../render/words/names.js';
import { asText, bold } from '../markdown.js';

export function riskHover(model: Model, index: number): string {
  const risk = model.risks?.[index];
  if (risk === undefined) return '';
  const members = [
    ...risk.links.map((link) => model.links[link]?.name ?? model.links[link]?.label ?? ''),
    ...risk.vertices.map((vertex) => vertexName(model, vertex)),
  ];
  const share = asText(shareText(risk.fails));
  return `risk ${bold(risk.name)} · ${members.map(asText).join(', ')} down together ${share} of the time`;
}
