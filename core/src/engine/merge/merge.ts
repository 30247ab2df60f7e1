/** A merge rule: what the heal does with two acknowledged writes that know nothing of each other. One file each. */
export interface Merge {
  /** Half a sentence for reasons: "lww keeps …". */
  readonly atHeal: string;
}
