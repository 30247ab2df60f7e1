// Stands in for node:assert/strict, which a browser does not have: what the suites use of it.

function strict(condition: unknown, message: string): asserts condition {
  if (condition !== true) throw new Error(message);
}

/** Equal data, for plain values, arrays and objects without cycles. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const others = new Map<string, unknown>(right);
  return left.length === right.length && left.every(([key, value]) => others.has(key) && same(value, others.get(key)));
}

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

const assert = {
  ok(value: unknown, message = `${shown(value)} is something`): asserts value {
    strict(Boolean(value), message);
  },
  equal<T>(actual: unknown, expected: T, message = ''): asserts actual is T {
    strict(Object.is(actual, expected), `${message} ${shown(actual)} is ${shown(expected)}`);
  },
  notEqual(actual: unknown, expected: unknown, message = ''): void {
    strict(!Object.is(actual, expected), `${message} ${shown(actual)} is not ${shown(expected)}`);
  },
  deepEqual<T>(actual: unknown, expected: T, message = ''): asserts actual is T {
    strict(same(actual, expected), `${message} ${shown(actual)} is ${shown(expected)}`);
  },
  match(text: string, pattern: RegExp, message = ''): void {
    strict(pattern.test(text), `${message} ${shown(text)} matches ${String(pattern)}`);
  },
};

export default assert;
