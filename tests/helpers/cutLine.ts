import { connect, createServer, type Server, type Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** A line to a database that can be cut: refusing everybody, or just after a commit went over it. */
export class CutLine {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** While true nobody gets through. */
  cut = false;
  /** How many commits still go over the line without an answer coming back. */
  unanswered = 0;

  private constructor(config: PoolConfig) {
    this.#server = createServer((phone) => {
      if (this.cut) phone.destroy();
      else this.#join(phone, connectionTo(config));
    });
  }

  static async to(config: PoolConfig): Promise<{ line: CutLine; config: PoolConfig }> {
    const line = new CutLine(config);
    await new Promise<void>((ready) => line.#server.listen(0, '127.0.0.1', ready));
    const address = line.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The line has no port.');
    return { line, config: { ...config, host: '127.0.0.1', port: address.port } };
  }

  hangUp(): void {
    for (const socket of this.#open) socket.destroy();
  }

  close(): void {
    this.hangUp();
    this.#server.close();
  }

  #join(phone: Socket, database: Socket): void {
    let silent = false;
    for (const socket of [phone, database]) {
      this.#open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#open.delete(socket);
        phone.destroy();
        database.destroy();
      });
    }
    phone.on('data', (bytes) => {
      if (this.unanswered > 0 && bytes.includes('COMMIT')) {
        this.unanswered--;
        silent = true;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (silent) phone.destroy();
      else phone.write(bytes);
    });
  }
}

function connectionTo({ host, port }: PoolConfig): Socket {
  return host?.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(Number(port), host);
}
