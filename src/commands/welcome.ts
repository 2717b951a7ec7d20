import { toString as toQr } from 'qrcode';
import type { RunningHouse } from '../main.ts';
import type { Settings } from '../settings.ts';

/** What stands in the terminal once people can come in. */
export async function welcome(settings: Settings, { url, setUpFile }: Pick<RunningHouse, 'url' | 'setUpFile'>): Promise<string> {
  const lines = [`Samenspraak staat klaar / Samenspraak is ready: ${url}`];
  if (isHall(settings)) lines.push(await toQr(url, { type: 'terminal', small: true }), ...hallAdvice(settings));
  if (setUpFile) lines.push(...firstTime(url, setUpFile));
  return lines.join('\n');
}

function firstTime(url: string, setUpFile: string): string[] {
  return [
    `Eerste keer? Ga naar ${url}/leiden/begin. De begincode staat in ${setUpFile}`,
    `First time? Go to ${url}/leiden/begin. The set-up code is in ${setUpFile}`,
  ];
}

function isHall({ host }: Settings): boolean {
  return host === '0.0.0.0' || host === '::';
}

function hallAdvice({ secure }: Settings): string[] {
  if (secure) return [];
  return [
    'Zaalmodus: telefoons op hetzelfde netwerk kunnen meedoen. Zonder https alleen voor gesprekken zonder privé- of gezondheidszaken.',
    'Hall mode: phones on the same network can join. Without https only for conversations without private or health matters.',
  ];
}
