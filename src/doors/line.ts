/**
 * Whether nobody on the way can read along: https, or a visit from this computer to itself. Formats with
 * private or health content ask for it.
 */
export function isPrivateLine(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
