import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** The resource definitions of Chaos Mesh, by the kind of their objects. */
const DEFINITIONS = { NetworkChaos: 'networkchaos.yaml', PodChaos: 'podchaos.yaml' } as const;

const HEAD = z.object({
  apiVersion: z.literal('chaos-mesh.org/v1alpha1'),
  kind: z.enum(['NetworkChaos', 'PodChaos']),
  // As the API server has them for every object.
  metadata: z.strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
      .max(63),
    namespace: z.string().min(1),
  }),
  spec: z.record(z.string(), z.unknown()),
});

export type ChaosObject = z.infer<typeof HEAD>;

/** An object that the API server takes as it is; throws where it refuses one, or drops a field that it doesn't know. */
export function chaosObject(value: unknown): ChaosObject {
  const object = HEAD.parse(value);
  const { spec } = schemaOf(object.kind).properties ?? {};
  z.fromJSONSchema(strict(spec ?? {}) as z.core.JSONSchema.JSONSchema).parse(object.spec);
  return object;
}

/** The part of a schema of Kubernetes that has parts. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function schemaOf(kind: ChaosObject['kind']): Schema {
  const text = readFileSync(path.join(import.meta.dirname, DEFINITIONS[kind]), 'utf8');
  const { spec } = parse(text) as { spec: { versions: { schema: { openAPIV3Schema: Schema } }[] } };
  const [version] = spec.versions;
  if (version === undefined) throw new Error(`${DEFINITIONS[kind]} has no version`);
  return version.schema.openAPIV3Schema;
}

/** Kubernetes drops unknown fields in silence: here they are errors. */
function strict({ properties, items, ...rest }: Schema): Schema {
  return {
    ...rest,
    ...(items === undefined ? {} : { items: strict(items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, strict(part)])),
          additionalProperties: false,
        }),
  };
}
