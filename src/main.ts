import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHouse, type BuiltHouse, type HouseParts } from '#app/buildHouse.ts';
import type { ConversationId } from '#app/house.ts';
import { serverClock, type Clock } from '#app/world.ts';
import type { Format } from '#conversation/format.ts';
import { apiDoor } from '#doors/api.ts';
import { Desk } from '#doors/desk.ts';
import { hallAddress, Hosts } from '#doors/hosts.ts';
import { listen, openTo, stopListening } from '#doors/listen.ts';
import { outerDoor } from '#doors/outer.ts';
import { loadPages, type PageHandler } from '#doors/pages.ts';
import { preferencesDoor } from '#doors/preferences.ts';
import type { Door } from '#doors/door.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { Hub } from '#live/hub.ts';
import { openPost } from '#mail/smtp.ts';
import { realTime } from '#rehearsal/crowd/time.ts';
import { kinds } from '#outcomes/kinds.ts';
import { Rehearsals } from '#rehearsal/rehearsals.ts';
import { WordOffice } from '#report/word/office.ts';
import { openStore } from '#store/open.ts';
import { openDatabase } from './database.ts';
import { handOver } from './house.ts';
import { writeLog } from './log.ts';
import type { Settings } from './settings.ts';

export interface RunningHouse {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
  /** Where it listens on this machine, whatever stands before it. */
  readonly listensAt: string;
  /** Where the set-up code lies; null when somebody already leads. */
  readonly setUpFile: string | null;
  /** Lets running answers finish, then puts everything away. */
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Built pages; the current build when not given. */
  readonly pages?: PageHandler;
  /** Formats beside those of the house, for benches and tests. */
  readonly extraFormats?: readonly Format[];
  /** How long after closing a conversation is sealed (ms). */
  readonly sealAfter?: number;
  /** How many times as fast as people the simulated people of a rehearsal are. */
  readonly haste?: number;
  /** For evenings that are played faster than they last. */
  readonly clock?: Clock;
}

/** Builds each room, hands out the keys and opens the door. */
export async function startHouse(settings: Settings, options: HouseOptions = {}): Promise<RunningHouse> {
  const { pages, extraFormats = [], sealAfter = SEAL_AFTER_MS, haste = 1, clock = serverClock } = options;
  const pageHandler = pages ?? (await loadPages());
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  // Put away from the last to the first, also when one of them does not open.
  await using opened = new AsyncDisposableStack();
  const database = await openDatabase(settings, writeLog, () => process.kill(process.pid, 'SIGTERM'));
  opened.defer(() => database.stop());
  const app = await buildHouse({
    store: await openStore(database.config, { erasedList: settings.erasedList, isOurs: database.isOurs, log: writeLog }),
    inputs,
    kinds,
    formats: [...formats, ...extraFormats],
    log: writeLog,
    clock,
    setUpFile: join(settings.dataDir, 'set-up-code'),
    sealAfter,
    mail: mailOf(settings),
  });
  opened.defer(() => app.stop());
  const live = openHub(app, clock);
  const { server, port } = await listen(settings);
  opened.defer(() => stopListening(server));
  const listensAt = ownUrl(settings, port, hallAddress() ?? '127.0.0.1');
  const url = settings.publicUrl?.origin ?? listensAt;
  database.announce(port, url);
  const desk = new Desk(app, clock.now);
  const office = new WordOffice();
  opened.defer(() => office.stop());
  const rehearsals = new Rehearsals({
    house: new URL(ownUrl(settings, port, '127.0.0.1')),
    certificate: settings.tls && readFileSync(settings.tls.cert, 'utf8'),
    inputs,
    time: realTime(haste),
  });
  const contact = { name: 'Samenspraak', email: settings.contactEmail, url };
  const api = apiDoor({ house: app, hub: live, desk, crowds: rehearsals, address: url, contact });
  const doors: readonly Door[] = [preferencesDoor, api];
  handOver({ settings, address: url, secure: settings.secure, app, live, desk, office, rehearsals });
  openTo(server, outerDoor({ settings, hosts: new Hosts(settings, port), doors, pages: pageHandler }));
  opened.defer(() => live.stop());
  opened.defer(() => rehearsals.stop());
  const everything = opened.move();
  return {
    url,
    listensAt,
    setUpFile: app.setUpFile,
    async stop() {
      await everything.disposeAsync();
      handOver(undefined);
    },
  };
}

/** People ask for their receipt while the chairs are stacked (docs/decisions/0007-sealing.md). */
const SEAL_AFTER_MS = 60 * 60 * 1000;

/** Settings name the address of the house wherever they name a mail server. */
function mailOf({ mail, publicUrl }: Settings): HouseParts['mail'] {
  if (!mail || !publicUrl) return undefined;
  const onTrouble = (code: string) => writeLog('warn', 'Mail could not be brought; it is tried again.', { code });
  return { post: openPost({ ...mail, onTrouble }), house: publicUrl.origin };
}

/** Every commit wakes those who may see something else by it; what is taken away goes dark at once. */
function openHub(app: BuiltHouse, clock: Clock): Hub {
  const hub = new Hub({
    async read(conversation, reader) {
      const look = await app.lookAt(conversation as ConversationId);
      return look && reader(look.situation, look.words);
    },
    refresh: (conversation) => app.refresh(conversation as ConversationId),
    attend: (conversation) => app.attend(conversation as ConversationId),
    now: clock.now,
  });
  app.onEveryChange((change) => hub.touch(change.conversation, change.touched));
  app.onRevoked((revocation) => hub.revoke(revocation));
  return hub;
}

/** `anywhere`: the name to use for a house that listens on all addresses. */
function ownUrl({ host, tls }: Settings, port: number, anywhere: string): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? anywhere : host.includes(':') ? `[${host}]` : host;
  return new URL(`${tls ? 'https' : 'http'}://${name}:${port}`).origin;
}
