// What SPX reads of a template: where it plays, and its form. Source: SPX's template definition, and its OGraf importer (version 1.4).
import type { Graphic, LayerName } from '../../stage/graphic.ts';
import { type FormField, formOf } from '../alone/form.ts';
import { stepCountOf } from '../alone/hosted.ts';

/** SPX has few layers: graphics that are never on air together share one. */
const LAYER: Readonly<Partial<Record<LayerName, number>>> = {
  floor: 1,
  chart: 2,
  full: 2,
  lower: 3,
  bug: 4,
  clock: 5,
  test: 5,
};

const TOP_LAYER = 5;

type SpxField = {
  readonly field: string;
  readonly ftype: 'textfield' | 'textarea' | 'dropdown' | 'number' | 'checkbox' | 'color' | 'divider';
  readonly title: string;
  /** Everything is text in SPX. */
  readonly value: string;
  readonly items?: readonly { readonly text: string; readonly value: string }[];
};

/** Where a graphic plays in SPX: of a template's definition, and of an OGraf manifest's `v_spx`. */
export function spxPlace({ layer }: Pick<Graphic, 'layer'>) {
  const number = String(LAYER[layer] ?? TOP_LAYER);
  return {
    playserver: 'OVERLAY',
    playchannel: '1',
    playlayer: number,
    webplayout: number,
    out: 'manual',
    uicolor: number,
  } as const;
}

function spxField(field: FormField): SpxField {
  const head = { field: field.name, title: field.label };
  switch (field.type) {
    case 'boolean':
      return { ...head, ftype: 'checkbox', value: field.default ? '1' : '0' };
    case 'integer':
      return { ...head, ftype: 'number', value: String(field.default) };
    case 'colour':
      return { ...head, ftype: 'color', value: field.default };
    case 'text':
      return { ...head, ftype: field.long ? 'textarea' : 'textfield', value: field.default };
    case 'choice':
      return {
        ...head,
        ftype: 'dropdown',
        value: field.default,
        items: field.choices.map((value) => ({ text: value === '' ? '-' : value, value })),
      };
    default: {
      const never: never = field;
      return never;
    }
  }
}

const divider = (title: string): SpxField => ({
  field: `divider-${title.toLowerCase()}`,
  ftype: 'divider',
  title,
  value: '',
});

/** `window.SPXGCTemplateDefinition` of a graphic. */
export function spxDefinition(graphic: Graphic) {
  const form = formOf(graphic).filter(({ name }) => name !== 'tape' && name !== 'tapeFromMs');
  const inGroup = (group: FormField['group']): readonly SpxField[] =>
    form.filter((field) => field.group === group).map(spxField);
  const told = inGroup('told');
  return {
    description: graphic.name,
    ...spxPlace(graphic),
    dataformat: 'json',
    steps: String(stepCountOf(graphic)),
    DataFields: [
      ...inGroup('option'),
      divider('Source'),
      ...inGroup('source'),
      ...(told.length > 0 ? [divider('By hand'), ...told] : []),
    ],
  };
}
