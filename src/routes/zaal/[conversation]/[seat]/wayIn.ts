import type { QrCode } from '../../../qr.server.ts';

/** How people come in: by the code they scan, or the word and digits they type. */
export interface WayIn {
  readonly code: string;
  readonly qr: QrCode;
}
