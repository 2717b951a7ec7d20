import type { Usage } from './usage.ts';

export interface Measured extends Usage {
  readonly phones: number;
  readonly shutOut: number;
  readonly ackP99Ms: number | null;
  readonly pushP99Ms: number | null;
}

/** What stood in the way of more, in words. */
export function limitFound(measured: Measured): string {
  const { phones, ackP99Ms, pushP99Ms } = measured;
  const good = (ackP99Ms ?? Infinity) <= GOOD_ACK_MS && (pushP99Ms ?? Infinity) <= GOOD_PUSH_MS && measured.shutOut === 0;
  const reasons = [...reasonsIn(measured)];
  const found = reasons.length > 0 ? reasons.join('; ') : 'no part was near its limit';
  return good ? `${phones} phones fit (${found}).` : `${phones} phones are more than this house takes well here: ${found}.`;
}

const GOOD_ACK_MS = 500;
const GOOD_PUSH_MS = 2_000;
/** From here on a single core makes others wait. */
const BUSY_PERCENT = 80;

function* reasonsIn(measured: Measured): Generator<string> {
  const { serverCpuPercent: server, generatorBusyPercent: generator, databaseCpuPercent: database, othersCpuPercent: others } = measured;
  if ((server ?? 0) >= BUSY_PERCENT) yield `the house used ${server} % of the one core it can use`;
  if ((database ?? 0) >= BUSY_PERCENT) yield `the database used ${database} % of a core`;
  if (generator >= BUSY_PERCENT)
    yield `the phones themselves kept this process ${generator} % busy, so the times are too long by up to ${measured.generatorLagP99Ms} ms`;
  if ((others ?? 0) >= OTHERS_PERCENT) yield `other programs used ${others} % of a core meanwhile`;
  if (measured.shutOut > 0) yield `${measured.shutOut} phones could not come in`;
}

const OTHERS_PERCENT = 20;
