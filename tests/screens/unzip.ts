import { inflateRawSync } from 'node:zlib';

/** The text files of a zip, by name: as much of the format as an office document uses (APPNOTE 4.3). */
export function partsOf(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf(END) + 16);
  while (zip.readUInt32LE(at) === ENTRY) {
    const [compressed, nameLength, extraLength, commentLength] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((each) => zip.readUInt16LE(at + each)),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    parts.set(name, content(zip, zip.readUInt32LE(at + 42), compressed ?? 0, zip.readUInt16LE(at + 10)));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return parts;
}

const END = Buffer.from([0x50, 0x4b, 5, 6]);
const ENTRY = 0x02014b50;
const DEFLATED = 8;

function content(zip: Buffer, header: number, length: number, method: number): string {
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + length);
  return (method === DEFLATED ? inflateRawSync(bytes) : bytes).toString('utf8');
}
