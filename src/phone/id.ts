/** Twenty signs of chance (100 bits), also where the page is no secure context. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => SIGNS[byte % 32]).join('');
}

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
