import type { TableNumber } from './state.ts';
import type { Json, Words } from './words.ts';

/** What a secret vote can come to on paper: among what, and how much one person can give. */
export interface OnPaper {
  /** Null: the cards of earlier inputs. */
  readonly options: readonly { readonly id: string; readonly label: Words }[] | null;
  readonly perOption: number;
  readonly perPerson: number;
}

/** So many ballots can be told together: fewer would tell who chose what. */
export const FEWEST_BALLOTS = 5;

/** How far a table's paper is: counted by one person, by two who found the same, or by two who did not. */
export type PaperStanding = 'one' | 'same' | 'differs';

/** The paper of one table as one person counted it. It lies in the box among the ballots and goes with them: no log holds it. */
export type PaperCount = {
  readonly paper: {
    readonly table: TableNumber;
    readonly people: number;
    readonly counts: Counts;
    /** Counted by somebody who leads, and so may know the paper of other tables too. */
    readonly leads?: true;
  };
};
type Counts = { readonly [option: string]: number };

export function paperCount(table: TableNumber, people: number, given: Counts, leads = false): PaperCount {
  const counts = Object.fromEntries(Object.entries(given).filter(([, count]) => count > 0));
  return { paper: { table, people, counts, ...(leads && { leads }) } };
}

/** The table this is a count of; null for the ballot of a person. */
export function tableOfPaper(choice: Json): TableNumber | null {
  return isPaper(choice) ? choice.paper.table : null;
}

export function standingIn(box: readonly Json[], table: TableNumber): PaperStanding | null {
  const counts = box.filter(isPaper).filter(({ paper }) => paper.table === table);
  if (counts.length < 2) return counts.length === 1 ? 'one' : null;
  return agreed(counts) ? 'same' : 'differs';
}

/** What lies in the box: the ballots of people, and the paper of each table of which two people found the same. */
export function opened(box: readonly Json[]): OpenedBox {
  const papers = box.filter(isPaper);
  const tables = [...new Set(papers.map(({ paper }) => paper.table))];
  return {
    ballots: box.filter((choice) => !isPaper(choice)),
    paper: tables.flatMap((table) => {
      const counts = papers.filter(({ paper }) => paper.table === table);
      const same = agreed(counts);
      return same ? [{ people: same.people, counts: same.counts, leads: counts.some(({ paper }) => paper.leads) }] : [];
    }),
    unsettled: tables.filter((table) => standingIn(box, table) !== 'same').sort((a, b) => a - b),
  };
}

interface OpenedBox {
  readonly ballots: readonly Json[];
  readonly paper: readonly OpenedPaper[];
  /** Tables whose paper was counted by one person alone, or not the same by two. */
  readonly unsettled: readonly TableNumber[];
}

/** `leads`: somebody who leads counted it, whatever they found. */
export interface OpenedPaper {
  readonly people: number;
  readonly counts: Counts;
  readonly leads: boolean;
}

export function added(tally: Counts, papers: readonly OpenedPaper[]): Counts {
  const sum = new Map(Object.entries(tally));
  for (const { counts } of papers) for (const [option, count] of Object.entries(counts)) sum.set(option, (sum.get(option) ?? 0) + count);
  return Object.fromEntries(sum);
}

/** Two people found this, and no two others something else. */
function agreed(counts: readonly PaperCount[]): PaperCount['paper'] | null {
  const found = new Map<string, PaperCount['paper'][]>();
  for (const { paper } of counts) found.set(written(paper), [...(found.get(written(paper)) ?? []), paper]);
  const same = [...found.values()].filter((papers) => papers.length > 1);
  return same.length === 1 ? (same[0]?.[0] ?? null) : null;
}

/** The same numbers are written the same, in whatever order they were filled in. */
function written({ people, counts }: PaperCount['paper']): string {
  return JSON.stringify([people, Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function isPaper(choice: Json): choice is PaperCount {
  return typeof choice === 'object' && choice !== null && 'paper' in choice;
}
