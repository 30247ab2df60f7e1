/** Where the machines of a design run, for the tools that break their network. */
export interface Target {
  /** IPv4 or IPv6, as nftables reads them: of `nft`. */
  readonly addresses?: readonly string[];
  /** Of `docker`: the name of its container. */
  readonly container?: string;
  /** Of `jepsen`: the host name by which a test knows the node. */
  readonly node?: string;
  /** Of `chaos-mesh`. */
  readonly pods?: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  /** Of `toxiproxy`: where a server listens, as "host:port". */
  readonly upstream?: string;
  /** Commands that stop and start it, for tools that break only networks. */
  readonly stop?: string;
  readonly start?: string;
}

/** By the names of the design. */
export type Targets = ReadonlyMap<string, Target>;

/** The file of targets, or why it is none: sentences without a full stop. */
export type ReadTargets =
  | { readonly kind: 'targets'; readonly targets: Targets }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** Reads a JSON object with an object for each name. */
export function readTargets(text: string): ReadTargets {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      kind: 'mistakes',
      mistakes: [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  if (!isRecord(json)) return { kind: 'mistakes', mistakes: ['it has to be a JSON object: {"us1": {…}, …}'] };
  const targets = new Map<string, Target>();
  const mistakes = Object.entries(json).flatMap(([name, value]) => {
    if (!isRecord(value)) return [`"${name}" has to be an object: {"addresses": ["10.0.0.1"]}`];
    const wrong = Object.entries(value).flatMap(([field, content]) => mistakeIn(field, content));
    if (wrong.length === 0) targets.set(name, value as Target);
    return wrong.map((mistake) => `"${name}": ${mistake}`);
  });
  return mistakes.length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'targets', targets };
}

/** What each field takes: a test of its content, and how to say it. */
const FIELDS: Readonly<Record<keyof Target, readonly [test: (content: unknown) => boolean, what: string]>> = {
  addresses: [
    (content) =>
      Array.isArray(content) && content.length > 0 && content.every((one) => typeof one === 'string' && isAddress(one)),
    'a list of IP addresses: ["10.0.0.1"]',
  ],
  container: [(content) => matches(content, /^[A-Za-z0-9][A-Za-z0-9_.-]*$/), 'the name of a container'],
  node: [isLine, 'a host name'],
  pods: [
    (content) =>
      isRecord(content) &&
      matches(content['namespace'], DNS_LABEL) &&
      isRecord(content['labels']) &&
      areLabels(content),
    'a namespace and labels: {"namespace": "shop", "labels": {"app": "us1"}}',
  ],
  upstream: [(content) => matches(content, /^\S+:\d{1,5}$/), 'a host and a port: "us1:6379"'],
  stop: [isLine, 'a command of one line'],
  start: [isLine, 'a command of one line'],
};
const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function mistakeIn(field: string, content: unknown): string[] {
  if (!Object.hasOwn(FIELDS, field))
    return [`there is no field "${field}"; there are ${Object.keys(FIELDS).join(', ')}`];
  const [test, what] = FIELDS[field as keyof Target];
  return test(content) ? [] : [`"${field}" has to be ${what}`];
}

function isAddress(text: string): boolean {
  const parts = text.split('.');
  if (parts.length === 4) return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return text.includes(':') && /^[0-9A-Fa-f:]{2,39}$/.test(text);
}

function areLabels({ labels }: Record<string, unknown>): boolean {
  return isRecord(labels) && Object.keys(labels).length > 0 && Object.values(labels).every(isLine);
}

function isLine(content: unknown): content is string {
  return typeof content === 'string' && content !== '' && !/[\0\r\n]/.test(content);
}

function matches(content: unknown, pattern: RegExp): boolean {
  return typeof content === 'string' && pattern.test(content);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
