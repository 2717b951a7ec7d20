import { createTransport } from 'nodemailer';

/** A letter for one person. `id` makes the same letter recognisable when it is brought twice. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

/** `refused`: this address takes no letters, now or later. `later`: it may another time. `away`: the server takes none, whatever the address. */
export type Brought = 'brought' | 'refused' | 'later' | 'away';

export interface Postman {
  bring(letter: Letter): Promise<Brought>;
  stop(): void;
}

export interface PostSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: URL;
  /** The address that letters come from. */
  readonly from: string;
  /** What is wrong with the server itself, by code: never an address, never words. */
  readonly onTrouble: (code: string) => void;
}

/** Brings letters to one SMTP server, one at a time. */
export function openPost({ url, from, onTrouble }: PostSettings): Postman {
  const secure = url.protocol === 'smtps:';
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // Only on this machine, or where the operator says so, may a letter go unsealed.
    requireTLS: !LOCAL.has(url.hostname) && url.searchParams.get('tls') !== 'off',
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async bring({ to, subject, text, id }) {
      try {
        const sender = { name: 'Samenspraak', address: from };
        const headers = { 'Auto-Submitted': 'auto-generated' };
        await transport.sendMail({ from: sender, to: { name: '', address: to }, subject, text, headers, messageId: `<${id}@${domain}>` });
        return 'brought';
      } catch (error) {
        if (isOfAddress(error)) return error.permanent ? 'refused' : 'later';
        onTrouble(codeOf(error));
        return 'away';
      }
    },
    stop: () => transport.close(),
  };
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** In ms. */
const PATIENCE = 10_000;

/** Said of this address or this letter. That our own name or password is wrong says nothing about the address. */
function isOfAddress(error: unknown): error is Error & { readonly permanent: boolean } {
  if (!(error instanceof Error) || !('permanent' in error) || typeof error.permanent !== 'boolean') return false;
  return 'command' in error && (error.command === 'RCPT TO' || error.command === 'DATA');
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const answer = 'responseCode' in error && typeof error.responseCode === 'number' ? ` ${error.responseCode}` : '';
  return `${'code' in error && typeof error.code === 'string' ? error.code : error.name}${answer}`;
}
