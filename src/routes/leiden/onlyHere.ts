/** The name in the codes, when no phone can reach it: the house listens on this machine alone. */
export function onlyHere(address: string): string | null {
  const { host, hostname } = new URL(address);
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? host : null;
}
