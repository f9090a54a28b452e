/**
 * A function of one part of the state that computes once for each version of it: the same input gives the same
 * output, without keeping old versions alive.
 */
export function memoize<Input extends object, Output>(
  compute: (input: Input) => Output,
): (input: Input) => Output {
  const cache = new WeakMap<Input, { readonly output: Output }>();
  return (input) => {
    const known = cache.get(input);
    if (known !== undefined) return known.output;
    const output = compute(input);
    cache.set(input, { output });
    return output;
  };
}
