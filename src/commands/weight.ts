import { formats } from '#formats/list.ts';
import type { Format } from '#conversation/format.ts';
import { Facilitator } from '#rehearsal/hall/facilitator.ts';
import { Ending } from './bench/ending.ts';
import { Options } from './bench/options.ts';
import { OwnHouse } from './bench/ownHouse.ts';
import { prepareConversation, type Prepared } from './bench/prepare.ts';
import { weigh, type Weight } from './bench/weigh.ts';
import { make } from './make.ts';

/** `npm run weight`: what a participant's phone has to fetch, as served: to come in, and to sit at the first step. */
const options = new Options([]);
const ending = new Ending();

try {
  await make((line) => console.log(line));
  const result: { [page: string]: Weight } = {};
  for (const format of formats) Object.assign(result, await weighFormat(format));
  for (const [page, { page: html, script, later, files, styles, sheets }] of Object.entries(result)) {
    console.log(`${page}: script ${kB(script)} in ${files} files, styles ${kB(styles)} in ${sheets}`);
    console.log(`  (page ${kB(html)}; fetched later at most ${kB(later)})`);
  }
  if (options.json) console.log(JSON.stringify(result));
} finally {
  await ending.end();
}

async function weighFormat(format: Format): Promise<{ readonly [page: string]: Weight }> {
  const house = ending.with(await OwnHouse.onFreePort(), (each) => each.remove());
  const prepared = await prepareConversation(house.dataDir, format, 1);
  await house.start();
  const facilitator = ending.with(new Facilitator(house.url, `apparaat=${prepared.secret}`, prepared.place, 'weight'), (each) =>
    each.close(),
  );
  await facilitator.begin();
  const { path, cookie } = await comeIn(house.url, prepared);
  const weights = {
    '/doe-mee': await weigh(new URL('/doe-mee', house.url), ''),
    [`${format.id}, first step`]: await weigh(new URL(path, house.url), cookie),
  };
  await house.stop();
  return weights;
}

async function comeIn(house: URL, { key }: Prepared): Promise<{ readonly path: string; readonly cookie: string }> {
  const answer = await fetch(new URL('/v1/joinings', house), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, perspectives: ['resident'] }),
  });
  const { conversation, seat } = (await answer.json()) as Prepared['place'];
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { path: `/gesprek/${conversation}/${seat}`, cookie };
}

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
