/** What a simulation breaks: a partition of the file by name, or links and nodes picked by hand. */
export type FaultRequest =
  | { readonly kind: 'partition'; readonly name: string }
  /** `links` are ids of `LinkChoice`, `nodes` names. */
  | { readonly kind: 'custom'; readonly links: readonly string[]; readonly nodes: readonly string[] };

export interface LinkChoice {
  /** Stable while the file is edited elsewhere. */
  readonly id: string;
  /** "us–eu", "us1's uplink" */
  readonly label: string;
  /** "declared, 80 ms" */
  readonly detail: string;
}

export interface Choices {
  readonly operations: readonly string[];
  readonly partitions: readonly { readonly name: string; readonly detail: string }[];
  readonly links: readonly LinkChoice[];
  readonly nodes: readonly { readonly name: string; readonly detail: string }[];
}

/**
 * A fault put together by clicks; names and ids stay the same while the file is edited elsewhere. Ids are those of
 * `LinkChoice`.
 */
export interface PickedFault {
  readonly partition?: string;
  readonly links: readonly string[];
  /** Single directions: nothing arrives at this end of the link any more. */
  readonly oneWays: readonly { readonly link: string; readonly to: 'a' | 'b' }[];
  readonly nodes: readonly string[];
  readonly zones: readonly string[];
  /** Nodes and zones that are stopped and whose disks are gone. */
  readonly destroyed?: readonly string[];
  /** Places between which no message passes. */
  readonly pairs?: readonly (readonly [string, string])[];
}
