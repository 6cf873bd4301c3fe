// The other end of vMix's wires for whoever stops it himself, as its documents have them and no more: TCP lines for functions, tally and activators; the state as XML over HTTP.
import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net';

export type ServedVmix = {
  readonly tcpPort: number;
  readonly httpPort: number;
  /** Lines that were heard, without their ends. */
  readonly heard: readonly string[];
  /** Switches an overlay channel and tells whoever has subscribed. */
  overlay(channel: number, input: number, isOn: boolean): void;
  tally(digits: string): void;
  /** Cuts everyone off. */
  drop(): void;
  /** How often someone has connected. */
  readonly connections: number;
  stop(): Promise<void>;
};

/** Free ports of this machine by default. */
export type VmixPlace = { readonly host?: string; readonly tcpPort?: number; readonly httpPort?: number };

const TITLES = ['Camera 1', 'Court &amp; Side', 'Courtside'];

/** Starts it. */
export async function serveVmix({
  host = '127.0.0.1',
  tcpPort = 0,
  httpPort = 0,
}: VmixPlace = {}): Promise<ServedVmix> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const subscribed = new Map<string, Set<Socket>>();
  const overlays = new Map<number, number>();
  let connections = 0;

  const tell = (what: string, line: string): void => {
    for (const socket of subscribed.get(what) ?? []) socket.write(`${line}\r\n`);
  };
  const overlay = (channel: number, input: number, isOn: boolean): void => {
    if (isOn) overlays.set(channel, input);
    else overlays.delete(channel);
    tell('ACTS', `ACTS OK Overlay${channel} ${input} ${isOn ? 1 : 0}`);
  };
  const hear = (socket: Socket, line: string): void => {
    heard.push(line);
    const [command, what = '', query = ''] = line.split(' ');
    if (command === 'SUBSCRIBE') {
      subscribed.set(what, (subscribed.get(what) ?? new Set()).add(socket));
      socket.write(`SUBSCRIBE OK ${what}\r\n`);
      if (what === 'TALLY') socket.write('TALLY OK 000\r\n');
    } else if (command === 'FUNCTION') {
      const [, channel = '', way] = /^OverlayInput(\d)(In|Out)$/.exec(what) ?? [];
      if (way === undefined) return void socket.write(`FUNCTION ER Unknown function ${what}\r\n`);
      socket.write('FUNCTION OK Completed\r\n');
      const input = Number(new URLSearchParams(query).get('Input') ?? overlays.get(Number(channel)));
      overlay(Number(channel), input, way === 'In');
    } else socket.write(`${command} ER\r\n`);
  };

  const tcp = createTcp((socket) => {
    connections += 1;
    sockets.add(socket);
    let rest = '';
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      for (const set of subscribed.values()) set.delete(socket);
    });
    socket.on('data', (piece: string) => {
      const lines = `${rest}${piece}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(socket, line);
    });
  });
  const http = createHttp((_request, response) => {
    const inputs = TITLES.map(
      (title, index) => `<input key="k${index + 1}" number="${index + 1}" type="Browser" title="${title}" />`,
    );
    const on = [1, 2, 3, 4].map((n) => `<overlay number="${n}">${overlays.get(n) ?? ''}</overlay>`);
    response.end(`<vmix><inputs>${inputs.join('')}</inputs><overlays>${on.join('')}</overlays></vmix>`);
  });
  tcp.listen(tcpPort, host);
  http.listen(httpPort, host);
  for (const server of [tcp, http]) if (!server.listening) await once(server, 'listening');
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    httpPort: (http.address() as AddressInfo).port,
    heard,
    overlay,
    tally: (digits) => tell('TALLY', `TALLY OK ${digits}`),
    drop: () => {
      for (const socket of sockets) socket.destroy();
    },
    get connections() {
      return connections;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      for (const server of [tcp, http]) {
        server.close();
        await once(server, 'close');
      }
    },
  };
}
