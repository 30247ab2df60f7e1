import type { Product } from './products.js';
import type { Document } from './tree.js';

/** A line of an imported file. */
export interface Origin {
  /** As the user named it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What an imported file says is deployed, whatever its format; a draft is made of it. */
export interface Deployment {
  readonly zones: readonly DeployedZone[];
  readonly parts: readonly Part[];
  /** Does every zone reach every other? Otherwise only through what is attached to both. */
  readonly areZonesConnected: boolean;
  /** What the file says and a design can't take over as it is: one sentence each. */
  readonly notes: readonly Note[];
}

export interface DeployedZone {
  readonly name: string;
  readonly origin: Origin;
  /** Why this is taken for a zone, where the file has no such thing: "the file names no network". */
  readonly guess?: string;
}

/** Something that runs: a database, a cache, a service, a person at a browser. */
export interface Part {
  /** Unique in the deployment. */
  readonly name: string;
  readonly origin: Origin;
  readonly role: Role;
  /** How many of it run, at least 1. */
  readonly copies: number;
  /** Why it is that many, where the file does not say. */
  readonly copiesGuess?: string;
  /** Names of zones. */
  readonly zones: readonly string[];
  /** With several zones: is each copy in one of them, or attached to all of them? */
  readonly isSpread: boolean;
  readonly uses: readonly Use[];
  /** Where the file says that people outside reach it. */
  readonly published?: Origin;
}

export type Role =
  | { readonly kind: 'store'; readonly product: Product; readonly evidence: string; readonly why: Reason }
  /** A server that only elects the primary of a store, such as a Sentinel. */
  | { readonly kind: 'elector'; readonly product: Product }
  | { readonly kind: 'service' }
  | { readonly kind: 'client' };

/** `text`: "image postgres:16". */
export interface Reason {
  readonly origin: Origin;
  readonly text: string;
}

export interface Use {
  /** The name of a part. */
  readonly part: string;
  /** What says so: "depends_on", "DATABASE_URL". */
  readonly why: Reason;
}

export interface Note {
  readonly origin: Origin;
  readonly text: string;
}

export interface ImportFormat {
  /** "Docker Compose" */
  readonly product: string;
  /** What shows that a document is of this format, for the message that nothing is: "a mapping `services`". */
  readonly sign: string;
  is(document: Document): boolean;
  /** Documents of this format only, in the order in which they were named. */
  read(documents: readonly Document[]): Deployment;
}

/** Nobody asks it, so it asks by itself: a worker, a job, a person. */
export function isClient(part: Part, { parts }: Deployment): boolean {
  if (part.role.kind === 'client') return true;
  const isAsked = parts.some(({ name, uses }) => name !== part.name && uses.some((use) => use.part === part.name));
  return part.role.kind === 'service' && part.published === undefined && !isAsked;
}
