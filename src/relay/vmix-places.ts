// `/api/v1/vmix.json`, `.csv` and `.xml`: the same rows in the three forms that vMix's data sources read.
import { type Answer, answer, malformed } from './answer.ts';
import { instantIn } from './api.ts';
import type { Exchange, Place } from './place.ts';
import type { Standing } from './standing.ts';
import { VMIX_ROWS, type VmixRow, vmixCsv, vmixRows, vmixXml } from './vmix-rows.ts';

type Form = (rows: readonly VmixRow[]) => Answer;

const FORMS: Readonly<Record<string, Form>> = {
  json: (body) => ({ status: 200, body }),
  csv: (rows) => ({
    status: 200,
    body: vmixCsv(rows),
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  }),
  xml: (rows) => ({
    status: 200,
    body: vmixXml(rows),
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  }),
};

function rowsAnswer(standing: Standing, form: Form, { request, route }: Exchange): Answer {
  const asked = route.query.get('rows') ?? 'game';
  const which = VMIX_ROWS.find((one) => one === asked);
  if (which === undefined) return malformed('rows', VMIX_ROWS.join(' or '), asked);
  const atMs = instantIn(standing, route.query);
  if (typeof atMs !== 'number') return atMs;
  const origin = `http://${request.headers.host ?? ''}`;
  return form(vmixRows(standing, which, { atMs, origin }));
}

/** By path. */
export const vmixPlaces = (standing: Standing): readonly (readonly [path: string, place: Place])[] =>
  Object.entries(FORMS).map(([name, form]) => [
    `/api/v1/vmix.${name}`,
    {
      methods: ['GET'],
      asked: 'read',
      serve: (exchange) => answer(exchange.response, rowsAnswer(standing, form, exchange)),
    },
  ]);
