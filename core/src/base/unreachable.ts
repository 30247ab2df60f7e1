/** Makes the compiler prove that a `switch` is complete; throws where data from outside breaks the type. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
