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
