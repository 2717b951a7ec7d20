import type { Words } from './words.ts';

/**
 * A format (werkvorm) as plain data that can be read aloud: who meets, in which steps, what they may
 * do in each, who sees it, and what it yields. A conversation plays from its own frozen copy.
 */
export interface Format<Use extends InputUse = InputUse> {
  readonly id: string;
  readonly version: number;
  readonly name: Words;
  readonly purpose: Words;
  readonly evidence: 'high' | 'medium' | 'low';
  /** Shown honestly when the method belongs to others or was reconstructed. */
  readonly inspiredBy?: Words;
  readonly sources: readonly string[];
  /** People in the whole room; warns, never blocks. */
  readonly groupSize: { readonly minimum: number; readonly maximum: number };
  /** Private or health content: such a format asks for https and says why. */
  readonly sensitive: boolean;
  readonly roles: readonly Role[];
  readonly houseRules: readonly Words[];
  readonly mustBePresent: readonly Perspective[];
  readonly settings: readonly Setting[];
  readonly phases: readonly Phase<Use>[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly followUps: readonly FollowUp[];
}

/** `interpret` and `own` are the house's own: no format declares them. */
export type RoleTask =
  | 'takePart'
  | 'facilitate'
  | 'hostTable'
  | 'scribe'
  | 'explain'
  | 'play'
  | 'observe'
  | 'decide'
  | 'coach'
  | 'match'
  | 'edit'
  | 'show'
  | 'interpret'
  | 'own';

export interface Role {
  readonly id: string;
  readonly name: Words;
  readonly task: RoleTask;
  readonly maximum?: number;
  readonly minimum?: number;
  /** Where the maximum and minimum count: in the whole room (also when absent) or at each table. */
  readonly per?: 'room' | 'table';
  readonly perspectives?: readonly Perspective[];
  readonly tips?: readonly Words[];
}

/** The trio that gives colour and shape, and what lies behind "anders". */
export const SIDES = ['resident', 'professional', 'municipality'] as const;
export type Side = (typeof SIDES)[number];
export const PERSPECTIVES = [
  'resident',
  'professional',
  'municipality',
  'relative',
  'client',
  'experienceExpert',
  'youth',
  'parent',
  'volunteer',
  'entrepreneur',
  'civilServant',
  'teamLead',
  'administrator',
  'councillor',
  'freeThinker',
] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** A choice the facilitator makes while preparing; phases may depend on it by `when`. */
export interface Setting {
  readonly id: string;
  readonly label: Words;
  readonly options: readonly { readonly id: string; readonly label: Words; readonly hint?: Words }[];
  readonly standard: string;
}

export type PhaseKind =
  'arrive' | 'inform' | 'note' | 'round' | 'talk' | 'scene' | 'order' | 'choose' | 'workOut' | 'match' | 'break' | 'do' | 'close';

export interface Phase<Use extends InputUse = InputUse> {
  readonly id: string;
  readonly kind: PhaseKind;
  readonly name: Words;
  /** The course of a dinner it belongs to; the menu on the table is made of these. */
  readonly course?: Words;
  readonly minutes: number;
  readonly timer: 'hard' | 'soft' | 'none';
  readonly devices: 'away' | 'onePerTable' | 'each';
  /** What the facilitator says aloud; the room must run on this sentence alone. */
  readonly say: Words;
  readonly grouping: Grouping;
  readonly turn: Turn;
  readonly prompts: readonly Prompt[];
  readonly inputs: readonly Use[];
  readonly visibility: Visibility;
  /** Earlier phases whose shared entries appear here. */
  readonly uses?: readonly string[];
  readonly repeat?: number;
  /** The input (by key) whose cards are presented here, one after the other: the wall shows the one whose turn it is. */
  readonly presents?: string;
  /** The phase happens only when this setting has this value. */
  readonly when?: { readonly setting: string; readonly is: string };
}

export type Grouping =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'groups';
      readonly size: number;
      readonly mix: Mix;
      readonly rotate: 'none' | 'all' | 'hostStays';
      /** With `byTheme`: the input (by key) in which people chose what they will work on. */
      readonly by?: string;
    }
  | { readonly kind: 'circle'; readonly inner?: number }
  | { readonly kind: 'plenary' }
  | { readonly kind: 'carousel'; readonly stations: number }
  | { readonly kind: 'closed'; readonly without: readonly string[] }
  | { readonly kind: 'doorClosed'; readonly size: number };

/** `stay` keeps the tables as they are. */
export type Mix = 'free' | 'lot' | 'diverse' | 'sameRole' | 'byTheme' | 'stay';

export interface Turn {
  readonly kind: 'silent' | 'inTurns' | 'questionsOnly' | 'sayBack' | 'presenterSilent' | 'free' | 'talkingPiece';
  readonly secondsEach?: number;
  readonly listensFirst?: string;
}

export interface Prompt {
  readonly text: Words;
  readonly forRole?: string;
  readonly depth?: 1 | 2 | 3;
}

export interface Visibility {
  readonly who: 'me' | 'pair' | 'group' | 'sameRole' | 'everyone' | 'facilitators' | 'public';
  readonly sender: 'withoutName' | 'perspective' | 'alias' | 'name';
  readonly when: 'atOnce' | 'afterPhase' | 'whenReleased' | 'whenIConsent';
}

/** What people can do in a phase: the shared part. Each input kind adds its own fields (`inputs/<kind>`). */
export interface InputUse {
  /** Unique within the format, so that a later phase can point at it. */
  readonly key: string;
  readonly kind: string;
  readonly late: 'accept' | 'refuse';
  readonly label: Words;
  readonly hint?: Words;
  /** Only these roles may do it; everyone who takes part when absent. */
  readonly roles?: readonly string[];
  /** On the wall as soon as everybody may see it; nobody has to release it first. */
  readonly live?: boolean;
  /** Its `roles` work on it together: each may change what another of them wrote, everywhere or at the same table. */
  readonly sharedBy?: 'role' | 'table';
  /** Words that are only ever for me: they never leave the phone. */
  readonly private?: boolean;
  /** Overrides the visibility of the phase. */
  readonly visibility?: Visibility;
}

export interface OutcomeDeclaration {
  readonly kind: string;
  readonly name: Words;
  /** The inputs (by key) it grows from. */
  readonly from: readonly string[];
  /** How it was said first and how in the end (inputs by key): a report shows both side by side. */
  readonly change?: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly seenBy: 'everyone' | 'facilitators' | 'owner';
  readonly owner: 'table' | 'presenter' | 'writer' | 'facilitator';
}

export interface FollowUp {
  readonly id: string;
  readonly afterDays: number;
  readonly asks: 'writer' | 'presenter' | 'table' | 'facilitator';
  /** The inputs (by key) whose card it comes back to, for whoever wrote that. Absent: a writer is asked about what is theirs to keep, others through who leads. */
  readonly about?: readonly string[];
  readonly question: Words;
  readonly statuses: readonly string[];
  readonly seenBy: 'everyone' | 'facilitators' | 'owner';
}

/** A step of the evening: a phase in one of its repeats. Entries belong to a place, not to a run. */
export interface Step {
  readonly place: Place;
  readonly phase: Phase;
  readonly repeat: number;
}
export type Place = string & { readonly place: true };

export type Choices = { readonly [setting: string]: string };

/** The steps of a conversation in order, with repeats written out and `when` applied. */
export function stepsOf(format: Format, choices: Choices): readonly Step[] {
  return format.phases
    .filter((phase) => !phase.when || choiceOf(format, choices, phase.when.setting) === phase.when.is)
    .flatMap((phase) =>
      Array.from({ length: phase.repeat ?? 1 }, (_, index) => ({
        place: placeOf(phase.id, index + 1),
        phase,
        repeat: index + 1,
      })),
    );
}

export function choiceOf(format: Format, choices: Choices, setting: string): string | undefined {
  return choices[setting] ?? format.settings.find((each) => each.id === setting)?.standard;
}

export function placeOf(phase: string, repeat: number): Place {
  return `${phase}.${repeat}` as Place;
}
