import { chanceFrom, type Chance } from '#conversation/chance.ts';
import { daysLater } from '#conversation/day.ts';
import { STATUSES, isWaiting, needsReason, type OutcomeId, type OutcomeKind, type OutcomeStatus } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { TypedFields } from '#conversation/action.ts';
import { kinds } from '#outcomes/kinds.ts';
import { sentenceFrom } from '#rehearsal/sentences.ts';
import { MINUTE } from '#rehearsal/village/time.ts';
import type { VillageHall } from './villageHall.ts';

/** An outcome as whoever leads recorded it: what it grew from, and how it stood in the end. */
export interface Recorded {
  readonly id: OutcomeId;
  readonly cards: readonly EntryId[];
  readonly status: OutcomeStatus;
}

/** The weeks after an evening: whoever leads records outcomes of every kind from cards, and answers each of them in some way. */
export async function playAftermath(
  { app, leader, time }: VillageHall,
  cards: readonly EntryId[],
  seed: string,
): Promise<readonly Recorded[]> {
  const chance = chanceFrom(`${seed} aftermath`);
  const recorded: Recorded[] = [];
  for (const kind of Object.values(kinds)) {
    for (let made = 0; made < EACH; made++) {
      const from = chance.shuffle(cards).slice(0, 1 + chance.below(4));
      const words = { fields: imagined(kind, app.today(), chance), cards: from, owner: chance.pick(OWNERS) ?? '', theme: 'ontmoeten' };
      const { outcome } = await leader.act({
        type: 'makeOutcome',
        kind: kind.kind,
        due: daysLater(app.today(), 30),
        seenBy: 'everyone',
        ...words,
      });
      if (!outcome) throw new Error(`No ${kind.kind} was made.`);
      const status = chance.pick(kind.statuses ?? STATUSES) ?? 'open';
      const due = isWaiting(status) ? daysLater(app.today(), 60) : null;
      const because = needsReason(status) || chance.below(2) === 0 ? sentenceFrom(chance) : '';
      await leader.act({ type: 'setStatus', outcome, saw: 1, status, because, due });
      recorded.push({ id: outcome, cards: from, status });
      await time.until(time.now() + MINUTE);
    }
  }
  return recorded;
}

function imagined(kind: OutcomeKind, today: string, chance: Chance): TypedFields {
  return Object.fromEntries(
    kind.fields.map(({ key, type, options, columns = [] }): readonly [string, TypedFields[string]] => {
      if (type === 'day') return [key, today];
      if (type === 'choice') return [key, options?.[0]?.id ?? ''];
      if (type !== 'rows') return [key, sentenceFrom(chance)];
      return [key, [Object.fromEntries(columns.map((column) => [column.key, column.options?.[0]?.id ?? sentenceFrom(chance)]))]];
    }),
  );
}

const EACH = 2;
const OWNERS = ['wethouder zorg', 'dorpsraad', 'wijkteam', 'welzijnsorganisatie'];
