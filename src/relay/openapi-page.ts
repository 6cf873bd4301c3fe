// The header by which whatever a desk posts is held to the role of whoever sits there, described once for all paths.
import { PAGE_HEADER } from '../wire/seat.ts';

export const PAGE_PARAMETER = {
  name: PAGE_HEADER,
  in: 'header',
  description:
    'The desk that it comes from, as it names itself over its link; refused while an observer sits there',
  schema: { type: 'string', maxLength: 64 },
};
