// The other end of obs-websocket 5 for whoever stops it himself, as its protocol document has it and as OBS 29 was seen to answer: hello, authentication, requests and events; a canvas,
// scenes and browser sources in memory.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type Json = Record<string, unknown>;
export type ServedObs = {
  readonly url: string;
  /** Settings by input; what is put here is there. */
  readonly inputs: Map<string, Json>;
  /** What each scene holds; the first is at the bottom of OBS's list. What is put here is there. */
  readonly scenes: Map<string, string[]>;
  readonly requests: readonly { readonly type: string; readonly data: Json }[];
  event(type: string, data: Json): void;
  /** Another scene on program, and with studio mode in preview; told as OBS tells it. */
  scene(program: string, preview?: string | null): void;
  /** Ends every connection. */
  drop(): void;
  /** Takes connections and requests and answers nothing more. */
  hang(): void;
  readonly stop: () => Promise<void>;
};

const PASSWORD_CODE = 4009;
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
const ok = (data?: Json): Reply => ({ code: 100, ...(data ? { data } : {}) });
type Reply = { readonly code: number; readonly data?: Json };
const COMMENTS: Readonly<Record<number, string>> = {
  204: 'Your request type is not valid.',
  600: 'No source was found by that name.',
  601: 'A source already exists by that input name.',
  605: 'Your specified input kind is not supported by OBS.',
};

/** What OBS holds, and how it answers. */
class Obs {
  readonly inputs = new Map<string, Json>();
  readonly scenes = new Map<string, string[]>([['Game', []]]);
  readonly #tell: (type: string, data: Json) => void;
  readonly #hasBrowser: boolean;
  program = 'Game';
  preview: string | null = null;

  constructor(hasBrowser: boolean, tell: (type: string, data: Json) => void) {
    this.#hasBrowser = hasBrowser;
    this.#tell = tell;
  }

  isActive = (input: string): boolean => this.scenes.get(this.program)?.includes(input) === true;
  isShown = (input: string): boolean =>
    this.isActive(input) || this.scenes.get(this.preview ?? '')?.includes(input) === true;

  scene(program: string, preview: string | null): void {
    const before = [...this.inputs.keys()].map((inputName) => this.#state(inputName));
    Object.assign(this, { program, preview });
    this.#tell('CurrentProgramSceneChanged', { sceneName: program });
    for (const { inputName, videoActive, videoShowing } of before) {
      const now = this.#state(inputName);
      if (now.videoShowing !== videoShowing)
        this.#tell('InputShowStateChanged', { inputName, videoShowing: now.videoShowing });
      if (now.videoActive !== videoActive)
        this.#tell('InputActiveStateChanged', { inputName, videoActive: now.videoActive });
    }
  }

  answer(type: string, data: Json): Reply {
    const name = String(data.inputName ?? data.sourceName);
    const scene = this.scenes.get(String(data.sceneName));
    switch (type) {
      case 'GetVideoSettings':
        return ok({ baseWidth: 1920, baseHeight: 1080, fpsNumerator: 50, fpsDenominator: 1 });
      case 'GetSceneList':
        return ok({
          currentProgramSceneName: this.program,
          currentPreviewSceneName: this.preview,
          scenes: [...this.scenes.keys()].map((sceneName, sceneIndex) => ({ sceneIndex, sceneName })),
        });
      case 'GetSceneItemList':
        return scene ? ok({ sceneItems: scene.map((sourceName) => ({ sourceName })) }) : { code: 600 };
      case 'GetCurrentProgramScene':
        return ok({ currentProgramSceneName: this.program });
      case 'GetInputList':
        return ok({ inputs: [...this.inputs.keys()].map((inputName) => ({ inputName })) });
      case 'GetSourceActive':
        return this.inputs.has(name) ? ok(this.#state(name)) : { code: 600 };
      case 'CreateInput':
        return this.#create(name, scene, data.inputSettings as Json);
      case 'CreateSceneItem':
        if (!scene || !this.inputs.has(name)) return { code: 600 };
        scene.push(name);
        this.#tell('SceneItemCreated', { sceneName: data.sceneName, sourceName: name });
        return ok({ sceneItemId: scene.length });
      case 'GetInputSettings':
        return this.inputs.has(name) ? ok({ inputSettings: this.inputs.get(name) }) : { code: 600 };
      case 'SetInputSettings':
        if (!this.inputs.has(name)) return { code: 600 };
        this.inputs.set(name, { ...this.inputs.get(name), ...(data.inputSettings as Json) });
        return ok();
      case 'PressInputPropertiesButton':
        return this.inputs.has(name) ? ok() : { code: 600 };
      default:
        return { code: 204 };
    }
  }

  #state(inputName: string) {
    return { inputName, videoActive: this.isActive(inputName), videoShowing: this.isShown(inputName) };
  }

  #create(name: string, scene: string[] | undefined, settings: Json): Reply {
    if (!this.#hasBrowser) return { code: 605 };
    if (!scene) return { code: 600 };
    if (this.inputs.has(name)) return { code: 601 };
    this.inputs.set(name, { ...settings });
    scene.push(name);
    this.#tell('InputCreated', { inputName: name });
    return ok({ sceneItemId: scene.length });
  }
}

/** What shows the sources: told of what is done to one of them. */
export type Screen = {
  /** It was made, or its settings were changed: these are they. */
  set(input: string, settings: Json): void;
  refresh(input: string): void;
};

export type ObsOptions = {
  readonly password?: string;
  /** False: built without browser sources. */
  readonly hasBrowser?: boolean;
  /** By default nobody looks. */
  readonly screen?: Screen;
};

/** Starts on a free port. */
export async function serveObs({
  password = '',
  hasBrowser = true,
  screen,
}: ObsOptions = {}): Promise<ServedObs> {
  const requests: { type: string; data: Json }[] = [];
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  await once(server, 'listening');
  const identified = new Set<WebSocket>();
  const [salt, challenge] = ['some salt', 'a challenge'];
  let hangs = false;
  const event = (eventType: string, eventData: Json): void => {
    for (const socket of identified) socket.send(JSON.stringify({ op: 5, d: { eventType, eventData } }));
  };
  const obs = new Obs(hasBrowser, event);

  const hear = (socket: WebSocket, { op, d }: { op: number; d: Json }): void => {
    const say = (code: number, words: Json): void => socket.send(JSON.stringify({ op: code, d: words }));
    if (op === 1) {
      const wanted = digest(digest(password + salt) + challenge);
      if (password !== '' && d.authentication !== wanted)
        return socket.close(PASSWORD_CODE, 'Authentication failed.');
      identified.add(socket);
      return say(2, { negotiatedRpcVersion: 1 });
    }
    if (op !== 6 || !identified.has(socket)) return socket.close(4007, 'Not identified');
    const [type, asked] = [String(d.requestType), (d.requestData ?? {}) as Json];
    requests.push({ type, data: asked });
    if (hangs) return;
    const { code, data } = obs.answer(type, asked);
    const input = String(asked.inputName);
    const settings = obs.inputs.get(input);
    if (settings && /^(Create|Set)Input/.test(type)) screen?.set(input, settings);
    if (settings && type === 'PressInputPropertiesButton') screen?.refresh(input);
    const requestStatus = {
      result: code === 100,
      code,
      ...(code === 100 ? {} : { comment: COMMENTS[code] }),
    };
    const { requestId } = d;
    return say(7, { requestType: type, requestId, requestStatus, ...(data && { responseData: data }) });
  };

  server.on('connection', (socket) => {
    socket.on('error', () => {});
    socket.on('close', () => identified.delete(socket));
    socket.on('message', (text: Buffer) =>
      hear(socket, JSON.parse(text.toString()) as { op: number; d: Json }),
    );
    if (hangs) return;
    const proof = password === '' ? {} : { authentication: { salt, challenge } };
    const hello = { obsWebSocketVersion: '5.5.0', rpcVersion: 1, ...proof };
    socket.send(JSON.stringify({ op: 0, d: hello }));
  });
  const drop = (): void => {
    for (const socket of server.clients) socket.terminate();
  };
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inputs: obs.inputs,
    scenes: obs.scenes,
    requests,
    event,
    scene: (program, preview = null) => obs.scene(program, preview),
    drop,
    hang: () => {
      hangs = true;
    },
    stop: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
