import { hallAddress, Hosts } from '#doors/hosts.ts';
import { languageDoor } from '#doors/language.ts';
import { listen, openTo, stopListening } from '#doors/listen.ts';
import { outerDoor } from '#doors/outer.ts';
import { loadPages, type PageHandler } from '#doors/pages.ts';
import type { Door } from '#doors/door.ts';
import { handOver } from './house.ts';
import type { Settings } from './settings.ts';

export interface RunningHouse {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
  /** Where it listens on this machine, whatever stands before it. */
  readonly listensAt: string;
  /** Lets running answers finish, then puts everything away. */
  stop(): Promise<void>;
}

/** Builds each room, hands out the keys and opens the door. */
export async function startHouse(settings: Settings, given?: PageHandler): Promise<RunningHouse> {
  const pages = given ?? (await loadPages());
  const { server, port } = await listen(settings);
  const listensAt = ownUrl(settings, port);
  const url = settings.publicUrl?.origin ?? listensAt;
  const doors: readonly Door[] = [languageDoor];
  handOver({ settings, address: url });
  openTo(server, outerDoor({ settings, hosts: new Hosts(settings, port), doors, pages }));
  return {
    url,
    listensAt,
    async stop() {
      for (const door of doors) door.close?.();
      await stopListening(server);
      handOver(undefined);
    },
  };
}

function ownUrl({ host, tls }: Settings, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? (hallAddress() ?? '127.0.0.1') : host.includes(':') ? `[${host}]` : host;
  return new URL(`${tls ? 'https' : 'http'}://${name}:${port}`).origin;
}
