import type { ConversationId, LinkId, ListedConversation, OrganiserId, Visitor } from '#app/house.ts';
import { roleOf } from '#conversation/lookup.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { textOf } from '#inputs/form.ts';
import { owedIn } from '#report/afterwards.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { shownLink } from '../link.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedForm } from '../refusedForm.server.ts';
import { rehearsalToOffer } from './rehearse.server.ts';

export const load: PageServerLoad = async ({ locals }) => {
  const { visitor, house } = locals;
  const own = visitor?.organiser ? await house.app.listConversations(visitor) : [];
  const shared = visitor ? await ledBeside(locals, visitor, own) : [];
  if (!visitor?.organiser && shared.length === 0) redirect(303, '/leiden/begin');
  const links = visitor ? await house.app.organiserLinks(visitor) : [];
  return {
    isOrganiser: visitor?.organiser != null,
    toRehearse: visitor?.organiser ? rehearsalToOffer(locals) : null,
    conversations: own.map(({ createdAt, ...each }) => ({ ...each, createdAt: createdAt.getTime() })),
    shared,
    askedAbout: visitor ? await house.app.library.askedAbout(visitor) : [],
    colleagues: links.filter(({ organiser }) => organiser !== visitor?.organiser).map(({ id }) => id),
  };
};

export const actions: Actions = {
  /** To the seat of the organiser, on whatever device. */
  async open(event) {
    const form = await event.request.formData();
    const at = await event.locals.house.app.enterAsOrganiser(organiserOf(event), textOf(form, 'conversation') as ConversationId);
    if (isRefusal(at)) return refusedForm(event, at, {});
    redirect(303, `/leiden/${at.conversation}/${at.seat}${form.get('to') === 'prepare' ? '/voorbereiden' : ''}`);
  },

  /** Only what was never open. */
  async discard(event) {
    const form = await event.request.formData();
    const done = await event.locals.house.app.discard(organiserOf(event), textOf(form, 'conversation') as ConversationId);
    return isRefusal(done) ? refusedForm(event, done, {}) : { discarded: true as const };
  },

  link: (event) => hand(event, 'myself'),
  colleague: (event) => hand(event, 'colleague'),

  /** This device keeps its way in; every other way to these conversations goes, tokens too. */
  async renew(event) {
    const link = await event.locals.house.app.renewOrganiserLink(organiserOf(event));
    if (isRefusal(link)) return refusedForm(event, link, {});
    return { for: 'myself' as const, link: shownLink(`${event.locals.house.address}/leiden/begin`, link.secret) };
  },

  async revoke(event) {
    const form = await event.request.formData();
    const done = await event.locals.house.app.revokeLink(organiserOf(event), textOf(form, 'link') as LinkId, null);
    return isRefusal(done) ? refusedForm(event, done, {}) : { revoked: true as const };
  },
};

async function hand(event: RequestEvent, forWhom: 'myself' | 'colleague') {
  const link = await event.locals.house.app.organiserLink(organiserOf(event), forWhom);
  if (isRefusal(link)) return refusedForm(event, link, {});
  return { for: forWhom, link: shownLink(`${event.locals.house.address}/leiden/begin`, link.secret) };
}

function organiserOf({ locals }: Pick<RequestEvent, 'locals'>): Visitor & { readonly organiser: OrganiserId } {
  const { visitor } = locals;
  if (!visitor?.organiser) error(404);
  return { ...visitor, organiser: visitor.organiser };
}

/** Conversations of others that this device leads too. */
async function ledBeside({ house }: App.Locals, visitor: Visitor, own: readonly ListedConversation[]) {
  const seats = visitor.seats.filter(({ conversation }) => !own.some(({ id }) => id === conversation));
  const found = await Promise.all(
    seats.map(({ conversation, seat }) =>
      house.app.read(conversation, (situation, words) => {
        const { state } = situation;
        const known = state.seats.get(seat);
        const leads = known && roleOf(state, known)?.task === 'facilitate';
        const title = state.scope.title && words(state.scope.title);
        const owed = owedIn(situation, house.app.today());
        return leads ? { conversation, seat, title, formatName: state.format.name, status: state.status, owed } : null;
      }),
    ),
  );
  return found.filter((each) => each !== null);
}
