import type { Delegate, House, Place, Scope, Visitor } from '#app/house.ts';
import { isRefusal, refuse, type Refusal } from '#conversation/refusal.ts';
import type { Hub } from '#live/hub.ts';
import type { Desk } from '../desk.ts';
import type { DoorRequest, Reply } from '../door.ts';
import type { Crowds } from '../rehearsing.ts';
import { deviceSecret } from '../session.ts';
import type { Described } from './described.ts';
import type { Contact } from './openapi.ts';

/** What the API is built on: the same house and the same desk as the pages. */
export interface ApiParts {
  readonly house: House;
  readonly hub: Hub;
  readonly desk: Desk;
  readonly crowds: Crowds;
  /** Where people reach this house, without a slash at the end. */
  readonly address: string;
  readonly contact: Contact;
}

/** One way in: what it is called, what it does, and how it stands in the description. One line in `routes.ts` opens it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v1`, as it stands in the description. */
  readonly path: string;
  /** By which scope a token comes in here; without one no token does. */
  readonly scope?: Scope;
  readonly described: Described;
  /** A refusal becomes a problem in the reader's language; nothing when it answers by itself, as a stream does. `delegate`: who asked with a token that has the scope. */
  handle(parts: ApiParts, request: DoorRequest, parameters: Parameters, delegate: Delegate | null): Promise<Reply | Refusal | undefined>;
}
export type Parameters = { readonly [name: string]: string };

export function whoAsks({ house }: ApiParts, { headers, secure }: DoorRequest): Promise<Visitor | null> {
  return house.whoAsks(deviceSecret(headers.cookie, secure));
}

export function placeIn({ conversation = '', seat = '' }: Parameters): Place {
  return { conversation, seat } as Place;
}

/** A seat that is not this visitor's is not there. */
export async function ownPlace(parts: ApiParts, request: DoorRequest, parameters: Parameters): Promise<Place | Refusal> {
  const own = await ownSeat(parts, request, parameters);
  return isRefusal(own) ? own : own.at;
}

/** A seat of the visitor, with who that is. What the seat may do, the house says. */
export interface OwnSeat {
  readonly visitor: Visitor;
  readonly at: Place;
}

export async function ownSeat(parts: ApiParts, request: DoorRequest, parameters: Parameters): Promise<OwnSeat | Refusal> {
  const visitor = await whoAsks(parts, request);
  const at = placeIn(parameters);
  return visitor && (await parts.house.mayReach(visitor, at)) ? { visitor, at } : refuse('notFound');
}

/** A device of an organiser. */
export async function organiserIn(parts: ApiParts, request: DoorRequest): Promise<Visitor | Refusal> {
  const visitor = await whoAsks(parts, request);
  if (!visitor) return refuse('notFound');
  return visitor.organiser ? visitor : refuse('notYourRole');
}

/** The fields of a JSON object that came in, each still to be looked at. */
export async function fieldsOf(request: DoorRequest): Promise<{ readonly [field: string]: unknown } | Refusal> {
  const body = await request.readBody();
  if (!body.ok) return refuse(body.code === 'tooLarge' ? 'tooMuch' : 'wrongShape');
  try {
    const read: unknown = JSON.parse(body.bytes.toString('utf8'));
    return isRecord(read) && !('refused' in read) ? read : refuse('wrongShape');
  } catch {
    return refuse('wrongShape');
  }
}

function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function json(value: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) };
}

export function madePlace({ conversation, seat }: Place, headers: Reply['headers'] = {}): Reply {
  return json({ conversation, seat }, 201, { location: `/v1/conversations/${conversation}/seats/${seat}/view`, ...headers });
}

export const SEAT_HEADER = { Location: { description: 'The views of the seat.', schema: { type: 'string' } } };
