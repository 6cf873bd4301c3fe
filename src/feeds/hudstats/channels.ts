// The channels of LiveData, by the provider's names, and the commands that ask for them. Source: HudStats LiveData, Connecting.

/** Teams first: all others speak of sides, and only it says who they are. */
export const CHANNELS = ['teams', 'score', 'in-game', 'incidents', 'outbound-messages'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `subscribe` tells the state and then every change; `get` tells the state once. */
export type Action = 'subscribe' | 'get';

export const isChannel = (name: string | undefined): name is Channel =>
  CHANNELS.some((channel) => channel === name);

export type Command = {
  readonly action: Action;
  readonly channel: Channel;
  readonly token: string;
  readonly fixture: string;
};

/** A command as it is sent. Holds the token: for the socket alone. */
export const commandText = ({ action, channel, token, fixture }: Command): string =>
  JSON.stringify({ action, channel, token, fixture });
