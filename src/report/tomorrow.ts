import type { OutcomeDeclaration, Role } from '#conversation/format.ts';
import { isWaiting } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { ReportCard } from './cards.ts';
import type { Report } from './model.ts';
import type { FollowUpReport, OutcomeReport } from './outcomes.ts';
import type { OutcomeView } from './thread.ts';

/** What one owner takes on from tomorrow, and when they are asked about it. */
export interface Tomorrow {
  readonly owner: Owner;
  /** How the format calls who has that role; null for a table. */
  readonly role: Words | null;
  /** Null for an owner of the whole room, and for all tables together. */
  readonly table: number | null;
  /** All who have that role at a table: told to everybody no card has a table. */
  readonly together: boolean;
  readonly parts: readonly { readonly name: Words; readonly cards: readonly ReportCard[] }[];
  readonly asked: readonly FollowUpReport[];
}

/** Who wrote a pledge stands on no sheet: they have it on their own receipt. */
type Owner = Exclude<OutcomeDeclaration['owner'], 'writer'>;

/** One sheet for each owner with something to take on: presenters and those who lead, then table by table. Not what came of a card already (`thread`). */
export function tomorrowOf(report: Report, roles: readonly Role[], thread: readonly Came[]): readonly Tomorrow[] {
  const settled = settledIn(thread);
  const presenter = roles.find(({ task }) => task === 'explain');
  const facilitator = roles.find(({ task }) => task === 'facilitate');
  const sheets = [
    ...(presenter?.per === 'table' ? sheetsPerTable(report, 'presenter', presenter) : [sheetOf(report, 'presenter', presenter)]),
    sheetOf(report, 'facilitator', facilitator),
    ...sheetsPerTable(report, 'table'),
  ];
  return sheets.map((sheet) => stillToDo(sheet, settled)).filter(({ parts, asked }) => parts.length + asked.length > 0);
}

/** What something came to, as far as this needs to know. */
interface Came {
  readonly cards: readonly { readonly id: EntryId }[];
  readonly now: Pick<OutcomeView['now'], 'status'>;
}

/** The cards of which something was made that nobody waits for any more. */
function settledIn(thread: readonly Came[]): ReadonlySet<EntryId> {
  const waiting = new Set(thread.filter(({ now }) => isWaiting(now.status)).flatMap(({ cards }) => cards.map(({ id }) => id)));
  return new Set(thread.flatMap(({ cards }) => cards.map(({ id }) => id).filter((id) => !waiting.has(id))));
}

function stillToDo(sheet: Tomorrow, settled: ReadonlySet<EntryId>): Tomorrow {
  const parts = sheet.parts.map(({ name, cards }) => ({ name, cards: cards.filter(({ id }) => !settled.has(id)) }));
  return { ...sheet, parts: parts.filter(({ cards }) => cards.length > 0) };
}

function sheetsPerTable(report: Report, owner: Owner, role?: Role): readonly Tomorrow[] {
  const tables = new Set(taken(report, owner).flatMap(({ cards }) => cards.flatMap((id) => report.cards[id]?.table ?? [])));
  if (tables.size === 1 && tables.has(0)) return [{ ...sheetOf(report, owner, role), together: true }];
  return [...tables].sort((a, b) => a - b).map((table) => sheetOf(report, owner, role, table));
}

function sheetOf(report: Report, owner: Owner, role: Role | undefined, table: number | null = null): Tomorrow {
  const parts = taken(report, owner).map(({ name, cards }) => ({
    name,
    cards: cards.flatMap((id) => report.cards[id] ?? []).filter((card) => table === null || card.table === table),
  }));
  return {
    owner,
    role: role?.name ?? null,
    table,
    together: false,
    parts,
    asked: report.followUps.filter(({ asks }) => asks === owner),
  };
}

/** What was first said and then said better goes along in its last words alone. */
function taken({ outcomes }: Report, owner: Owner): readonly Pick<OutcomeReport, 'name' | 'cards'>[] {
  const bettered = new Set(outcomes.flatMap(({ changes }) => changes.flatMap(({ before, after }) => (after.length > 0 ? before : []))));
  return outcomes
    .filter((outcome) => outcome.owner === owner && kinds[outcome.kind]?.takenOn)
    .map(({ name, cards, changes }) => {
      const last = changes.flatMap(({ after }) => after);
      return { name, cards: last.length > 0 ? last : cards.filter((id) => !bettered.has(id)) };
    });
}
