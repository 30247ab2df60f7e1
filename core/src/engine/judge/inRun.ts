import type { World } from '../../network/world.js';

/** What has been found out in the present run of a world: within one, answers do not change. */
export class InRun<T> {
  private known: { readonly world: World; readonly run: number; readonly value: T } | undefined;

  constructor(private readonly begin: (world: World) => T) {}

  of(world: World): T {
    if (this.known?.world !== world || this.known.run !== world.run)
      this.known = { world, run: world.run, value: this.begin(world) };
    return this.known.value;
  }
}
