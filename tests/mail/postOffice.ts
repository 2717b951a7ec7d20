import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** One letter as a mail server got it. */
export interface Received {
  readonly to: string;
  /** The whole of it, headers included, with what was coded for the road decoded. */
  readonly whole: string;
}

export interface PostOffice {
  readonly url: string;
  readonly received: readonly Received[];
  /** What to answer to an address, by code, from now on; without a code it is taken. */
  answer(address: string, code?: number): void;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port, that takes letters and refuses those it was told to refuse. */
export async function openPostOffice(): Promise<PostOffice> {
  const received: Received[] = [];
  const answers = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = answers.get(address);
      done(code === undefined ? null : Object.assign(new Error('Not here'), { responseCode: code }));
    },
    onData(stream, { envelope }, taken) {
      void text(stream).then((whole) => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address).join(), whole: decoded(whole) });
        taken();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    answer: (to, code) => void (code === undefined ? answers.delete(to) : answers.set(to, code)),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** The parts that nodemailer writes in quoted-printable or base64, as people read them. */
function decoded(whole: string): string {
  const [head = '', ...rest] = whole.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const words = head.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(coded, 'base64').toString() : quoted(coded.replaceAll('_', ' ')),
  );
  return `${words}\n\n${/content-transfer-encoding: base64/i.test(head) ? Buffer.from(body, 'base64').toString() : quoted(body)}`;
}

function quoted(coded: string): string {
  const joined = coded.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
}
