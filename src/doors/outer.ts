import type { RequestListener, ServerResponse } from 'node:http';
import type { Settings } from '../settings.ts';
import { addressOf } from './address.ts';
import type { Door, DoorRequest, Reply } from './door.ts';
import { enter } from './enter.ts';
import { isApi, setSecurityHeaders } from './headers.ts';
import type { Hosts } from './hosts.ts';
import { passToPages, type PageHandler } from './pages.ts';
import { refuseAtDoor } from './refuse.ts';
import { EnteredRequest, languageOf, pathOf } from './request.ts';
import { logUnforeseen } from './unforeseen.ts';

export interface OuterDoor {
  readonly settings: Settings;
  readonly hosts: Hosts;
  /** Asked in this order; what none of them takes goes to the pages. */
  readonly doors: readonly Door[];
  readonly pages: PageHandler;
}

/** The one handler in front of everything: pages, API, streams and assets alike. */
export function outerDoor({ settings, hosts, doors, pages }: OuterDoor): RequestListener {
  const { secure } = settings;
  return (incoming, response) => {
    const path = pathOf(incoming);
    setSecurityHeaders(response, path, secure);
    const entrance = enter(incoming, path, hosts);
    if ('refused' in entrance) return send(response, refuseAtDoor(path, languageOf(incoming), entrance.refused));
    const address = addressOf(incoming, settings.trustedProxies);
    const request = new EnteredRequest(incoming, response, { path, origin: entrance.origin, address, secure });
    const door = doors.find((each) => each.match(path, request.method));
    if (door) void answer(door, request);
    else if (isApi(path)) send(response, refuseAtDoor(path, request.language, 'notFound'));
    else passToPages(pages, request);
  };
}

async function answer(door: Door, request: DoorRequest): Promise<void> {
  const { response, path, language } = request;
  try {
    const reply = await door.handle(request);
    if (reply) send(response, reply);
  } catch (error) {
    logUnforeseen(error, 'a door');
    if (response.headersSent) response.destroy();
    else send(response, refuseAtDoor(path, language, 'broken'));
  }
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.writeHead(status).end(body);
}
