// What relay and pages say of the hosts that show our outputs: whether OBS and vMix are there, what of ours they hold, and which output is on program in them.
import { z } from 'zod';

/** `program`: its host has it on air. `preview`: the host shows it, not on air. `off`: open in the host and shown nowhere. */
const TALLIES = ['program', 'preview', 'off'] as const;
export type TallyWord = (typeof TALLIES)[number];

/** An output's tally as its host has it, and who told: OBS or vMix to the relay, or OBS to the page itself. */
export const hostTallySchema = z.object({
  state: z.enum(TALLIES),
  by: z.enum(['OBS', 'vMix', 'page']),
});
export type HostTally = Readonly<z.infer<typeof hostTallySchema>>;

/** What OBS has told a page of its own source; null for what it has not told yet. Source: obs-browser, `obsSourceVisibleChanged`, `obsSourceActiveChanged`. */
export const obsWitnessSchema = z.object({
  visible: z.boolean().nullable(),
  active: z.boolean().nullable(),
});
export type ObsWitness = Readonly<z.infer<typeof obsWitnessSchema>>;

/** `looking`: it is tried again and again. `refused`: the password is wrong or missing. */
const LINK_STATES = ['looking', 'refused', 'open'] as const;

export const wrongSettingSchema = z.object({
  key: z.string(),
  found: z.string(),
  wanted: z.string(),
  why: z.string(),
});

/** A browser source of OBS that shows one of our outputs. */
export const obsSourceSchema = z.object({
  /** Its name in OBS, and the name of the output that it shows. */
  input: z.string(),
  output: z.string(),
  /** The scenes that hold it. */
  scenes: z.array(z.string()),
  tally: z.enum(TALLIES),
  wrong: z.array(wrongSettingSchema),
  /** `gone`: it was loaded anew and has not come back. */
  page: z.enum(['reports', 'silent', 'refreshed', 'gone', 'asleep']),
});
export type ObsSourceInfo = Readonly<z.infer<typeof obsSourceSchema>>;

/** Several sources of OBS show that output, and fewer of its pages are connected. */
export const obsShortSchema = z.object({
  output: z.string(),
  sources: z.number().int(),
  connected: z.number().int(),
});
export type ObsShort = Readonly<z.infer<typeof obsShortSchema>>;

/** For an operator. */
export const shortWords = ({ sources, connected }: ObsShort): string =>
  `${sources} sources in OBS, ${connected} connected`;

export const obsInfoSchema = z.object({
  /** Where it is looked for: host and port. */
  at: z.string(),
  link: z.enum(LINK_STATES),
  /** Why it is not open, for an operator; empty where it is. */
  why: z.string(),
  canvas: z.object({ width: z.number(), height: z.number(), fps: z.number() }).nullable(),
  /** As OBS lists them, the first at the top. */
  scenes: z.array(z.string()),
  program: z.string().nullable(),
  /** Null outside of studio mode. */
  preview: z.string().nullable(),
  sources: z.array(obsSourceSchema),
  /** Outputs of which a page is missing; absent for none. */
  short: z.array(obsShortSchema).optional(),
});
export type ObsInfo = Readonly<z.infer<typeof obsInfoSchema>>;

export const vmixInfoSchema = z.object({
  at: z.string(),
  link: z.enum(LINK_STATES),
  why: z.string(),
  /** The browser input as it was named, and its number in vMix; null while it is not found. */
  input: z.string(),
  number: z.number().int().nullable(),
  /** The output that it shows. */
  output: z.string(),
  overlay: z.number().int(),
  leads: z.enum(['both', 'take', 'vmix']),
  tally: z.enum(TALLIES).nullable(),
});
export type VmixInfo = Readonly<z.infer<typeof vmixInfoSchema>>;

/** Null: not looked for. */
export const hostsInfoSchema = z.object({ obs: obsInfoSchema.nullable(), vmix: vmixInfoSchema.nullable() });
export type HostsInfo = Readonly<z.infer<typeof hostsInfoSchema>>;

/** What no program can set in OBS: it is asked of the operator, with why. */
export const BLENDING_BY_HAND =
  'By hand, once: right-click the source, Blending Method, SRGB Off: soft edges then look as they were drawn.';

const name = z.string().min(1).max(256);

/**
 * An order to OBS. `add`: the output as a new source of a scene (the one on program by default). `correct`: every wrong setting of a source put right. `refresh`:
 * its page loaded anew. `look`: asked anew, also where it had refused.
 */
export const hostOrderSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    output: z.string().trim().min(1).max(64),
    scene: name.optional(),
  }),
  z.strictObject({ do: z.literal('correct'), input: name }),
  z.strictObject({ do: z.literal('refresh'), input: name }),
  z.strictObject({ do: z.literal('look') }),
]);
export type HostOrder = Readonly<z.infer<typeof hostOrderSchema>>;

/** What was done, one sentence each, and how the hosts stand now. */
export const hostAnswerSchema = z.object({ told: z.array(z.string()), hosts: hostsInfoSchema });
