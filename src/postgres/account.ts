import { statSync } from 'node:fs';
import { readIfThere } from './files.ts';
import { PostgresProblem } from './problem.ts';

/** The numbers a program runs as; `undefined` elsewhere in this room means: as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses root, so as root the server runs as the owner of its data: a number that no
 * person or program on this machine has. Not `nobody`, which others share and could then read it all.
 */
export function serverAccount(dataFolder: string): Account | undefined {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const owner = ownerOf(dataFolder);
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return undefined;
    throw new PostgresProblem(
      'otherOwner',
      `${dataFolder} belongs to another user (number ${owner.uid}). Nothing was changed. Start as that user, or choose another DATA_DIR.`,
    );
  }
  return owner === undefined || owner.uid === 0 ? privateAccount(readUsers()) : owner;
}

/** initdb, unlike the server, wants a user that has a name. It only ever sees an empty database. */
export function initialiseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readUsers().filter((user) => user.uid !== 0);
  const chosen = preferredNames.map((name) => users.find((user) => user.name === name)).find(Boolean) ?? users[0];
  if (chosen === undefined) {
    throw new PostgresProblem(
      'initialiseFailed',
      'This machine has no user besides root, and the database refuses to run as root. Nothing was changed. Start as an ordinary user.',
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

const preferredNames = ['postgres', 'nobody'];

interface User extends Account {
  name: string;
}

function ownerOf(folder: string): Account | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && { uid: stats.uid, gid: stats.gid };
}

function readUsers(): User[] {
  return (readIfThere('/etc/passwd') ?? '').split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** 65520–65533 are handed out to nobody, also not by systemd. */
function privateAccount(users: User[]): Account {
  for (let id = 65520; id <= 65533; id += 1) {
    if (!users.some((user) => user.uid === id || user.gid === id)) return { uid: id, gid: id };
  }
  throw new PostgresProblem('startFailed', 'No free user number (65520–65533) is left for the database. Start as an ordinary user.');
}
