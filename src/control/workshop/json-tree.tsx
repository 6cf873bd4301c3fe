// JSON that folds: each list and object is a line until it is opened.
import { type Signal } from '@preact/signals';

type TreeProps = {
  readonly value: unknown;
  readonly name?: string;
  readonly depth?: number;
  /** Down to which depth all of it is open. */
  readonly open: Signal<number>;
};

/** Entries of one list that are shown. */
const MOST = 200;

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

function Leaf({ value }: { readonly value: unknown }) {
  const kind = value === null ? 'null' : typeof value;
  return <span class={`json-${kind}`}>{JSON.stringify(value) ?? 'undefined'}</span>;
}

const summaryOf = (value: object): string => {
  if (Array.isArray(value)) return `[${value.length}]`;
  const keys = Object.keys(value);
  return `{ ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''} }`;
};

/** A value, named where it is part of another. */
export function JsonTree({ value, name, depth = 0, open }: TreeProps) {
  const label = name === undefined ? null : <b class="json-key">{name}: </b>;
  if (!isHolder(value))
    return (
      <div class="json-line">
        {label}
        <Leaf value={value} />
      </div>
    );
  const entries = Object.entries(value);
  return (
    <details class="json-fold" open={depth < open.value}>
      <summary>
        {label}
        <span class="quiet">{summaryOf(value)}</span>
      </summary>
      {entries.slice(0, MOST).map(([key, inner]) => (
        <JsonTree key={key} name={key} value={inner} depth={depth + 1} open={open} />
      ))}
      {entries.length > MOST && <div class="json-line quiet">{entries.length - MOST} more</div>}
    </details>
  );
}
