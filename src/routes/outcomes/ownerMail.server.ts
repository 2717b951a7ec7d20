import type { Asked, Place, Visitor } from '#app/house.ts';
import type { Outcome } from '#conversation/outcome.ts';
import { textOf } from '#inputs/form.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '../refusedForm.server.ts';

type MailEvent = Pick<RequestEvent, 'locals' | 'request' | 'setHeaders' | 'url'>;
interface Asker {
  readonly visitor: Visitor;
  readonly at: Place;
  readonly outcome: Outcome;
}

/** The forms for a mail to who sees to an outcome: on their own page, and on that of whoever leads. */
export function ownerMailActions<Event extends MailEvent>(whoAsks: (event: Event) => Promise<Asker>) {
  return {
    async mail(event: Event) {
      const { visitor, at, outcome } = await whoAsks(event);
      const address = textOf(await event.request.formData(), 'address').slice(0, 300);
      const wish = { address, language: event.locals.language };
      return answered(event, await event.locals.house.app.mailOwner(visitor, at, outcome.id, wish), 'address', address);
    },
    async confirmMail(event: Event) {
      const { visitor, at, outcome } = await whoAsks(event);
      const typed = textOf(await event.request.formData(), 'code').slice(0, 200);
      return answered(event, await event.locals.house.app.confirmOwnerMail(visitor, at, outcome.id, typed), 'code', '');
    },
    async stopMail(event: Event) {
      const { visitor, at, outcome } = await whoAsks(event);
      return answered(event, await event.locals.house.app.stopOwnerMail(visitor, at, outcome.id), 'address', '');
    },
  };
}

function answered(event: MailEvent, asked: Asked, field: 'address' | 'code', typed: string) {
  return 'refused' in asked ? refusedForm(event, asked, { mail: { field, typed } }) : redirect(303, `${event.url.pathname}#mail`);
}
