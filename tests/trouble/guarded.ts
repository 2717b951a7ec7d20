import assert from 'node:assert/strict';
import type { Answer } from '../helpers/ask.ts';

/** What every answer carries, whatever it is. */
export function assertGuarded({ headers }: Answer, path: string): void {
  const expected = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': path.startsWith('/v1') ? 'no-referrer' : 'same-origin',
    'origin-agent-cluster': '?1',
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, `${path}: ${name}`);
  assert.match(String(headers['permissions-policy']), /camera=\(\).*microphone=\(\).*geolocation=\(\)/, path);
  const policy = policyOf(headers);
  assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*|https?:/, path);
  assert.match(policy.get('default-src') ?? '', /^'(self|none)'$/, path);
  assert.equal(policy.get('frame-ancestors'), "'none'", path);
}

/** Only the page itself, this site, and the one script that starts the page. */
export function assertStrictPage({ headers, body }: Answer, path: string): void {
  const policy = policyOf(headers);
  const nonce = /'nonce-([^']+)'/.exec(policy.get('script-src') ?? '')?.[1];
  assert.match(policy.get('script-src') ?? '', /^'self'( 'nonce-[^']+')?$/, path);
  for (const part of ['style-src', 'connect-src', 'font-src', 'form-action']) assert.equal(policy.get(part), "'self'", `${path}: ${part}`);
  for (const part of ['base-uri', 'object-src']) assert.equal(policy.get(part), "'none'", `${path}: ${part}`);
  // Data for the script of a page is no script.
  const inline = [...body.matchAll(/<script\b([^>]*)>/g)].filter(
    ([, attributes = '']) => !/\bsrc=|type="application\/json"/.test(attributes),
  );
  for (const [tag] of inline) assert.ok(nonce !== undefined && tag.includes(`nonce="${nonce}"`), `${path}: ${tag}`);
  assert.doesNotMatch(body, /<[^>]*\s(style|on\w+)="/, `${path}: a style or a script in a tag`);
}

/** Nothing on the page is fetched from, or sent to, another site. A link that people follow themselves may lead elsewhere. */
export function assertNothingFromElsewhere({ body }: Answer, url: string): void {
  for (const [, tag = '', attributes = ''] of body.matchAll(/<(\w+)\b([^>]*)>/g)) {
    if (tag === 'a') continue;
    for (const [, address = ''] of attributes.matchAll(/\b(?:src|href|action|formaction|poster|data|srcset)="([^"]*)"/g))
      assert.equal(address.startsWith('data:image/') ? url : new URL(address.replaceAll('&amp;', '&'), `${url}/`).origin, url, address);
  }
}

/** What is in a cookie is for the server alone, and is sent along with nothing that comes from elsewhere. */
export function assertCookiesClosed({ headers }: Answer, path: string): void {
  for (const cookie of headers['set-cookie'] ?? []) {
    assert.match(cookie, /; ?HttpOnly/i, path);
    assert.match(cookie, /; ?SameSite=(Lax|Strict)/i, path);
    assert.doesNotMatch(cookie, /; ?Domain=/i, path);
  }
}

function policyOf(headers: Answer['headers']): ReadonlyMap<string, string> {
  const parts = String(headers['content-security-policy']).split(';');
  return new Map(parts.map((part) => [part.trim().split(' ', 1)[0] ?? '', part.trim().split(' ').slice(1).join(' ')]));
}
