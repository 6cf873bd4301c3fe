// How much of each fault there is: which measure it takes, in what unit, and what it is unless somebody says otherwise.

/** `share`: per cent of the messages. */
export type Measure = {
  readonly name: 'share' | 'ms' | 'points';
  readonly unit: string;
  readonly usual: number;
  readonly min: number;
  readonly max: number;
};

const share = (usual: number): Measure => ({ name: 'share', unit: '%', usual, min: 0, max: 100 });
const ms = (usual: number, min = 0): Measure => ({ name: 'ms', unit: 'ms', usual, min, max: 60_000 });

/** A fault that is not named here takes none. */
export const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  loss: [share(20)],
  delay: [ms(1_000)],
  jitter: [ms(500)],
  duplicate: [share(20)],
  reorder: [share(20), ms(400)],
  truncate: [share(20)],
  'wrong-types': [share(20)],
  'clock-skew': [ms(5_000, -60_000)],
  freeze: [share(100)],
  'wrong-score': [{ name: 'points', unit: 'points', usual: 10, min: -200, max: 200 }],
};

/** The key of each fault, in the order in which the relay names them. */
export const FAULT_KEYS = ['Q', 'W', 'E', 'R', 'T', 'Y', 'A', 'S', 'D', 'F', 'G', 'H'] as const;

/** What goes with a fault, as the relay takes it. `values` by measure; what is not there is usual. */
export function measured(
  fault: string,
  values: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const measures = MEASURES[fault] ?? [];
  return Object.fromEntries(
    measures.map(({ name, usual, min, max }) => {
      const value = Math.max(min, Math.min(max, values[name] ?? usual));
      return [name, name === 'share' ? value / 100 : value];
    }),
  );
}
