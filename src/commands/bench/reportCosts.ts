import type { Place } from '#app/house.ts';

/** How long whoever led waits for the report of a conversation, and for its Word file: the slowest of a few askings. */
export interface ReportCosts {
  readonly reportMs: number;
  readonly docxMs: number;
}

/** `secret` is of the device of whoever led it, or was there. */
export async function reportCosts(house: URL, { conversation }: Pick<Place, 'conversation'>, secret: string): Promise<ReportCosts> {
  const page = new URL(`/verslag/${conversation}`, house);
  return { reportMs: await slowest(page, secret), docxMs: await slowest(new URL(`${page.pathname}/word`, house), secret) };
}

async function slowest(url: URL, secret: string): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: `apparaat=${secret}` } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url.pathname} answered ${answer.status}.`);
    took.push(performance.now() - began);
  }
  return Math.round(Math.max(...took));
}

const TIMES = 3;
