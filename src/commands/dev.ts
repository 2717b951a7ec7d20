import { createServer as createViteServer } from 'vite';
import type { PageHandler } from '#doors/pages.ts';
import { readSettings } from '../settings.ts';
import { make } from './make.ts';

/** `npm run dev`: the same house, with Vite in place of the built pages. */
const settings = readSettings(process.env);
if ('wrong' in settings) throw new Error(settings.en);
await make();
const vite = await createViteServer({ server: { middlewareMode: true, allowedHosts: true, hmr: { port: 24_678 } }, appType: 'custom' });
const pages: PageHandler = (incoming, response, next) => vite.middlewares(incoming, response, next);
const { startHouse } = await import('../main.ts');
const house = await startHouse(settings, { pages });
console.log(`Samenspraak, om aan te werken / Samenspraak, to work on: ${house.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([house.stop(), vite.close()]).then(() => process.exit(0));
  });
}
