import type { Model } from '../model/model.js';
import { thousands } from '../base/thousands.js';

/** Vertices and links of a picture: one of more is not read, and takes long to lay out. */
const MOST_DRAWN = 3000;
/** Requests (an operation from a client), or expectations, of a table: nobody reads more rows. */
const MOST_LISTED = 2000;

/** Why a design is not drawn in a panel, as a sentence with what to do; undefined where it is. */
export function tooMuchToDraw({ vertices, links }: Model): string | undefined {
  const parts = vertices.length + links.length;
  if (parts <= MOST_DRAWN) return undefined;
  return (
    `This design has ${thousands(String(parts))} zones, nodes, clients and links, and a picture here shows up to ` +
    `${thousands(String(MOST_DRAWN))}. Draw it on the command line: \`netsplit diagram\`.`
  );
}

/** Why a design's verdicts are not listed in a panel, as a sentence with what to do; undefined where they are. */
export function tooMuchToList({ operations, expectations }: Model): string | undefined {
  const requests = operations.reduce((sum, { clients }) => sum + clients.length, 0);
  const rows = Math.max(requests, expectations.length);
  if (rows <= MOST_LISTED) return undefined;
  const what = requests === rows ? 'requests (operations from clients)' : 'expectations';
  return (
    `This design has ${thousands(String(rows))} ${what}, and a table here shows up to ` +
    `${thousands(String(MOST_LISTED))}. Read it on the command line: \`netsplit report\`.`
  );
}
