import type { TextSlot } from '../action.ts';
import type { Phase } from '../format.ts';
import { BESIDE_TAGS, isBeside, type Beside } from '../languages.ts';
import { slotsOf } from '../translated.ts';
import type { Language } from '../words.ts';
import { refuse } from '../refusal.ts';
import { happened, newText, type DecidersFor } from './context.ts';

/** What a facilitator lays ready before the doors open, and may still adapt later. */
export const preparing: DecidersFor<'choose' | 'setMinutes' | 'promise' | 'adaptText' | 'chooseLanguages' | 'setTables' | 'open'> = {
  choose({ state }, { setting, option }) {
    const known = state.format.settings.find((each) => each.id === setting)?.options.some((each) => each.id === option);
    return known ? happened([{ type: 'choiceMade', setting, option }]) : refuse('unknownChoice');
  },

  setMinutes({ state }, { phase, minutes }) {
    if (!state.format.phases.some((each) => each.id === phase)) return refuse('notInThisStep');
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) return refuse('tooManyMinutes', { maximum: MOST_MINUTES });
    return happened([{ type: 'minutesSet', phase, minutes }]);
  },

  promise({ state }, { phase, at }) {
    if (!state.format.phases.some((each) => each.id === phase)) return refuse('notInThisStep');
    if (at !== null && !(Number.isInteger(at) && at >= 0 && at < MINUTES_OF_A_DAY)) return refuse('wrongShape');
    return happened([{ type: 'promised', phase, at }]);
  },

  adaptText({ state, chance }, { phase, slot, language, words }) {
    const known = state.format.phases.find((each) => each.id === phase);
    if (!known || !mayBeSaid(known, slot, language)) return refuse('notInThisStep');
    const key = `${phase}/${slot}/${language}`;
    const text = newText(chance, words);
    const before = state.adapted[key];
    return happened([{ type: 'textAdapted', slot: key, text: text?.id ?? null }], {
      texts: text ? [text] : [],
      erased: before ? [before] : [],
    });
  },

  chooseLanguages(_, { beside, wall }) {
    const chosen = BESIDE_TAGS.filter((tag) => beside.includes(tag));
    return wall === null || chosen.includes(wall) ? happened([{ type: 'languagesChosen', beside: chosen, wall }]) : refuse('unknownChoice');
  },

  setTables(_, { count }) {
    const fits = Number.isInteger(count) && count >= 1 && count <= MOST_TABLES;
    return fits ? happened([{ type: 'tablesSet', count }]) : refuse('unknownTable', { maximum: MOST_TABLES });
  },

  open({ state, circumstances }) {
    const tables = state.tables.length === 0 ? [{ type: 'tablesSet' as const, count: state.tableCount }] : [];
    return happened([...tables, { type: 'opened', at: circumstances.now }]);
  },
};

/** In other languages only what everybody reads; who leads says it in a language of the house. */
function mayBeSaid(phase: Phase, slot: TextSlot, language: Language | Beside): boolean {
  if (isBeside(language)) return slotsOf(phase).some((each) => each.slot === slot);
  return slot === 'say' || slot === 'prompt' || slot === 'name';
}

const MOST_MINUTES = 480;
const MINUTES_OF_A_DAY = 1440;
const MOST_TABLES = 1000;
