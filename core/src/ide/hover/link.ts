import type { Model } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { vertexName } from '../../render/words/names.js';
import { roundTripText } from '../../render/words/roundTrip.js';
import type { LinkTo } from '../action.js';
import { asText, bold } from '../markdown.js';
import { underText } from './under.js';

export function linkHover(model: Model, index: number, linkTo: LinkTo): string {
  const link = model.links[index];
  if (link === undefined) return '';
  const facts = [
    `${link.oneWay ? 'from' : 'between'} ${asText(vertexName(model, link.a))} ${link.oneWay ? 'to' : 'and'} ` +
      `${asText(vertexName(model, link.b))}`,
    link.roundTripMs === undefined ? 'round trip not declared' : `round trip ${roundTripText(link)}`,
    ...(link.fails === undefined ? [] : [`fails ${Math.round(link.fails * 1e8) / 1e6}\\% of the time`]),
    ...(link.oneWay ? ['one direction only'] : []),
  ];
  const under = underText(model, { ...HEALTHY, links: [index] }, linkTo);
  return [
    `link ${bold(link.name ?? link.label)} · ${facts.join(' · ')}`,
    ...(under === '' ? [] : ['', 'If it is cut:', under]),
  ].join('\n');
}
