import { EFFECTS, type OutcomeId } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { textOf } from '#inputs/form.ts';
import { freshId } from '#phone/id.ts';
import { m } from '#words/compiled/messages.js';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Taken } from '#app/house.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { refusedForm } from '../refusedForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const code = event.cookies.get(COOKIE);
  const opened = code === undefined ? null : await event.locals.house.desk.openReceipt(event.getClientAddress(), code);
  if (!opened || 'refused' in opened) return { receipt: null, done: null, renewal: '' };
  // For as long as somebody goes on reading and writing.
  event.cookies.set(COOKIE, code ?? '', { ...options(event), maxAge: HALF_AN_HOUR });
  const { conversation, format, title, endsOn, sealed, published, hearBack, cards, notes, asked, mail } = opened;
  const wasThere = event.locals.visitor?.seats.some((seat) => seat.conversation === conversation) ?? false;
  return {
    receipt: {
      format,
      title,
      endsOn,
      sealed,
      report: published ? `/verslag/${conversation}` : null,
      hearBack,
      cards: cards.map(({ entry, step, use, told, publicId, grown, harvested, quotable, questions, isPromise, together, card }) => ({
        entry,
        step,
        use,
        told,
        inReport: wasThere ? entry : (publicId as EntryId),
        grown,
        harvested,
        quotable,
        questions,
        isPromise,
        together,
        card: card as OwnCardShape,
      })),
      asked: asked.map(({ id, question, on }) => ({ id, question, on })),
      notes,
      mail,
      lookedBefore: event.cookies.get(LOOKED) || null,
    },
    renewal: freshId(),
    done: { what: event.url.searchParams.get('gedaan') ?? '', entry: event.cookies.get(AT) ?? '' },
  };
};

export const actions = {
  async open(event) {
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    const looked = await event.locals.house.desk.lookAtReceipt(event.getClientAddress(), typed);
    if ('refused' in looked) return refusedAt(event, looked, typed);
    event.cookies.set(LOOKED, looked.before ?? '', { ...options(event), maxAge: HALF_AN_HOUR });
    event.cookies.set(COOKIE, typed, { ...options(event), maxAge: HALF_AN_HOUR });
    redirect(303, HERE);
  },
  withdraw: (event) =>
    withCard(event, 'ingetrokken', (address, code, entry) => event.locals.house.desk.withdrawByReceipt(address, code, entry)),
  letGo: (event) => withCard(event, 'losgemaakt', (address, code, entry) => event.locals.house.desk.letGoByReceipt(address, code, entry)),
  async answer(event) {
    const form = await event.request.formData();
    const [entry, followUp, status, words] = ['entry', 'followUp', 'status', 'words'].map((name) => textOf(form, name)) as Filled;
    const reply = { followUp, status, words };
    const taken = await event.locals.house.desk.answerByReceipt(event.getClientAddress(), codeOf(event), entry as EntryId, reply);
    if (!taken.accepted) return refusedForm(event, taken, { code: null, answer: { entry, ...reply } });
    return shown(event, 'geantwoord', entry as EntryId);
  },
  async withdrawAll(event) {
    const taken = await event.locals.house.desk.withdrawAllByReceipt(event.getClientAddress(), codeOf(event));
    if ('refused' in taken) return refusedAt(event, taken);
    redirect(303, `${HERE}?gedaan=alles-ingetrokken`);
  },
  async notice(event) {
    const form = await event.request.formData();
    const [entry, outcome, typed] = [textOf(form, 'entry') as EntryId, textOf(form, 'outcome') as OutcomeId, textOf(form, 'effect')];
    const effect = EFFECTS.find((each) => each === typed);
    if (!effect) return refusedAt(event, refuse('wrongShape'));
    const taken = await event.locals.house.desk.tellEffectByReceipt(event.getClientAddress(), codeOf(event), entry, outcome, effect);
    if (!taken.accepted) return refusedAt(event, taken);
    return shown(event, 'gemerkt', entry);
  },
  async turn(event) {
    const form = await event.request.formData();
    const [entry, outcome, words] = [textOf(form, 'entry') as EntryId, textOf(form, 'outcome') as OutcomeId, textOf(form, 'words')];
    const taken = await event.locals.house.desk.tellTurnByReceipt(event.getClientAddress(), codeOf(event), entry, outcome, words);
    if (!taken.accepted) return refusedForm(event, taken, { code: null, answer: null, turn: { entry, outcome, words } });
    return shown(event, 'verteld', entry);
  },
  async quote(event) {
    const form = await event.request.formData();
    const allows = textOf(form, 'allows') === 'yes';
    const entry = textOf(form, 'entry') as EntryId;
    const taken = await event.locals.house.desk.allowQuoteByReceipt(event.getClientAddress(), codeOf(event), entry, allows);
    if (!taken.accepted) return refusedAt(event, taken);
    return shown(event, allows ? 'citaat' : 'geen-citaat', entry);
  },
  async mail(event) {
    const form = await event.request.formData();
    const wish = { address: textOf(form, 'address').slice(0, 300), language: event.locals.language, news: textOf(form, 'news') === 'yes' };
    const asked = await event.locals.house.desk.mailReceipt(event.getClientAddress(), codeOf(event), wish);
    if ('refused' in asked) return mailRefused(event, asked, 'address', wish.address, wish.news);
    redirect(303, `${HERE}#mail`);
  },
  async confirmMail(event) {
    const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
    const asked = await event.locals.house.desk.confirmReceiptMail(event.getClientAddress(), codeOf(event), typed);
    if ('refused' in asked) return mailRefused(event, asked, 'code', '');
    redirect(303, `${HERE}?gedaan=mail`);
  },
  async stopMail(event) {
    const asked = await event.locals.house.desk.stopReceiptMail(event.getClientAddress(), codeOf(event));
    if ('refused' in asked) return refusedAt(event, asked);
    redirect(303, `${HERE}?gedaan=geen-mail`);
  },
  /** Shown in this answer alone; who loads that anew keeps the code they may have written down. */
  async renew(event) {
    const id = textOf(await event.request.formData(), 'id');
    if (id !== '' && event.cookies.get(RENEWAL) === id) return { code: codeOf(event), sentence: null, answer: null };
    const fresh = await event.locals.house.desk.renewReceipt(event.getClientAddress(), codeOf(event), id);
    if ('refused' in fresh) return refusedAt(event, fresh);
    event.cookies.set(COOKIE, fresh.code, { ...options(event), maxAge: HALF_AN_HOUR });
    event.cookies.set(RENEWAL, id, { ...options(event), maxAge: HALF_AN_HOUR });
    return { code: fresh.code, sentence: null, answer: null };
  },
  close(event) {
    for (const name of [COOKIE, LOOKED, AT, RENEWAL]) event.cookies.delete(name, options(event));
    redirect(303, HERE);
  },
} satisfies Actions;

type Filled = [entry: string, followUp: string, status: string, words: string];

const HERE = '/terugleeskaart';
const COOKIE = 'terugleeskaart';
/** The day on which its holder looked before, for as long as they look now. */
const LOOKED = 'terugleeskaart-eerder';
/** The card with which something was just done. */
const AT = 'terugleeskaart-bij';
/** By which the code was asked that they look with now. */
const RENEWAL = 'terugleeskaart-vernieuwd';
const HALF_AN_HOUR = 30 * 60;
const A_MINUTE = 60;

type ReceiptEvent = Pick<RequestEvent, 'cookies' | 'locals' | 'setHeaders' | 'getClientAddress' | 'request'>;

async function withCard(event: ReceiptEvent, done: string, act: (address: string, code: string, entry: EntryId) => Promise<Taken>) {
  const entry = textOf(await event.request.formData(), 'entry') as EntryId;
  const taken = await act(event.getClientAddress(), codeOf(event), entry);
  if (!taken.accepted) return refusedAt(event, taken);
  return shown(event, done, entry);
}

/** The page again, telling what was done and at which card. Not in the address: whoever logs those could lay the cards of one person together. */
function shown(event: ReceiptEvent, done: string, entry: EntryId): never {
  event.cookies.set(AT, entry, { ...options(event), maxAge: A_MINUTE });
  redirect(303, `${HERE}?gedaan=${done}`);
}

function refusedAt(event: ReceiptEvent, refusal: Refusal, typed = '') {
  const unknown = refusal.refused === 'notFound' ? m.receipt_wrong_code({}, { locale: event.locals.language }) : undefined;
  return refusedForm(event, refusal, { code: null, answer: null, typed }, unknown);
}

function mailRefused(event: ReceiptEvent, refusal: Refusal, field: 'address' | 'code', typed: string, news = false) {
  return refusedForm(event, refusal, { code: null, answer: null, mail: { field, typed, news } });
}

function codeOf({ cookies }: ReceiptEvent): string {
  return cookies.get(COOKIE) ?? '';
}

/** Only these pages get to see it. */
function options({ locals }: ReceiptEvent) {
  return { path: HERE, httpOnly: true, sameSite: 'lax', secure: locals.house.secure } as const;
}
