import { create } from 'qrcode';

/** A QR code as path data for `parts/Qr.svelte`: one unit a module, one rectangle for each row of dark ones. */
export interface QrCode {
  readonly path: string;
  readonly modules: number;
}

export function qrOf(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) =>
    runsIn(data.subarray(row * size, (row + 1) * size)).map(([from, length]) => `M${from} ${row}h${length}v1h-${length}z`),
  );
  return { path: rows.flat().join(''), modules: size };
}

function runsIn(row: Uint8Array): [from: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, index) => {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === index) last[1]++;
    else if (dark) runs.push([index, 1]);
  });
  return runs;
}
