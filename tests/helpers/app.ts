import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { make } from '../../src/commands/make.ts';
import type { RunningHouse } from '../../src/main.ts';
import { readSettings, type Environment, type Settings } from '../../src/settings.ts';

/** Opens a whole house in this process on a free port, with a data folder of its own, until the test ends. */
export async function openHouse(test: Ending, environment: Environment = {}): Promise<RunningHouse> {
  await make();
  const { startHouse } = await import('../../src/main.ts');
  const house = await startHouse(testSettings(test, environment));
  test.after(() => house.stop());
  return house;
}

export function testSettings(test: Ending, environment: Environment = {}): Settings {
  const settings = readSettings({ PORT: '0', DATA_DIR: freshFolder(test), ...environment });
  if ('wrong' in settings) throw new Error(settings.en);
  return settings;
}

export function freshFolder(test: Ending): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** One test; or a whole file, by `const house = await openHouse({ after })` at its top. */
export interface Ending {
  after(work: () => unknown): void;
}
