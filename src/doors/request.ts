import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLanguage, type Language } from '#words/language.ts';
import { readBody, type Body } from './body.ts';
import type { DoorRequest } from './door.ts';

/** A request that may enter. What few doors ask for is worked out only when asked. */
export class EnteredRequest implements DoorRequest {
  readonly method: string;
  readonly path: string;
  readonly origin: string;
  readonly address: string;
  readonly secure: boolean;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;

  constructor(
    incoming: IncomingMessage,
    response: ServerResponse,
    known: { path: string; origin: string; address: string; secure: boolean },
  ) {
    this.method = incoming.method ?? 'GET';
    this.path = known.path;
    this.origin = known.origin;
    this.address = known.address;
    this.secure = known.secure;
    this.incoming = incoming;
    this.response = response;
  }

  get headers(): IncomingMessage['headers'] {
    return this.incoming.headers;
  }

  get language(): Language {
    return languageOf(this.incoming);
  }

  get query(): URLSearchParams {
    const url = this.incoming.url ?? '';
    const start = url.indexOf('?');
    return new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  }

  readBody(): Promise<Body> {
    return readBody(this.incoming);
  }
}

export function languageOf({ headers }: IncomingMessage): Language {
  return chooseLanguage(headers.cookie, headers['accept-language']);
}

export function pathOf({ url = '/' }: IncomingMessage): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
