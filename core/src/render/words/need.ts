import type { NeedModel } from '../../model/model.js';

/** "bounded 5s", "causal" */
export function needText({ guarantee, boundMs }: NeedModel): string {
  return boundMs === undefined
    ? guarantee
    : `${guarantee} ${boundMs % 1000 === 0 ? `${boundMs / 1000}s` : `${boundMs}ms`}`;
}
