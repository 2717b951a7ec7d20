import { allowed } from '#conversation/allowed.ts';
import type { Situation } from '#conversation/input.ts';
import { isRefusal, refuse, REFUSALS, type RefusalCode } from '#conversation/refusal.ts';
import { scopeReport } from '#report/scope.ts';
import { answers, only, WHEN_DOING } from './described.ts';
import { invitationIn } from './invitation.ts';
import { fieldsOf, json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

/** What somebody reads before they take a seat. */
export const postInvitationOpening: Route = {
  method: 'POST',
  path: '/invitations/openings',
  described: {
    operationId: 'openInvitation',
    tag: 'joining',
    summary: 'Read to what one is invited, before joining',
    description: 'The code or key goes in the body, never in an address. Wrong codes are limited as in joining.',
    open: true,
    body: 'OpeningInvitation',
    answer: answers('OpenedInvitation', 'The conversation, and whether its door is open.'),
    problems: WHEN_DOING,
    schemas: {
      OpeningInvitation: {
        ...only({ code: { type: 'string', maxLength: 60 }, key: { type: 'string', maxLength: 100 } }, []),
        oneOf: [{ required: ['code'] }, { required: ['key'] }],
      },
      OpenedInvitation: only({
        conversation: ref('Id'),
        format: ref('Words'),
        title: { type: ['string', 'null'] },
        rehearsal: { type: 'boolean', description: 'Only to practise.' },
        scope: { type: 'object', required: ['about', 'decides', 'hearBack', 'changes'], additionalProperties: true },
        door: { enum: [...REFUSALS, null], description: 'Why nobody comes in now; null when the door is open.' },
      }),
    },
  },
  async handle(parts, request) {
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const { code, key, ...more } = sent;
    const invitation = Object.keys(more).length > 0 ? null : invitationIn(code, key);
    if (!invitation) return refuse('wrongShape');
    const found = await parts.desk.findInvitation(request.address, invitation);
    if ('refused' in found) return found;
    const visitor = await whoAsks(parts, request);
    if (await parts.house.isTicketOfOthers(visitor, invitation)) return refuse('ticketUsed');
    const { conversation, format, title, rehearsal } = found;
    const read = await parts.house.read(conversation, (situation, words) => ({
      scope: scopeReport(situation.state, words),
      door: whyNotIn(situation),
    }));
    return read ? json({ conversation, format: format.name, title, rehearsal, ...read }) : refuse('notFound');
  },
};

function whyNotIn(situation: Situation): RefusalCode | null {
  const role = situation.state.format.roles.find(({ task }) => task === 'takePart')?.id;
  return role ? allowed(situation, { kind: 'door' }, { type: 'takeSeat', role }, 0) : null;
}
