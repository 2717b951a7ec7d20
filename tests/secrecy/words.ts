import type { EntryId } from '#conversation/state.ts';
import type { Guest } from './guest.ts';
import type { Hall } from './hall.ts';

/** Words nobody would say, one for each way in which words can be hidden. */
export const WORDS = {
  adapted: 'kanarie1aangepast',
  open: 'kanarie2opentafel',
  kept: 'kanarie3gehouden',
  call: 'kanarie4roept',
  withdrawn: 'kanarie5spijt',
  hidden: 'kanarie6verborgen',
  quiet: 'kanarie7stil',
  draft: 'kanarie8kladje',
  mine: 'kanarie8voormij',
  laid: 'kanarie9neergelegd',
  forLeaders: 'kanarie10leiding',
  forRoom: 'kanarie11zaal',
  inside: 'kanarie12binnenskamers',
  private: 'kanarie13alleenik',
  ballot: '"keuzec","keuzea","keuzed"',
} as const;

export const CHOICE = ['keuzec', 'keuzea', 'keuzed'];

export interface People {
  readonly anna: Guest;
  readonly bo: Guest;
  readonly cas: Guest;
}

/** A whole evening in which everything that can be hidden is said, up to the step that looks back. */
export async function sayEverything(hall: Hall, { anna, bo, cas }: People): Promise<void> {
  await hall.lead({ type: 'adaptText', phase: 'look', slot: 'prompt', language: 'nl', words: WORDS.adapted });
  await hall.goTo('table');
  await anna.write('thought', WORDS.open);
  await anna.write('thought', WORDS.kept, { kept: true });
  await anna.do({ type: 'call', words: WORDS.call });
  await anna.do({ type: 'withdraw', entry: await anna.write('thought', WORDS.withdrawn) });
  await hall.lead({ type: 'hide', entry: await bo.write('thought', WORDS.hidden), rule: 'unkind' });
  await inStep(hall, 'silent', () => anna.write('quiet', WORDS.quiet));
  await inStep(hall, 'draft', () => anna.write('draft', WORDS.draft));
  await anna.write('mine', WORDS.mine);
  await bo.do({ type: 'lay', entry: await bo.write('draft', WORDS.laid) });
  await inStep(hall, 'leaders', () => cas.write('forLeaders', WORDS.forLeaders));
  await inStep(hall, 'room', () => cas.write('forRoom', WORDS.forRoom));
  await hall.lead({ type: 'release', place: 'room.1' });
  await inStep(hall, 'behind', () => bo.write('inside', WORDS.inside));
  await inStep(hall, 'vote', async () => anna.do({ type: 'write', run: await anna.run(), input: 'best', act: { order: CHOICE } }));
  await inStep(hall, 'reflect', async () =>
    anna.act({ type: 'write', run: await anna.run(), input: 'note', act: { text: WORDS.private } }),
  );
  await hall.goTo('look');
}

async function inStep(hall: Hall, phase: string, say: () => Promise<EntryId | object>): Promise<void> {
  await hall.goTo(phase);
  await say();
}
