import type { InputUse, Phase, Visibility } from './format.ts';

/** No id of a format has this sign in it, so that no input of any format, also of an old one, is ever called so. */
export const OPEN_SHEET = 'open_sheet';

/**
 * "Wij doen het anders": the sheet of a table that leaves the form of a step. No format names it: the house lays
 * it ready in every step in which a table makes something together. A sheet is the table's, so it shows no sender.
 */
export function openSheetIn(phase: Phase): InputUse | null {
  const known = remembered.get(phase);
  if (known !== undefined) return known;
  const seen = visibilityOfSheet(phase);
  const sheet = seen && { ...SHEET, visibility: seen, ...(phase.inputs.some(({ live }) => live) && { live: true }) };
  remembered.set(phase, sheet);
  return sheet;
}

/**
 * Whether a table does something together here, so that it can also do it differently: not where the hall meets as
 * one, nor where everybody decides or works for themselves: votes, scores, or writes in silence. What was written on
 * a sheet elsewhere stays a card.
 */
export function tableActsIn({ kind, devices, grouping, turn, inputs, visibility }: Phase): boolean {
  if (devices === 'each' && (turn.kind === 'silent' || inputs.some((use) => use.kind === 'score'))) return false;
  const atTables = devices === 'onePerTable' || (grouping.kind !== 'alone' && grouping.kind !== 'plenary');
  if (!atTables || kind === 'break') return false;
  if (inputs.length === 0) return kind !== 'arrive' && kind !== 'inform' && visibility.who !== 'me';
  return inputs.some((use) => {
    const { who } = use.visibility ?? visibility;
    return use.late === 'accept' && !use.private && use.sharedBy !== 'role' && who !== 'me' && who !== 'facilitators';
  });
}

const SHEET = {
  key: OPEN_SHEET,
  kind: 'card',
  card: 'insight',
  fields: [],
  maxWords: 300,
  late: 'accept',
  label: { nl: 'Open blad', en: 'Open sheet' },
  hint: {
    nl: 'Schrijf op wat jullie tafel wil meegeven, op jullie eigen manier.',
    en: 'Write down what your table wants to pass on, in your own way.',
  },
} as const satisfies InputUse & { readonly [field: string]: unknown };

/** The phases of a format are frozen with it: what follows from one is worked out once. */
const remembered = new WeakMap<Phase, InputUse | null>();

/** As the other words of the step, told to nobody smaller than the table. Where everybody works for themselves there is none. */
function visibilityOfSheet({ kind, visibility, inputs }: Phase): Visibility | null {
  const shared = [visibility, ...inputs.flatMap((use) => use.visibility ?? [])].find(({ who }) => who !== 'me');
  if (kind === 'break' || !shared) return null;
  const who = shared.who === 'pair' || shared.who === 'sameRole' ? 'group' : shared.who;
  return { who, sender: 'withoutName', when: shared.when === 'whenIConsent' ? 'whenReleased' : shared.when };
}
