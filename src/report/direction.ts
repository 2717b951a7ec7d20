import { CONDITIONS, isWaiting, type Condition, type Effect, type OutcomeKinds, type OutcomeStatus } from '#conversation/outcome.ts';
import { partsShown, peopleShown, type Part } from './numbers.ts';

/** How many there are of one theme, kind and status, in which conversations. Never to be shown as it stands: some numbers are of few people. */
export interface OutcomeSum {
  readonly theme: string | null;
  readonly kind: string;
  readonly status: OutcomeStatus;
  readonly count: number;
  readonly conversations: readonly string[];
  /** How many of those who said it notice anything of it. */
  readonly noticed: { readonly [effect in Effect]: number };
}

/** The picture for who directs. */
export interface Direction {
  readonly threads: readonly ThreadOfTheme[];
  readonly signs: readonly Sign[];
  /** Outcomes that are a sign of none of these. */
  readonly others: number;
}

/** One line of the picture: from what we say we stand for, to what people notice. */
export interface ThreadOfTheme {
  /** Null for what has no theme. */
  readonly theme: string | null;
  /** Outcomes that tell how people work from now on. */
  readonly behaviours: number;
  readonly conversations: number;
  readonly outcomes: number;
  /** Of these: what is still owed. */
  readonly waiting: number;
  readonly effect: EffectOfTheme | null;
}
export interface EffectOfTheme {
  readonly total: number;
  readonly yes: Part;
  readonly aLittle: Part;
  readonly no: Part;
}

/** A condition for success: how many signs of it there are, and how many of these came about. */
export interface Sign {
  readonly condition: Condition;
  readonly outcomes: number;
  readonly cameAbout: number;
}

/** `narrowed`: to one place. Then nothing is told of people: it could be taken from the whole to find the rest. */
export function directionOf(sums: readonly OutcomeSum[], kinds: OutcomeKinds, narrowed = false): Direction {
  const threads = threadsOf(sums, kinds);
  return {
    threads: narrowed ? threads.map((thread) => ({ ...thread, effect: null })) : threads,
    signs: signsOf(sums, kinds),
    others: count(sums.filter(({ kind }) => kinds[kind]?.shows === undefined)),
  };
}

function threadsOf(sums: readonly OutcomeSum[], kinds: OutcomeKinds): readonly ThreadOfTheme[] {
  const themes = [...new Set(sums.map(({ theme }) => theme))];
  return themes.map((theme) => {
    const own = sums.filter((sum) => sum.theme === theme);
    return {
      theme,
      behaviours: count(own.filter(({ kind }) => kinds[kind]?.shows === 'workDifferently')),
      conversations: new Set(own.flatMap(({ conversations }) => conversations)).size,
      outcomes: count(own),
      waiting: count(own.filter(({ status }) => isWaiting(status))),
      effect: effectOf(own),
    };
  });
}

function signsOf(sums: readonly OutcomeSum[], kinds: OutcomeKinds): readonly Sign[] {
  return CONDITIONS.map((condition) => {
    const own = sums.filter(({ kind }) => kinds[kind]?.shows === condition);
    return {
      condition,
      outcomes: count(own),
      cameAbout: count(own.filter(({ status }) => status === 'succeeded' || status === 'different')),
    };
  });
}

function count(sums: readonly OutcomeSum[]): number {
  return sums.reduce((total, sum) => total + sum.count, 0);
}

/** Answers of people: a page that others may look at over a shoulder counts as public. */
function effectOf(sums: readonly OutcomeSum[]): EffectOfTheme | null {
  const noticed = { yes: 0, aLittle: 0, no: 0 };
  for (const sum of sums) {
    noticed.yes += sum.noticed.yes;
    noticed.aLittle += sum.noticed.aLittle;
    noticed.no += sum.noticed.no;
  }
  const total = peopleShown(peopleIn(noticed), 'public');
  return total === null || !hidesEnough(sums) ? null : { total, ...partsShown(noticed) };
}

/**
 * Whoever takes what outcomes tell themselves from what is told of their theme, is left with those that are of too few people
 * to tell anything: together these are enough people, or nobody. To who was in the room more outcomes tell something.
 * Of outcomes that come added up it is not known which do.
 */
function hidesEnough(sums: readonly OutcomeSum[]): boolean {
  return (['room', 'public'] as const).every((audience) => {
    const told = sums.filter(({ noticed }) => peopleShown(peopleIn(noticed), audience) !== null);
    const hidden = sums.reduce((people, sum) => people + (told.includes(sum) ? 0 : peopleIn(sum.noticed)), 0);
    return peopleShown(hidden, 'public') !== null || (hidden === 0 && told.every((sum) => sum.count === 1));
  });
}

function peopleIn({ yes, aLittle, no }: OutcomeSum['noticed']): number {
  return yes + aLittle + no;
}
