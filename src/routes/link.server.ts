import type { Entrance } from '#app/house.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { m } from '#words/compiled/messages.js';
import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { knownVisitor } from './device.server.ts';
import { qrOf, type QrCode } from './qr.server.ts';
import { refusedForm } from './refusedForm.server.ts';

/** Uses a link once, by POST: it came in the fragment, or was pasted. Where it leads, the visitor goes. */
export async function openLink(event: RequestEvent): Promise<ActionFailure<{ part: 'link'; sentence: string }>> {
  const secret = secretIn(textOf(await event.request.formData(), 'link'));
  const { app } = event.locals.house;
  const entrance: Entrance | Refusal =
    secret !== '' && (await app.isLink(secret)) ? await app.useLink(await knownVisitor(event), secret) : { refused: 'notFound' };
  if ('refused' in entrance) {
    const unknown = entrance.refused === 'notFound' ? m.link_unknown({}, { locale: event.locals.language }) : undefined;
    return refusedForm(event, entrance, { part: 'link' as const }, unknown);
  }
  redirect(303, whereTo(entrance));
}

/** A link as its maker sees it, once. */
export interface ShownLink {
  readonly address: string;
  readonly qr: QrCode;
}

export function shownLink(address: string, secret: string): ShownLink {
  const whole = `${address}#${secret}`;
  return { address: whole, qr: qrOf(whole) };
}

function secretIn(pasted: string): string {
  return (pasted.split('#').at(-1) ?? '').trim();
}

function whereTo({ kind, at }: Entrance): string {
  if (!at) return '/leiden';
  return `/${DOORS[kind] ?? 'leiden'}/${at.conversation}/${at.seat}`;
}

const DOORS: { readonly [kind in Entrance['kind']]?: string } = { wall: 'zaal', owner: 'antwoord' };
