import type { StatementWord } from './statements.js';

/** What a name in a skeleton stands for: one of the design where it has such a thing. */
export type SkeletonName = 'place' | 'store' | 'client' | 'operation' | 'partition';

/** A statement that works, as a text whose parts a user fills in one after the other. */
export interface Skeleton {
  /** In three words. */
  readonly what: string;
  /**
   * Parts are `<place:us>`: the design's first place where it has one, else `us`; `<:text>`: a text of the user's own;
   * `<|a|b>`: one of these words.
   */
  readonly text: string;
}

export const SKELETONS: Readonly<Record<StatementWord, Skeleton>> = {
  zone: { what: 'a local network', text: 'zone <:us> { node <:us1>, <:us2> }' },
  node: { what: 'machines with data', text: 'node <:n1>, <:n2>' },
  router: { what: 'forwards traffic only', text: 'router <:hub>' },
  client: { what: 'who issues operations', text: 'client <:web> in <place:us>' },
  link: { what: 'it can break', text: 'link <place:us> -- <place:eu> <:80ms>' },
  mesh: { what: 'all links between', text: 'mesh <place:us>, <place:eu>, <place:ap> <:80ms>' },
  store: { what: 'where data lives', text: 'store <:orders> on <place:us>, <place:eu> { choose <|CP|AP> }' },
  service: { what: 'stateless, issues steps', text: 'service <:api> on <place:us>, <place:eu>' },
  operation: { what: 'what clients do', text: 'operation <:pay>: <|write|read> <store:orders> from <client:web>' },
  partition: { what: 'a named break', text: 'partition <:ocean> { <place:us> | <place:eu> }' },
  risk: { what: 'what fails together', text: 'risk <:duct> { <place:us> -- <place:eu>, <place:eu> } fails <:0.05%>' },
  expect: {
    what: 'what must hold',
    text: 'expect <operation:pay> <|ok|never lost|never stale|error> under <partition:any 1 link>',
  },
  accept: { what: 'an intended trade-off', text: 'accept <|stale|conflict|error|lost> on <operation:pay> "<:why>"' },
  explore: { what: 'faults to explore', text: 'explore <:2 links, 1 node>' },
  include: { what: 'another file’s statements', text: 'include "<:topology.cap>"' },
};
