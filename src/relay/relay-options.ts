// What a relay is made of: everything that it needs is given to it.
import type { Timekeeper } from '../feeds/feed.ts';
import type { Fault } from '../game/fault.ts';
import type { RuleSetName } from '../game/rules.ts';
import type { WithHosts } from './hosts/hosts.ts';
import type { HttpLimits } from './http.ts';
import type { LookFolder } from './look-folder.ts';
import type { ShowFile } from './show-file.ts';
import type { Graphics } from './standing.ts';
import type { Tuning } from './tuner.ts';
import type { WorkshopGiven } from './workshop.ts';

export type RelayOptions = Tuning &
  WorkshopGiven &
  WithHosts & {
    readonly time: Timekeeper;
    readonly version: string;
    readonly rules: RuleSetName;
    readonly graphics: Graphics;
    readonly pagesFolder: string;
    /** An address or name to listen on, and a port; 0 takes any that is free. */
    readonly host: string;
    readonly port: number;
    /** This machine's addresses: what pages may call us beyond loopback. */
    readonly addresses: readonly string[];
    readonly controlToken?: string | undefined;
    /** Origins of other hosts' pages that may listen: see the doors. */
    readonly guests?: readonly string[];
    /** What must never be told: no Fault, no tape and no health holds one of these. */
    readonly secrets: readonly (string | undefined)[];
    /** Keeps the show between runs; without it the show begins empty. */
    readonly showFile?: (onFault: (fault: Fault) => void) => ShowFile;
    /** How things look; without it there is no theme but the pages' own, and no table of teams. */
    readonly look?: (onFault: (fault: Fault) => void, onLook: () => void) => LookFolder;
    /** Where cuts of tapes are put; without it beside the tape. */
    readonly cutsFolder?: string;
    /** Other bounds for HTTP than the usual ones. */
    readonly limits?: Partial<HttpLimits>;
    /** One line for whoever watches the process; holds no secret. */
    readonly log: (line: string) => void;
  };
