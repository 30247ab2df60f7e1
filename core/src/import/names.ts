import { nameText } from '../model/nameText.js';
import type { Cluster } from './clusters.js';
import { isClient, type Deployment, type Part } from './deployment.js';

/** The most nodes that a draft gives one part: a store may have 24 replicas (`docs/language.md`, "Limits"). */
export const MOST_COPIES = 24;

/**
 * The names of a draft, as they stand in its text. Nodes, zones, routers and clients share one namespace, stores and
 * services another; where the file has one name for two things of a namespace, the later one gets a number.
 */
export class Names {
  readonly #zones = new Map<string, string>();
  readonly #nodes = new Map<Part, readonly string[]>();
  readonly #clients = new Map<Part, string>();
  readonly #services = new Map<Part, string>();
  readonly #stores = new Map<Cluster, string>();
  readonly #places = new Set<string>();
  readonly #holders = new Set<string>();
  readonly #operations = new Set<string>();
  readonly users: string;
  readonly router: string;

  constructor(deployment: Deployment) {
    const { zones, parts } = deployment;
    for (const part of parts) {
      if (isClient(part, deployment)) {
        this.#clients.set(part, free(part.name, this.#places));
        continue;
      }
      const copies = Math.min(part.copies, MOST_COPIES);
      const one = (index: number): string => (copies === 1 ? part.name : `${part.name}-${index + 1}`);
      this.#nodes.set(
        part,
        Array.from({ length: copies }, (_, index) => free(one(index), this.#places)),
      );
    }
    for (const { name } of zones) this.#zones.set(name, free(name, this.#places));
    this.users = free('users', this.#places);
    this.router = free('network', this.#places);
  }

  zone(name: string): string {
    return this.#zones.get(name) ?? nameText(name);
  }

  nodes(part: Part): readonly string[] {
    return this.#nodes.get(part) ?? [];
  }

  /** Those in a zone. Copies that are spread are dealt to their zones; a part attached to several is in none. */
  nodesIn(part: Part, zone: string): readonly string[] {
    const at = part.zones.indexOf(zone);
    if (at === -1) return [];
    if (part.zones.length === 1) return this.nodes(part);
    return part.isSpread ? this.nodes(part).filter((_, index) => index % part.zones.length === at) : [];
  }

  client(part: Part): string {
    return this.#clients.get(part) ?? nameText(part.name);
  }

  service(part: Part): string {
    const known = this.#services.get(part) ?? free(part.name, this.#holders);
    this.#services.set(part, known);
    return known;
  }

  store(cluster: Cluster): string {
    const known = this.#stores.get(cluster) ?? free(cluster.name, this.#holders);
    this.#stores.set(cluster, known);
    return known;
  }

  operation(name: string): string {
    return free(name, this.#operations);
  }
}

/** The name as it is written, with a number if it is taken. */
function free(name: string, taken: Set<string>): string {
  let wanted = name;
  for (let number = 2; taken.has(wanted); number++) wanted = `${name}-${number}`;
  taken.add(wanted);
  return nameText(wanted);
}
