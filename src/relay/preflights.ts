// Reports of pre-flights: the last of each output is kept for the operator, every one on the disk, and what is not green is a Fault.
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { type Preflight, preflightSchema } from '../wire/preflight.ts';
import { answer, malformed } from './answer.ts';
import { readBody } from './body.ts';
import { replaceFile } from './durable-file.ts';
import type { Place } from './place.ts';

/** Outputs whose reports are held at once; the oldest goes. */
export const MOST_REPORTS = 32;
/** Reports written in one run: a page that is loaded over and over must not fill the disk. */
const MOST_FILES = 500;
const MAX_REPORT_BYTES = 16 * 1024;

export type PreflightsOptions = {
  readonly now: () => number;
  /** Where reports are written; null: nowhere. */
  readonly folder: string | null;
  readonly onFault: (fault: Fault) => void;
};

const keptSchema = preflightSchema.extend({ atMs: z.number().describe('When it was heard') });
type Kept = z.infer<typeof keptSchema>;

/** What `GET /api/v1/preflight` answers. */
export const preflightsSchema = z.object({ reports: z.array(keptSchema) });

const fileOf = ({ name, atMs }: Kept): string =>
  `${new Date(atMs).toISOString().replaceAll(':', '-')}_${name.replaceAll(/[^\w-]+/g, '_')}.json`;

function read(text: string): Preflight | null {
  try {
    return preflightSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** `/api/v1/preflight`: a page posts its report, an operator's page reads the last of each output. */
export function preflightPlace({ now, folder, onFault }: PreflightsOptions): Place {
  const reports = new Map<string, Kept>();
  let files = 0;

  const keep = async (report: Preflight): Promise<void> => {
    const kept = { ...report, atMs: now() };
    reports.delete(report.name);
    reports.set(report.name, kept);
    const [oldest] = reports.keys();
    if (reports.size > MOST_REPORTS && oldest !== undefined) reports.delete(oldest);
    for (const { id, level, found, todo } of report.checks)
      if (level !== 'green') onFault(fault(`preflight-${level}`, `${report.name}: ${id}`, todo, found));
    if (folder === null || files >= MOST_FILES) return;
    files += 1;
    await replaceFile(folder, fileOf(kept), `${JSON.stringify(kept, null, 2)}\n`).catch((why: unknown) => {
      const found = why instanceof Error ? why.message : String(why);
      onFault(fault('preflight-unkept', folder, 'a folder that can be written', found));
    });
  };

  return {
    methods: ['GET', 'POST'],
    asked: 'read',
    serve: async ({ request, response }) => {
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
}
