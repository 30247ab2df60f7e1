import type { DeployedZone, ImportFormat, Origin, Part, Role, Use } from './deployment.js';
import { productNamed, type Product } from './products.js';
import { at, countAt, itemsAt, textAt, textsIn, type Document, type Tree } from './tree.js';

/**
 * A plan of Terraform or OpenTofu as JSON, `terraform show -json plan`. Availability zones are zones. The format:
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export const terraform: ImportFormat = {
  product: 'Terraform',
  sign: 'planned_values, of terraform show -json',
  is: ({ root }) => at(root, 'planned_values', 'root_module') !== undefined,
  read: (documents) => {
    const resources = documents.flatMap(resourcesOf);
    const running = resources.filter((resource) => roleOf(resource) !== undefined);
    const zones = zonesOf(resources);
    const names = namesOf(running);
    return {
      zones,
      parts: running.map((resource) => partOf(resource, zones, names, documents)),
      areZonesConnected: true,
      notes: [],
    };
  },
};

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Tree | undefined;
  readonly origin: Origin;
}

/** What computes, or lets users in; it holds no data. */
const SERVICES = [
  'aws_instance',
  'aws_autoscaling_group',
  'aws_ecs_service',
  'aws_lambda_function',
  'aws_apprunner_service',
  'azurerm_linux_virtual_machine',
  'azurerm_linux_web_app',
  'azurerm_container_app',
  'google_compute_instance',
  'google_cloud_run_service',
  'google_cloud_run_v2_service',
  'kubernetes_deployment',
];
const BALANCERS = ['aws_lb', 'aws_alb', 'aws_elb', 'aws_api_gateway_rest_api', 'aws_apigatewayv2_api'];

/** Types of resources that hold data, with the name of their product where it is not in a value `engine`. */
const STORES: Readonly<Record<string, string | undefined>> = {
  aws_db_instance: undefined,
  aws_rds_cluster: 'aurora',
  aws_dynamodb_table: 'dynamodb',
  aws_elasticache_cluster: undefined,
  aws_elasticache_replication_group: 'redis',
  aws_memorydb_cluster: 'redis',
  aws_s3_bucket: 's3',
  aws_cloudfront_distribution: 'cdn',
  aws_msk_cluster: 'kafka',
  aws_mq_broker: undefined,
  aws_docdb_cluster: 'mongodb',
  aws_keyspaces_table: 'cassandra',
  aws_opensearch_domain: 'opensearch',
  aws_elasticsearch_domain: 'elasticsearch',
  azurerm_mssql_database: 'mssql',
  azurerm_mysql_flexible_server: 'mysql',
  azurerm_postgresql_flexible_server: 'postgresql',
  azurerm_redis_cache: 'redis',
  google_bigtable_instance: undefined,
  google_redis_instance: 'redis',
  google_spanner_database: 'spanner',
  google_spanner_instance: 'spanner',
  google_sql_database_instance: undefined,
};

/** Where a type says how many run. */
const COPIES = ['num_cache_clusters', 'number_of_broker_nodes', 'num_cache_nodes', 'desired_count', 'desired_capacity'];

function resourcesOf({ file, root }: Document): readonly Resource[] {
  const inModule = (module: Tree | undefined): readonly Resource[] => [
    ...itemsAt(module, 'resources').flatMap((tree) => {
      const address = textAt(tree, 'address');
      const type = textAt(tree, 'type');
      if (address === undefined || type === undefined || textAt(tree, 'mode') === 'data') return [];
      return [{ address, type, values: at(tree, 'values'), origin: { file, line: tree.line } }];
    }),
    ...itemsAt(module, 'child_modules').flatMap(inModule),
  ];
  return inModule(at(root, 'planned_values', 'root_module'));
}

function roleOf({ address, type, values, origin }: Resource): Role | undefined {
  if (SERVICES.includes(type) || BALANCERS.includes(type)) return { kind: 'service' };
  if (!Object.hasOwn(STORES, type)) return undefined;
  const engine = textAt(values, 'engine') ?? textAt(values, 'engine_type') ?? textAt(values, 'database_version');
  const product: Product = productNamed(STORES[type] ?? engine ?? '') ?? { name: type, words: [], presets: [] };
  const evidence = textsIn(values)
    .map(({ text }) => text)
    .join(' ');
  const named = engine === undefined ? '' : ` with engine ${engine}`;
  return { kind: 'store', product, evidence, why: { origin, text: `${address}${named}` } };
}

/** The name of a part for each address: the resource's own, with its key, or the whole address where two are alike. */
function namesOf(resources: readonly Resource[]): ReadonlyMap<string, string> {
  // "module.a.aws_instance.web["eu"]" is "web-eu".
  const short = (address: string): string =>
    (address.split('.').at(-1) ?? '')
      .split(/[[\]"]/)
      .filter((word) => word !== '')
      .join('-');
  const often = new Map<string, number>();
  for (const { address } of resources) often.set(short(address), (often.get(short(address)) ?? 0) + 1);
  return new Map(resources.map(({ address }) => [address, often.get(short(address)) === 1 ? short(address) : address]));
}

function partOf(
  resource: Resource,
  zones: readonly DeployedZone[],
  names: ReadonlyMap<string, string>,
  documents: readonly Document[],
): Part {
  const { address, values, origin, type } = resource;
  const role = roleOf(resource) ?? { kind: 'service' };
  const own = zonesIn(values);
  const places = own.length > 0 ? own : zones.map(({ name }) => name);
  const stated = COPIES.map((key) => countAt(values, key)).find((count) => count !== undefined);
  const managed = role.kind === 'store' ? role.product.managed : undefined;
  // A standby that takes over: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
  const standby = textAt(values, 'multi_az') === 'true' ? 2 : undefined;
  const guess = stated === undefined && standby === undefined ? managed : undefined;
  return {
    name: names.get(address) ?? address,
    origin,
    role,
    copies: Math.max(1, stated ?? standby ?? managed?.copies ?? 1),
    ...(guess === undefined ? {} : { copiesGuess: guess.why }),
    zones: places,
    isSpread: true,
    uses: usesOf(resource, names, documents),
    ...(BALANCERS.includes(type) ? { published: origin } : {}),
  };
}

/** What the expressions of a resource refer to. Instances of one resource (`web[0]`) share its expressions. */
function usesOf(
  { address, origin }: Resource,
  names: ReadonlyMap<string, string>,
  documents: readonly Document[],
): readonly Use[] {
  const [plain = address] = address.split('[');
  const configured = documents.flatMap(({ root }) => itemsAt(root, 'configuration', 'root_module', 'resources'));
  const own = configured.find((tree) => textAt(tree, 'address') === plain);
  const references = new Set(textsIn(at(own, 'expressions')).map(({ text }) => text));
  return [...names].flatMap(([target, part]) => {
    const [resource = target] = target.split('[');
    if (target === address || resource === plain || !references.has(resource)) return [];
    return [{ part, why: { origin, text: `${plain} refers to ${resource}` } }];
  });
}

function zonesOf(resources: readonly Resource[]): readonly DeployedZone[] {
  const named = resources.flatMap(({ values, origin }) => zonesIn(values).map((name) => ({ name, origin })));
  const zones = [...new Map(named.toReversed().map((zone) => [zone.name, zone])).values()];
  if (zones.length > 0) return zones.sort((a, b) => (a.name < b.name ? -1 : 1));
  const first = resources[0];
  if (first === undefined) return [];
  return [{ name: 'region', origin: first.origin, guess: 'no availability zone is named, so all share one' }];
}

function zonesIn(values: Tree | undefined): readonly string[] {
  const keys = ['availability_zone', 'availability_zones', 'zone', 'zones', 'preferred_cache_cluster_azs'];
  const texts = keys.flatMap((key) => textsIn(at(values, key)).map(({ text }) => text));
  return [...new Set(texts.filter((text) => text !== ''))];
}
