/** Makes the compiler prove that a `switch` is complete; throws if data from outside breaks the type. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
