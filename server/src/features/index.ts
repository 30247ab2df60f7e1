import type { Feature } from '../server.js';
import { callHierarchy } from './callHierarchy.js';
import { choices } from './choices.js';
import { codeAction } from './codeAction.js';
import { codeLens } from './codeLens.js';
import { completion } from './completion.js';
import { definition } from './definition.js';
import { diagnostics } from './diagnostics.js';
import { diagram } from './diagram.js';
import { document } from './document.js';
import { documentHighlight } from './documentHighlight.js';
import { documentLink } from './documentLink.js';
import { documentSymbol } from './documentSymbol.js';
import { expectations } from './expectations.js';
import { fence } from './fence.js';
import { foldingRange } from './foldingRange.js';
import { formatting } from './formatting.js';
import { hover } from './hover.js';
import { inlayHint } from './inlayHint.js';
import { picture } from './picture.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { report } from './report.js';
import { selectionRange } from './selectionRange.js';
import { semanticTokens } from './semanticTokens.js';
import { signatureHelp } from './signatureHelp.js';
import { status } from './status.js';
import { timeline } from './timeline.js';
import { workspaceSymbol } from './workspaceSymbol.js';

/** Everything that the server can do. */
export const FEATURES: readonly Feature[] = [
  diagnostics,
  hover,
  completion,
  definition,
  references,
  rename,
  documentSymbol,
  codeAction,
  choices,
  report,
  diagram,
  timeline,
  picture,
  document,
  formatting,
  semanticTokens,
  foldingRange,
  selectionRange,
  documentHighlight,
  documentLink,
  signatureHelp,
  workspaceSymbol,
  inlayHint,
  codeLens,
  callHierarchy,
  status,
  expectations,
  fence,
];
