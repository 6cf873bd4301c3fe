// Keeps zod from compiling its checks: a page's policy forbids that, and a browser reports even the try. Import it before anything that has a schema.
import { z } from 'zod';

z.config({ jitless: true });
