import type { BuildOptions } from 'esbuild';

/** How a bundle for web workers is made: its entry, its file, and the options of esbuild. */
export const WEB_BUNDLES: readonly (Pick<BuildOptions, 'platform' | 'format' | 'target' | 'external'> & {
  readonly from: string;
  readonly to: string;
})[];

/** How the file is made that a shell runs. */
export const START_BUNDLE: Pick<BuildOptions, 'platform' | 'format' | 'target' | 'banner'> & {
  readonly from: string;
  readonly to: string;
  readonly executable: boolean;
};

/** Bundles everything into dist/. */
export function build(options?: { readonly production?: boolean }): Promise<void>;
