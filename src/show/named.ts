// What is kept under a name that somebody chose: an output may well be called `constructor`.

/** What stands under that name; undefined when nobody put anything there. */
export const named = <V>(values: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;
