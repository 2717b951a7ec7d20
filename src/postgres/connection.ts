import type { Address } from './address.ts';

/** What `pg.Client` and `pg.Pool` take; plain data, so that it can be handed to another process. */
export interface Connection {
  /** The 0700 folder of the server's socket, or 127.0.0.1. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export const superuser = 'postgres';

export function connectionTo(address: Address, password: string): Connection {
  return { host: address.host, port: address.port, user: superuser, password, database: 'postgres' };
}
