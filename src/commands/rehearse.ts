import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { theHouse } from '../house.ts';
import { readSettings } from '../settings.ts';
import { Ending } from './bench/ending.ts';
import { Options } from './bench/options.ts';
import { make } from './make.ts';

/**
 * `npm run -s rehearse -- --people 24 --format ID --seed S`: a house of its own on a folder that goes away, with one
 * rehearsal in it. Says where its console is, and plays until Ctrl+C.
 */
const options = new Options(['people', 'format', 'seed']);
const people = options.number('people', 24);
const ending = new Ending();
await make((sentence) => console.log(sentence));
// Only now: the house needs the words that were just made.
const { startHouse } = await import('../main.ts');

const link = await rehearse().catch(async (problem: unknown) => {
  await ending.end();
  throw problem;
});
if (link === null) await ending.end();
else console.log(`Open de console / Open the console: ${link}\nStop: Ctrl+C`);

/** Null when it could not begin; the reason was said. */
async function rehearse(): Promise<string | null> {
  const dataDir = ending.with(mkdtempSync(join(tmpdir(), 'samenspraak-rehearsal-')), (each) =>
    rmSync(each, { recursive: true, force: true }),
  );
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir });
  if ('wrong' in settings) return refused(settings.en);
  const running = ending.with(await startHouse(settings), (each) => each.stop());
  const { app, rehearsals } = theHouse();
  const { secret, visitor } = await app.newDevice();
  await app.useSetUpCode(visitor, readFileSync(running.setUpFile ?? '', 'utf8'));
  const leader = (await app.whoAsks(secret)) ?? visitor;
  const format = options.word('format') ?? app.formats[0]?.id ?? '';
  const at = await app.beginRehearsal(leader, `rehearsal-${Date.now()}`, { format, people, language: 'nl' }, true);
  if ('refused' in at) return refused(`--format is one of ${app.formats.map(({ id }) => id).join(', ')} (${at.refused}).`);
  const rehearsal = await app.rehearsal(leader, at);
  if ('refused' in rehearsal) return refused(rehearsal.refused);
  const tooMany = rehearsals.call({ conversation: at.conversation, ...rehearsal, people, seed: options.word('seed') });
  if (tooMany) return refused(`--people is at most ${tooMany.detail?.['maximum']}.`);
  const handed = await app.coFacilitatorLink(leader, at);
  return 'refused' in handed ? refused(handed.refused) : `${running.url}/leiden/begin#${handed.secret}`;
}

function refused(sentence: string): null {
  console.error(sentence);
  process.exitCode = 2;
  return null;
}
