import { visible } from '../render/print/visible.js';
import type { Origin } from './deployment.js';

/** "compose.yaml:14", in one line whatever the file is called. */
export function place({ file, line }: Origin): string {
  return `${visible(file)}:${line}`;
}
