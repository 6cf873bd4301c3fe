// Time in a page as its pictures count it: a machine that is late draws fewer of them.

/** Resolves when that many frames of the page were drawn. What asked for a frame before has had it. */
export async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
