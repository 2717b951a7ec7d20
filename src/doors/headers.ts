import type { ServerResponse } from 'node:http';

/** For everything that is no page: it shows nothing, loads nothing and may be framed by nobody. */
const CLOSED_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A worker lives under the policy of its own file, and has to fetch the pages it keeps. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'; frame-ancestors 'none'";

const ALWAYS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['Cache-Control', 'no-store'],
];
const HSTS = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/** Set before anything else happens, so that errors, assets and streams carry them too. Pages put their own policy in place. */
export function setSecurityHeaders(response: ServerResponse, path: string, secure: boolean): void {
  for (const [name, value] of securityHeaders(path, secure)) response.setHeader(name, value);
}

export function securityHeaders(path: string, secure: boolean): (readonly [string, string])[] {
  return [
    ...ALWAYS,
    ['Content-Security-Policy', path === '/service-worker.js' ? WORKER_POLICY : CLOSED_POLICY],
    // no-referrer would make browsers send `Origin: null` with every form.
    ['Referrer-Policy', isApi(path) ? 'no-referrer' : 'same-origin'],
    ...(secure ? [HSTS] : []),
  ];
}

export function isApi(path: string): boolean {
  return path.startsWith('/v1/') || path === '/v1';
}
