/**
 * What a QR carries: the way in, or the way to one table. The key stands behind the #, which is sent to no
 * server; whoever scans posts it once.
 */
export function joinAddress(address: string, key: string, table?: number): string {
  return `${address}/doe-mee#${scannedText({ key, table: table ?? null })}`;
}

export interface Scanned {
  readonly key: string;
  /** The table whose code it was, if it was that of a table. */
  readonly table: number | null;
}

export function scannedText({ key, table }: Scanned): string {
  return table === null ? key : `${key}.${table}`;
}

/** A key has no dot of its own. */
export function readScanned(text: string): Scanned {
  const [, key = text, table] = /^([^.]+)\.(\d{1,4})$/.exec(text) ?? [];
  return { key, table: table === undefined ? null : Number(table) };
}
