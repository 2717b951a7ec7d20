import { ask, type Answer } from '../helpers/ask.ts';

/** A browser as far as a server can tell: it keeps its cookies, each for the pages it was made for, and says where its forms come from. */
export class Browser {
  readonly url: string;
  readonly language: string;
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  constructor(url: string, { cookie, language = 'nl' }: { readonly cookie?: string | undefined; readonly language?: string } = {}) {
    this.url = url;
    this.language = language;
    if (cookie !== undefined) this.#cookies.set('apparaat', { value: cookie, path: '/' });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, 'GET', { ...headers });
  }

  /** A form of one of our own pages; as text it is sent as it stands. */
  post(path: string, fields: Record<string, string> | string, headers: Record<string, string> = {}): Promise<Answer> {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: this.url, accept: 'text/html' };
    return this.#ask(path, 'POST', { ...form, ...headers }, typeof fields === 'string' ? fields : new URLSearchParams(fields).toString());
  }

  send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, 'POST', { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  }

  /** As other software, with these cookies. */
  ask(path: string, { method, headers, body }: { method: string; headers: Record<string, string>; body: string }): Promise<Answer> {
    return this.#ask(path, method, headers, body);
  }

  /** The secret by which the house knows this device. */
  get deviceSecret(): string | undefined {
    return this.#cookies.get('apparaat')?.value;
  }

  /** What it would say of itself at this address. */
  cookieFor(path: string): string {
    const fitting = [...this.#cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    return fitting.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  async #ask(path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const cookie = this.cookieFor(path);
    const own = { 'accept-language': this.language, ...(cookie && { cookie }) };
    const answer = await ask(this.url + path, { method, headers: { ...own, ...headers }, ...(body !== undefined && { body }) });
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; ?path=([^;]*)/i.exec(line)?.[1] ?? '/';
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}
