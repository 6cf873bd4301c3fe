// The data that a template is updated with: JSON, or the templateData XML of CasparCG's own clients. Either comes as text.

/** The fields in a text; none where it is neither. Never throws. Values in XML are text. */
export function readTemplateData(
  text: unknown,
  parseXml: (xml: string) => Document,
): Readonly<Record<string, unknown>> {
  if (typeof text === 'object' && text !== null) return text as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') return {};
  const said = text.trim();
  if (said.startsWith('<')) return fieldsOf(parseXml(said));
  try {
    const read: unknown = JSON.parse(said);
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** Source: CasparCG templateData: `componentData` by `id`, each with `data` of a `value`. A text node stands in where a client writes one. */
function fieldsOf(xml: Document): Readonly<Record<string, unknown>> {
  const fields: Record<string, string> = {};
  for (const component of xml.querySelectorAll('componentData')) {
    const id = component.getAttribute('id');
    if (id === null || id === '') continue;
    const data = component.querySelector('data');
    fields[id] = data?.getAttribute('value') ?? data?.textContent ?? component.textContent ?? '';
  }
  return fields;
}
