/** How many objects hang on this one, and how many strings and numbers stand in their lists and maps. */
export function countReachable(root: unknown): number {
  const seen = new Set<unknown>();
  const stack = [root];
  let texts = 0;
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) stack.push(value);
    else texts += Number(value !== undefined);
  };
  for (let thing = stack.pop(); thing !== undefined; thing = stack.pop()) {
    if (seen.has(thing)) continue;
    seen.add(thing);
    if (thing instanceof Map) for (const [key, value] of thing) [key, value].forEach(visit);
    else if (thing instanceof Set) for (const value of thing) visit(value);
    else if (Array.isArray(thing)) thing.forEach(visit);
    else for (const value of Object.values(thing as object)) if (typeof value === 'object') visit(value);
  }
  return seen.size + texts;
}
