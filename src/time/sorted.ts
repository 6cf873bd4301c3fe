// Searching what is kept in order of time. Pure.

/** How many entries stand at or before `atMs` in a list that rises by `atMs`: the index of the first later one. */
export function countUntil(list: readonly { readonly atMs: number }[], atMs: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as { atMs: number }).atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The same where the answer is near `near`, as it is from one tick to the next. NOTE: each stamp that is looked at among entries of many shapes is garbage: two
 * here, ten in a search.
 */
export function countNear(list: readonly { readonly atMs: number }[], atMs: number, near: number): number {
  let count = Math.min(near, list.length);
  while (count < list.length && (list[count] as { atMs: number }).atMs <= atMs) count += 1;
  while (count > 0 && (list[count - 1] as { atMs: number }).atMs > atMs) count -= 1;
  return count;
}
