/** A package of another maker inside the bundles. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly title: string;
  /** Its licence, whole. */
  readonly text: string;
  /** The hash of its archive, in hexadecimal digits. */
  readonly sha512: string;
}

export function bundledPackages(metafiles: readonly { readonly inputs: Record<string, unknown> }[]): BundledPackage[];
export function thirdPartyNotices(packages: readonly BundledPackage[]): string;
export function billOfMaterials(
  own: { readonly name: string; readonly version: string; readonly license: string },
  packages: readonly BundledPackage[],
): {
  readonly metadata: { readonly component: object };
  readonly components: readonly { readonly purl: string; readonly hashes: readonly { readonly content: string }[] }[];
};
