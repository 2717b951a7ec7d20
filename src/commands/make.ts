import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.ts';
import { stampOf } from './stamp.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = join(root, 'build');
const compiled = join(root, 'src/words/compiled/messages.js');

/** Makes what is missing or older than its sources: the words, then the pages. Says what it does. */
export async function make(say: (sentence: string) => void = () => undefined): Promise<void> {
  if (process.env['SAMENSPRAAK_MADE'] === 'yes' || (await isMade())) return;
  await mkdir(build, { recursive: true });
  await alone(join(build, 'lock'), async () => {
    await makeWords(say);
    await makePages(say);
  });
}

/** The words as typed functions, for plain Node and for the pages. */
export async function makeWords(say: (sentence: string) => void): Promise<void> {
  const stamp = join(build, `words-${await wordsStamp()}`);
  if (existsSync(stamp) && existsSync(compiled)) return;
  say('De woorden klaarzetten … / Preparing the words …');
  await run('src/commands/words.ts');
  await mkdir(build, { recursive: true });
  await forget('words-', 0);
  await writeFile(stamp, '');
}

async function makePages(say: (sentence: string) => void): Promise<void> {
  const folder = pagesFolder(await pagesStamp());
  if (!existsSync(folder)) {
    say('De pagina’s bouwen, dat duurt even … / Building the pages, this takes a moment …');
    await run('node_modules/@sveltejs/kit/svelte-kit.js', ['sync']);
    // Built beside and then renamed: a house that starts meanwhile never sees half a build.
    const part = `${folder}.part`;
    await run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { PAGES_FOLDER: part });
    await rename(part, folder);
  }
  await writeFile(join(build, 'current.part'), basename(folder));
  await rename(join(build, 'current.part'), join(build, 'current'));
  // A running house keeps reading from the build it started with.
  await forget('pages-', 3);
}

async function isMade(): Promise<boolean> {
  const [words, pages] = await Promise.all([wordsStamp(), pagesStamp()]);
  const current = await readFile(join(build, 'current'), 'utf8').catch(() => '');
  return (
    join(build, current) === pagesFolder(pages) &&
    existsSync(pagesFolder(pages)) &&
    existsSync(join(build, `words-${words}`)) &&
    existsSync(compiled)
  );
}

function pagesFolder(stamp: string): string {
  return join(build, `pages-${stamp}`);
}

function wordsStamp(): Promise<string> {
  return stampOf(root, ['messages', 'project.inlang/settings.json', 'src/words/compile.ts']);
}

/** Rooms that no page can import leave the pages as they are. */
const NOT_IN_PAGES = ['src/commands', 'src/live', 'src/main.ts', 'src/postgres', 'src/rehearsal', 'src/store', 'src/words/compiled'];

function pagesStamp(): Promise<string> {
  return stampOf(root, ['messages', 'package-lock.json', 'src', 'static', 'vite.config.ts'], NOT_IN_PAGES);
}

async function forget(prefix: string, keep: number): Promise<void> {
  const names = (await readdir(build)).filter((name) => name.startsWith(prefix));
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(build, name))).mtimeMs })));
  const old = aged.sort((one, other) => other.at - one.at).slice(keep);
  await Promise.all(old.map(({ name }) => rm(join(build, name), { recursive: true, force: true })));
}

async function run(script: string, options: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(process.execPath, [join(root, script), ...options], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${script} did not succeed:\n${Buffer.concat(output).toString('utf8')}`);
}
