import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#words/language.ts';
import type { Body } from './body.ts';

/** One way in beside the pages, such as the API or a stream. The outer handler has already kept out what may not enter. */
export interface Door {
  /** Called for every request, so cheap: a look at the path. */
  match(path: string, method: string): boolean;
  /** Answers, or returns nothing and answers by itself on `request.response`, as a stream does. */
  handle(request: DoorRequest): Reply | undefined | Promise<Reply | undefined>;
}

export interface DoorRequest {
  readonly method: string;
  /** Still percent-encoded, starts with one slash, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly language: Language;
  /** The address of whoever asks, as far as the settings trust what stands before us. */
  readonly address: string;
  /** Our own origin as this visitor sees it. */
  readonly origin: string;
  /** Whether cookies may be Secure and `__Host-`. */
  readonly secure: boolean;
  /** Reads the body once, never more than the limit. */
  readBody(): Promise<Body>;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}
