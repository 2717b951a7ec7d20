import { networkInterfaces } from 'node:os';
import type { Settings } from '../settings.ts';

/** Which names this house answers to, and what its origin is under each: a foreign name is a trick or a mistake. */
export class Hosts {
  readonly #origins = new Map<string, string>();
  readonly #publicOrigin: string | undefined;

  constructor(settings: Settings, port: number) {
    const scheme = settings.tls ? 'https' : 'http';
    const usual = settings.tls ? 443 : 80;
    for (const name of ownNames(settings.host)) {
      this.#origins.set(`${name}:${port}`, `${scheme}://${name}${port === usual ? '' : `:${port}`}`);
      if (port === usual) this.#origins.set(name, `${scheme}://${name}`);
    }
    this.#publicOrigin = settings.publicUrl?.origin;
    if (settings.publicUrl) this.#origins.set(settings.publicUrl.host, settings.publicUrl.origin);
  }

  /** The origin that belongs to a Host header; undefined when the name is not ours. */
  originOf(host: string | undefined): string | undefined {
    return host === undefined ? undefined : this.#origins.get(host.toLowerCase());
  }

  /** Whether a page of ours sent this. Behind a proxy the Host may be an inner name while the browser says the public one. */
  isOwn(origin: string, hostOrigin: string): boolean {
    return origin === hostOrigin || origin === this.#publicOrigin;
  }
}

/** The address others in this hall can reach; undefined when the machine is on no network. */
export function hallAddress(): string | undefined {
  const addresses = outwardAddresses();
  return addresses.find((address) => /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) ?? addresses[0];
}

function ownNames(host: string): string[] {
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  if (host === '0.0.0.0') return [...loopback, ...outwardAddresses()];
  if (host === '::') return [...loopback, ...outwardAddresses(), ...outwardAddresses('IPv6').map((address) => `[${address}]`)];
  return [...loopback, host.includes(':') ? `[${host}]` : host.toLowerCase()];
}

/** Bridges of containers and tunnels come last: nobody in the hall can reach those. */
function outwardAddresses(family: 'IPv4' | 'IPv6' = 'IPv4'): string[] {
  return Object.entries(networkInterfaces())
    .sort(([one], [other]) => Number(isVirtual(one)) - Number(isVirtual(other)))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter((address) => address.family === family && !address.internal)
    .map((address) => address.address);
}

function isVirtual(name: string): boolean {
  return /^(docker|br-|veth|virbr|tun|tap|utun|vmnet|vboxnet|wg|tailscale|zt)/.test(name);
}
