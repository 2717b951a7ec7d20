import { createServer } from 'node:net';

/** Where the server listens: a socket inside its own 0700 folder, or this machine's loopback. Both ask the password. */
export interface Address {
  kind: 'socket' | 'loopback';
  /** The folder of the socket, or an IP address: what a PostgreSQL client calls its host. */
  host: string;
  port: number;
}

export async function chooseAddress(dataFolder: string): Promise<Address> {
  return socketFits(dataFolder) ? socketIn(dataFolder) : { kind: 'loopback', host: loopback, port: await freePort() };
}

/** The address of a server that already runs, from what its postmaster.pid says. */
export function addressOfRunning(dataFolder: string, port: number, onSocket: boolean): Address {
  return onSocket ? { ...socketIn(dataFolder), port } : { kind: 'loopback', host: loopback, port };
}

const loopback = '127.0.0.1';
const socketPort = 5432;
/** The kernel's own limit is 104 bytes on a Mac and 108 on Linux, the closing zero included. */
const longestSocketPath = 100;

function socketFits(folder: string): boolean {
  if (process.platform === 'win32') return false;
  return Buffer.byteLength(`${folder}/.s.PGSQL.${socketPort}`) <= longestSocketPath;
}

function socketIn(folder: string): Address {
  return { kind: 'socket', host: folder, port: socketPort };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, loopback, () => {
      const bound = server.address();
      server.close(() => {
        if (bound !== null && typeof bound === 'object') resolve(bound.port);
        else reject(new Error('The system gave no free port.'));
      });
    });
  });
}
