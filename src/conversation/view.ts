import { channelName, type ChannelId, type FlatView } from './channel.ts';
import type { Situation } from './input.ts';
import { interpretsFor, tableWith } from './interpreting.ts';
import { currentStep, outsideOf, roleOf, takesPart } from './lookup.ts';
import type { Seat, SeatId, State } from './state.ts';
import { everyoneView, outsideView } from './views/everyone.ts';
import { facilitatorView } from './views/facilitator.ts';
import { meView } from './views/me.ts';
import { tableView } from './views/table.ts';
import { wallView } from './views/wall.ts';
import type { WordsOf } from './words.ts';

/** The audiences a seat belongs to, in the order they are sent. */
export function channelsOf({ state }: Situation, id: SeatId): readonly ChannelId[] {
  const seat = state.seats.get(id);
  const role = seat && roleOf(state, seat);
  if (!seat || !role) return [];
  if (role.task === 'show') return ['wall'];
  if (role.task === 'own') return [];
  const all = staysOutside(state, seat) ? 'outside' : 'everyone';
  if (role.task === 'facilitate') return [all, 'facilitator', `me/${id}`];
  const table = tableWith(state, seat);
  if (all === 'outside' || (!takesPart(role) && table === 0)) return [all, `me/${id}`];
  return [all, `table/${table}`, `me/${id}`];
}

/** No view of a closed step is built for the roles it names, nor for who interprets for them. */
function staysOutside(state: State, seat: Seat): boolean {
  return outsideOf(currentStep(state)).includes((interpretsFor(state, seat) ?? seat).role);
}

export function channelView(situation: Situation, channel: ChannelId, words: WordsOf): FlatView {
  if (channel === 'outside') return outsideView(situation, words);
  const name = channelName(channel);
  if (name === 'everyone') return everyoneView(situation, words);
  if (name === 'facilitator') return facilitatorView(situation, words);
  if (name === 'wall') return wallView(situation, words);
  const rest = channel.slice(name.length + 1);
  return name === 'table' ? tableView(situation, Number(rest), words) : meView(situation, rest as SeatId, words);
}
