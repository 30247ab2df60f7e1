import type { Weights } from './weights.js';

/**
 * The states after one step, each a row of as many whole numbers, with their weights; in the order in which they were
 * added first. Numbers in one array, as there are millions of states.
 */
export class Layer<W> {
  readonly weights: W[] = [];
  private data = new Int32Array(0);
  /** By hash: the place of a state, counted from 1; 0: none. */
  private slots = new Int32Array(0);
  private mask = 0;
  private stride = 0;

  /** Empties it for at most `most` states, of `stride` numbers each. */
  clear(stride: number, most: number): void {
    this.stride = stride;
    this.weights.length = 0;
    const room = 1 << (33 - Math.clz32(Math.max(1, most)));
    if (this.slots.length < room) this.slots = new Int32Array(room);
    else this.slots.fill(0, 0, room);
    this.mask = room - 1;
    if (this.data.length < most * stride) this.data = new Int32Array(2 * most * stride);
  }

  /** Copies the numbers of a state. */
  read(place: number, into: Int32Array): void {
    const start = place * this.stride;
    for (let i = 0; i < this.stride; i++) into[i] = this.data[start + i] ?? 0;
  }

  /** Equal states are one, and their weights are added. */
  add(state: Int32Array, weight: W, weights: Weights<W>): void {
    for (let slot = this.hash(state) & this.mask; ; slot = (slot + 1) & this.mask) {
      const place = (this.slots[slot] ?? 0) - 1;
      if (place < 0) {
        this.slots[slot] = this.weights.push(weight);
        const start = (this.weights.length - 1) * this.stride;
        for (let i = 0; i < this.stride; i++) this.data[start + i] = state[i] ?? 0;
        return;
      }
      if (!this.isAt(place, state)) continue;
      this.weights[place] = weights.add(this.weights[place] as W, weight);
      return;
    }
  }

  private isAt(place: number, state: Int32Array): boolean {
    const start = place * this.stride;
    for (let i = 0; i < this.stride; i++) if (this.data[start + i] !== state[i]) return false;
    return true;
  }

  private hash(state: Int32Array): number {
    let found = 0;
    for (let i = 0; i < this.stride; i++) {
      found = Math.imul(found ^ (state[i] ?? 0), 0x9e3779b1);
      found ^= found >>> 15;
    }
    return found;
  }
}
