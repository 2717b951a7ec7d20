import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks exactly this, also with headers that `fetch` keeps to itself such as Host and Origin. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    const outgoing = httpRequest(url, { method, headers: { ...lengthOf(body, headers), ...headers } }, (incoming) => {
      text(incoming).then((said) => answered({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: said }), failed);
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

/** Node leaves it out for methods that seldom have a body, and the body would then be read as a second request. */
function lengthOf(body: Question['body'], headers: Question['headers'] = {}): Record<string, string> {
  return body === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}

/** Sends these bytes as they are and reads until the other side closes. */
export function askRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.end(bytes);
  return text(socket);
}
