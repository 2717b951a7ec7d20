import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { ConversationId } from '#app/ids.ts';
import type { TextId } from '#conversation/words.ts';

export interface ErasedText {
  readonly conversation: ConversationId;
  readonly id: TextId;
}

/** Some lines of the list, and how far (in bytes) they bring its reader. */
export interface ErasedPart {
  readonly texts: readonly ErasedText[];
  readonly upTo: number;
}

/** The list is not there to be read or added to: the house may not open, it could show what was erased. */
export class NoErasedList extends Error {
  readonly path: string;

  constructor(path: string, cause?: unknown) {
    super(`The list of erased texts, ${path}, cannot be used.`, { cause });
    this.name = 'NoErasedList';
    this.path = path;
  }
}

/**
 * Which texts were erased, outside the database (docs/decisions/0026-erasing.md): a file with ids alone, to which is only
 * added. Its first line names it, so that a database can tell how far it has followed this very list.
 */
export class ErasedList {
  readonly path: string;
  readonly name: string;

  private constructor(path: string, name: string) {
    this.path = path;
    this.name = name;
  }

  /** Begins an empty one where there is none; never in a folder that is away. */
  static async open(path: string): Promise<ErasedList> {
    try {
      await using file = await open(path, 'a+', 0o600);
      if ((await file.stat()).size === 0) await begin(file, path);
      else await endLastLine(file);
      const [, name] = FIRST_LINE.exec((await pieceOf(file, 0, LONGEST)).split('\n', 1)[0] ?? '') ?? [];
      if (name) return new ErasedList(path, name);
    } catch (error) {
      throw new NoErasedList(path, error);
    }
    throw new NoErasedList(path);
  }

  /** What was added after so many bytes; all of it when the list is shorter. A line that was cut off by a crash is none. */
  async *after(bytes: number): AsyncGenerator<ErasedPart> {
    let upTo = bytes <= (await this.#size()) ? bytes : 0;
    let texts: ErasedText[] = [];
    for await (const line of createInterface({ input: createReadStream(this.path, { start: upTo, encoding: 'latin1' }) })) {
      upTo += line.length + 1;
      const [, conversation, id] = LINE.exec(line) ?? [];
      if (conversation && id) texts.push({ conversation: conversation as ConversationId, id: id as TextId });
      if (texts.length < AT_ONCE) continue;
      yield { texts, upTo };
      texts = [];
    }
    yield { texts, upTo };
  }

  /** Resolves with the size of the list, when the disk has it. */
  async add(texts: readonly ErasedText[]): Promise<number> {
    await using file = await open(this.path, 'a+', 0o600);
    // A disk that was full cuts a line off.
    await endLastLine(file);
    await file.writeFile(texts.map(({ conversation, id }) => `${conversation} ${id}\n`).join(''));
    await file.sync();
    return (await file.stat()).size;
  }

  async #size(): Promise<number> {
    await using file = await open(this.path, 'r');
    return (await file.stat()).size;
  }
}

const FIRST_LINE = /^samenspraak erased ([0-9a-f]{32})$/;
const LINE = /^([\w-]+) (t[0-9a-z]{20})$/;
const LONGEST = 64;
const AT_ONCE = 10_000;

async function begin(file: FileHandle, path: string): Promise<void> {
  await file.writeFile(`samenspraak erased ${randomBytes(16).toString('hex')}\n`);
  await file.sync();
  // Windows cannot open folders.
  if (process.platform === 'win32') return;
  await using folder = await open(dirname(path), 'r');
  await folder.sync();
}

async function endLastLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if ((await pieceOf(file, size - 1, 1)) !== '\n') await file.writeFile('\n');
}

async function pieceOf(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: from, length });
  return buffer.toString('latin1', 0, bytesRead);
}
