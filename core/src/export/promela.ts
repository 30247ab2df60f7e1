import type { Model } from '../model/model.js';
import type { Exported } from './format.js';
import { constantsText } from './promela/constants.js';
import { derivedTexts } from './promela/derived.js';
import { countingText } from './promela/counting.js';
import { type Design, designOf } from './promela/design.js';
import { explorationText } from './promela/exploration.js';
import { faultsText, faultTotal } from './promela/faults.js';
import header from './promela/header.pml?raw' with { type: 'text' };
import { fill } from './promela/holes.js';
import { layOut } from './promela/layout.js';
import { networkText } from './promela/network.js';
import { refusals } from './promela/refusals.js';
import { requiresText } from './promela/requires.js';
import { requestsText } from './promela/requests.js';
import { writeStores } from './promela/schemes/index.js';
import { serviceTexts } from './promela/services.js';
import { storesText } from './promela/stores.js';

/**
 * A design as a model for SPIN (Holzmann, The SPIN Model Checker, 2003), which visits every fault, every way in which
 * the stores settle, every request and every set of copies one by one: a second opinion on the counts of `netsplit
 * check`. Written from docs/semantics.md, sections 1 to 5; shares no code with the engine.
 *
 * What no design changes is in the `.pml` files, in the order of the model; the file of the same name fills their
 * holes.
 */
export function promela(model: Model): Exported {
  const reasons = refusals(model);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const design = designOf(model);
  const stores = writeStores(design);
  const code = [
    constantsText(design),
    networkText(design),
    requestsText(design, stores),
    ...requiresText(design),
    ...derivedTexts(design).text,
    storesText(design, stores),
    ...serviceTexts(design).text,
    explorationText(design, stores),
  ];
  const text = [headerText(design), layOut(code.join('\n')), countingText(design)].join('\n');
  return { kind: 'text', text: design.names.fill(text) };
}

function headerText({ model, ask }: Design): string {
  return fill(header, { faults: String(faultTotal(model)), families: faultsText(model), request: ask(0) });
}
