// Reports of pre-flights: the last of each output is there for the operator, also after a restart; every one is on the disk, and what is not green is a Fault.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../game/fault.ts';
import {
  type KeptPreflight,
  keptPreflightSchema,
  levelOf,
  type Preflight,
  type PreflightMark,
  preflightSchema,
} from '../wire/preflight.ts';
import { answer, malformed } from './answer.ts';
import { readBody } from './body.ts';
import { replaceFile } from './durable-file.ts';
import { parsed } from './json.ts';
import type { Place } from './place.ts';

export const PREFLIGHT_PATH = '/api/v1/preflight';
/** Outputs whose reports are held at once; the oldest goes. */
export const MOST_REPORTS = 32;
/** Reports written in one run: a page that is loaded over and over must not fill the disk. So many are looked through at the start, too. */
const MOST_FILES = 500;
const MAX_REPORT_BYTES = 16 * 1024;

export type PreflightsOptions = {
  readonly now: () => number;
  /** Where reports are written; null: nowhere. */
  readonly folder: string | null;
  readonly onFault: (fault: Fault) => void;
};

export interface Preflights {
  /** A page posts its report, an operator's page reads the last of each output. */
  readonly place: Place;
  /** Of each output, the newest last. */
  marks(): readonly PreflightMark[];
  /** Takes up what was written before. May be called twice. */
  load(): Promise<void>;
}

const fileOf = ({ name, atMs }: KeptPreflight): string =>
  `${new Date(atMs).toISOString().replaceAll(':', '-')}_${name.replaceAll(/[^\w-]+/g, '_')}.json`;

const read = (text: string): Preflight | null => preflightSchema.safeParse(parsed(text)).data ?? null;

/** The last report of each output in a folder, the newest last; what is none is passed by. */
async function lastIn(folder: string): Promise<readonly KeptPreflight[]> {
  const files = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse();
  const found = new Map<string, KeptPreflight>();
  for (const name of files.slice(0, MOST_FILES)) {
    if (found.size >= MOST_REPORTS) break;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const report = keptPreflightSchema.safeParse(parsed(text)).data;
    if (report && !found.has(report.name)) found.set(report.name, report);
  }
  return [...found.values()].reverse();
}

/** Nothing is known yet. */
export function makePreflights({ now, folder, onFault }: PreflightsOptions): Preflights {
  let reports: ReadonlyMap<string, KeptPreflight> = new Map();
  let files = 0;
  let loading: Promise<void> | null = null;

  const load = (): Promise<void> => {
    loading ??= (folder === null ? Promise.resolve([]) : lastIn(folder)).then((before) => {
      // What was heard meanwhile is newer.
      const names = new Set(reports.keys());
      const older = before.filter(({ name }) => !names.has(name)).map((one) => [one.name, one] as const);
      reports = new Map([...older, ...reports].slice(-MOST_REPORTS));
    });
    return loading;
  };

  const keep = async (report: Preflight): Promise<void> => {
    const kept = { ...report, atMs: now() };
    const others = [...reports].filter(([name]) => name !== report.name);
    reports = new Map([...others, [report.name, kept] as const].slice(-MOST_REPORTS));
    for (const { id, level, found, todo } of report.checks)
      if (level !== 'green') onFault(fault(`preflight-${level}`, `${report.name}: ${id}`, todo, found));
    if (folder === null || files >= MOST_FILES) return;
    files += 1;
    await replaceFile(folder, fileOf(kept), `${JSON.stringify(kept, null, 2)}\n`).catch((why: unknown) => {
      const found = why instanceof Error ? why.message : String(why);
      onFault(fault('preflight-unkept', folder, 'a folder that can be written', found));
    });
  };

  const place: Place = {
    methods: ['GET', 'POST'],
    asked: 'read',
    serve: async ({ request, response }) => {
      await load();
      if (request.method === 'GET')
        return answer(response, { status: 200, body: { reports: [...reports.values()] } });
      const body = await readBody(request, MAX_REPORT_BYTES);
      if ('fault' in body)
        return answer(response, { status: body.status, body: { fault: body.fault } }, true);
      const report = read(body.text);
      if (!report)
        return answer(response, malformed('body', 'a report of a pre-flight', body.text.slice(0, 80)));
      await keep(report);
      return answer(response, { status: 200, body: { kept: true } });
    },
  };

  return {
    place,
    load,
    marks: () =>
      [...reports.values()].map(({ name, checks, atMs }) => ({ name, level: levelOf(checks), atMs })),
  };
}
