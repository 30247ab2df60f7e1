/** A merge rule: what the heal does with two acknowledged writes that do not know of each other. One file each. */
export interface Merge {
  /** Half a sentence for reasons, about two writes by their names: "lww keeps …". */
  readonly atHeal: (one: string, other: string) => string;
}
