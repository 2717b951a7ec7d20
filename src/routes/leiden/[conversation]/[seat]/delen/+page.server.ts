import type { HandedLink, LinkId, Place } from '#app/house.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { redirect } from '@sveltejs/kit';
import { joinAddress } from '../../../../joinAddress.ts';
import { shownLink } from '../../../../link.server.ts';
import { qrOf } from '../../../../qr.server.ts';
import { lead, whoLeads, type LeadEvent, type LeadingAt } from '../../../leading.server.ts';
import { onlyHere } from '../../../onlyHere.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../../../../refusedForm.server.ts';

export const load: PageServerLoad = async (event) => {
  const { visitor, at, situation } = await whoLeads(event);
  const { app, address } = event.locals.house;
  const code = await app.joinCode(visitor, at);
  const links = await app.linksTo(visitor, at);
  return {
    ...at,
    ticket: freshId(),
    address: new URL(address).host,
    onlyHere: onlyHere(address),
    doorShut: situation.state.doorShut,
    preparing: situation.state.status === 'preparing',
    join: isRefusal(code) ? null : { code: code.code, qr: qrOf(joinAddress(address, code.secret)) },
    links: isRefusal(links) ? [] : links.map(({ id, kind }) => ({ id, kind })),
  };
};

export const actions: Actions = {
  do: lead,

  async renew(event) {
    const { visitor, at } = await whoLeads(event);
    const code = await event.locals.house.app.renewJoinCode(visitor, at);
    return isRefusal(code) ? refusedForm(event, code, {}) : redirect(303, event.url.pathname);
  },

  wall: (event) => hand(event, 'wall', '/zaal/open'),
  coFacilitator: (event) => hand(event, 'coFacilitator', '/leiden/begin'),

  /** On this very device; a wall that it opened before is opened again. */
  async wallHere(event) {
    const { visitor, at } = await whoLeads(event);
    const known = await knownWall(event, { visitor, at });
    if (known) redirect(303, wallPath(known));
    const { app } = event.locals.house;
    const link = await app.wallLink(visitor, at);
    const entrance = isRefusal(link) ? link : await app.useLink(visitor, link.secret);
    if (isRefusal(entrance) || !entrance.at) return refusedForm(event, isRefusal(entrance) ? entrance : { refused: 'notFound' }, {});
    redirect(303, wallPath(entrance.at));
  },

  async revoke(event) {
    const { visitor, at } = await whoLeads(event);
    const form = await event.request.formData();
    const done = await event.locals.house.app.revokeLink(visitor, textOf(form, 'link') as LinkId, at);
    return isRefusal(done) ? refusedForm(event, done, {}) : redirect(303, event.url.pathname);
  },
};

async function hand(event: LeadEvent, kind: 'wall' | 'coFacilitator', path: string) {
  const { visitor, at } = await whoLeads(event);
  const { app, address } = event.locals.house;
  const link: HandedLink | Refusal = kind === 'wall' ? await app.wallLink(visitor, at) : await app.coFacilitatorLink(visitor, at);
  return isRefusal(link) ? refusedForm(event, link, {}) : { kind, link: shownLink(`${address}${path}`, link.secret) };
}

async function knownWall({ locals }: LeadEvent, { visitor, at }: LeadingAt): Promise<Place | undefined> {
  const links = await locals.house.app.linksTo(visitor, at);
  const walls = isRefusal(links) ? [] : links.filter(({ kind }) => kind === 'wall');
  return visitor.seats.find(({ conversation, link }) => conversation === at.conversation && walls.some(({ id }) => id === link));
}

function wallPath({ conversation, seat }: Place): string {
  return `/zaal/${conversation}/${seat}`;
}
