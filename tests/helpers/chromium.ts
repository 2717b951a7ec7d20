import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from '../../src/commands/alone.ts';

export interface Chromium {
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A real Chromium: the one named, the one installed, else the one that comes along with the packages. */
export async function findChromium(): Promise<Chromium> {
  const own = process.env['CHROMIUM'] || installed('chromium-headless-shell');
  if (own) return { path: own, environment: process.env };
  const folder = await unpacked();
  return { path: join(folder, 'chromium'), environment: withLibraries(folder) };
}

function installed(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const build = fileURLToPath(new URL('../../build/', import.meta.url));
const archives = fileURLToPath(import.meta.resolve('@sparticuz/chromium')).replace(/build.index\.js$/, 'bin');

/** Unpacked once, out of the shared temporary folder: another user's copy there would be in the way, or worse. */
async function unpacked(): Promise<string> {
  const folder = join(build, 'chromium');
  if (existsSync(folder)) return folder;
  await mkdir(build, { recursive: true });
  await alone(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const part = `${folder}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part);
    await unpackInto(part);
    await rename(part, folder);
  });
  return folder;
}

const UNPACK = `
  const { inflate } = await import('@sparticuz/chromium');
  for (const name of process.argv.slice(1)) await inflate(name);
`;

/** The package unpacks into the temporary folder of its process, so it gets a process with one of its own. */
async function unpackInto(folder: string): Promise<void> {
  const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => join(archives, name));
  const child = spawn(process.execPath, ['--input-type=module', '--eval', UNPACK, ...names], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error('Chromium could not be unpacked.');
}

/** Where the system lacks the libraries or fonts Chromium needs, the package's own copies serve. */
function withLibraries(folder: string): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  if (!existsSync('/etc/fonts/fonts.conf')) environment['FONTCONFIG_PATH'] = join(folder, 'fonts');
  if (spawnSync(join(folder, 'chromium'), ['--version'], { env: environment }).status !== 0) {
    environment['LD_LIBRARY_PATH'] = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return environment;
}
