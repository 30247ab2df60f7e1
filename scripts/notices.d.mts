export function thirdPartyNotices(metafiles: readonly { readonly inputs: Record<string, unknown> }[]): string;
