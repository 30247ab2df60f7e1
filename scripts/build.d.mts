import type { BuildOptions } from 'esbuild';

/** How a bundle for web workers is made: its entry, its file, and the options of esbuild. */
export const WEB_BUNDLES: readonly (Pick<BuildOptions, 'platform' | 'format' | 'target' | 'external'> & {
  readonly from: string;
  readonly to: string;
})[];

/** Bundles everything into dist/. */
export function build(options?: { readonly production?: boolean }): Promise<void>;
