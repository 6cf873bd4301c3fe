// What obs-websocket 5 calls things, as far as we need it. Source: obs-websocket protocol 5.x.
import { EventSubscription, type OBSEventTypes } from 'obs-websocket-js/json';

export const OBS_PORT = 4455;
/** A browser source. Source: obs-browser. */
export const BROWSER_SOURCE = 'browser_source';
/** The button of its properties that loads it anew without what was kept. Source: obs-browser. */
export const REFRESH_BUTTON = 'refreshnocache';

/** Why OBS refuses a request. Source: RequestStatus. */
export const REFUSED = { notFound: 600, alreadyThere: 601, unknownKind: 605 } as const;
/** Why OBS closes a connection. Source: WebSocketCloseCode. */
export const AUTHENTICATION_FAILED = 4009;

/** What is listened to: scenes, inputs and what scenes hold; and of what comes often, that a source goes on program or off it, is shown or not. */
export const EVENTS =
  EventSubscription.Config |
  EventSubscription.Scenes |
  EventSubscription.Inputs |
  EventSubscription.SceneItems |
  EventSubscription.Ui |
  EventSubscription.InputActiveStateChanged |
  EventSubscription.InputShowStateChanged;

/** These tell themselves what has changed. */
export const TALLY_EVENTS = ['InputActiveStateChanged', 'InputShowStateChanged'] as const;
/** After all others, what OBS holds is read anew. A setting that was changed is only told by newer ones. */
export const HEARD = [
  'CurrentSceneCollectionChanged',
  'CurrentProfileChanged',
  'SceneListChanged',
  'SceneNameChanged',
  'CurrentProgramSceneChanged',
  'CurrentPreviewSceneChanged',
  'StudioModeStateChanged',
  'InputCreated',
  'InputRemoved',
  'InputNameChanged',
  'InputSettingsChanged',
  'SceneItemCreated',
  'SceneItemRemoved',
  ...TALLY_EVENTS,
] as const satisfies readonly (keyof OBSEventTypes)[];
