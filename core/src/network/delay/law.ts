/**
 * How the time of a message is distributed, in closed form; milliseconds. `above(x)`: the probability of more than x.
 * Measured delays are told apart by what fits them: a constant, a gamma distribution, or a body and a tail.
 */
export type DelayLaw =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'exponential'; readonly rate: number }
  | { readonly kind: 'pareto'; readonly least: number; readonly shape: number }
  | { readonly kind: 'mixture'; readonly parts: readonly { readonly weight: number; readonly law: DelayLaw }[] };

/** The probability that it takes more than `ms`. */
export function above(law: DelayLaw, ms: number): number {
  switch (law.kind) {
    case 'constant':
      return ms < law.ms ? 1 : 0;
    case 'gamma':
      return gammaAbove(law.shape, ms / law.scale);
    case 'exponential':
      return ms <= 0 ? 1 : Math.exp(-law.rate * ms);
    case 'pareto':
      return ms <= law.least ? 1 : (law.least / ms) ** law.shape;
    case 'mixture':
      return law.parts.reduce((sum, part) => sum + part.weight * above(part.law, ms), 0);
  }
}

/** The gamma distribution with this mean and standard deviation. */
export function gammaOf(mean: number, deviation: number): DelayLaw {
  if (deviation <= 0) return { kind: 'constant', ms: mean };
  return { kind: 'gamma', shape: (mean / deviation) ** 2, scale: deviation ** 2 / mean };
}

/** Half steps of a bisection: enough for each bit of a double. */
const STEPS = 60;

/**
 * The gamma distribution with this median, of which a share `percentile` takes at most `ms`. The farther the two are
 * apart, the smaller the shape; both are more than 0, and `ms` is more than the median.
 */
export function gammaThrough(median: number, percentile: number, ms: number): DelayLaw {
  const ratio = ms / median;
  // Logarithms of the shape: from the longest tail to a spread of a hundred-millionth.
  let [low, high] = [-6, 37];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const shape = Math.exp(middle);
    const law: DelayLaw = { kind: 'gamma', shape, scale: 1 };
    if (quantile(law, 1 - percentile) / quantile(law, 0.5) > ratio) low = middle;
    else high = middle;
  }
  const shape = Math.exp((low + high) / 2);
  return { kind: 'gamma', shape, scale: median / quantile({ kind: 'gamma', shape, scale: 1 }, 0.5) };
}

/** The time that is exceeded with probability `share`, between 0 and 1, and that is at least `least`. */
export function quantile(law: DelayLaw, share: number, least = 0, steps = STEPS): number {
  if (law.kind === 'constant') return law.ms;
  let high = Math.max(2 * least, 1e-6);
  while (above(law, high) > share) high *= 2;
  let low = Math.max(least, high / 2);
  if (above(law, low) <= share) low = least;
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (above(law, middle) > share) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The regularized upper incomplete gamma function: a power series below the shape, a continued fraction above it
 * (Press et al., Numerical Recipes, section 6.2).
 */
function gammaAbove(shape: number, x: number): number {
  if (x <= 0) return 1;
  if (shape > NEARLY_NORMAL) return nearlyNormalAbove(shape, x);
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? Math.max(0, 1 - front * series(shape, x)) : front * fraction(shape, x);
}

/** From this shape on, a gamma distribution is nearly normal, and its series are long. */
const NEARLY_NORMAL = 2000;

/** The cube root of a gamma variable is nearly normal (Wilson and Hilferty, 1931): here within a millionth. */
function nearlyNormalAbove(shape: number, x: number): number {
  const part = 1 / (9 * shape);
  return normalAbove((Math.cbrt(x / shape) - (1 - part)) / Math.sqrt(part));
}

/** The probability that a normal variable is above `z` standard deviations (Press et al., section 6.2, `erfcc`). */
function normalAbove(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const polynomial = ERFC.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + polynomial)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

const PRECISION = 1e-15;
/** Both sums end long before, after a few hundred terms. */
const MOST_TERMS = 10_000;

function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return result;
}

/** Stirling's series, after the argument is raised to where it has all digits. */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < 12; y++) shift += Math.log(y);
  const squared = 1 / (y * y);
  const series = (1 / 12 - squared * (1 / 360 - squared * (1 / 1260 - squared / 1680))) / y;
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}
