import { readSettings, type Settings } from '../settings.ts';
import { AlreadyRunning } from '../database.ts';
import { NoErasedList } from '#store/erasedList.ts';
import { make } from './make.ts';

/** `npm start`: makes what is missing, opens the house and says where to go. */
const settings = readSettings(process.env);
if ('wrong' in settings) leave(settings);
else await start(settings);

async function start(settings: Settings): Promise<void> {
  await make((sentence) => console.log(sentence));
  // Only now: the entry needs the words that were just made.
  const { startHouse } = await import('../main.ts');
  const { welcome } = await import('./welcome.ts');
  try {
    const house = await startHouse(settings);
    console.log(await welcome(settings, house));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(house));
  } catch (error) {
    if (error instanceof AlreadyRunning) leave(runningAlready(error));
    else if (error instanceof NoErasedList) leave(listIsAway(error));
    else leave(portTrouble(error, settings));
  }
}

async function stop(house: { stop(): Promise<void> }): Promise<void> {
  console.log('Samenspraak stopt; wat bewaard is, blijft. / Samenspraak stops; what is saved stays.');
  await house.stop();
  process.exit(0);
}

interface BothLanguages {
  readonly nl: string;
  readonly en: string;
}

function leave({ nl, en }: BothLanguages): void {
  console.error(`${nl}\n${en}`);
  process.exitCode = 1;
}

/** A second start beside a running one says so and leaves it alone. */
function runningAlready({ details }: AlreadyRunning): BothLanguages {
  const where = details ? `${details.url || `PORT ${details.port}`}, pid ${details.pid}` : '';
  return {
    nl: `Samenspraak draait al op deze map${where && `: ${where}`}. Die blijft gewoon draaien.`,
    en: `Samenspraak already runs on this folder${where && `: ${where}`}. It simply keeps running.`,
  };
}

/** An older database could show what was erased since. */
function listIsAway({ path }: NoErasedList): BothLanguages {
  return {
    nl: `De lijst van gewiste teksten, ${path}, kunnen we niet lezen of aanvullen. We openen niet: een teruggezette database zou gewiste woorden kunnen tonen. Zet de lijst terug, of kies met ERASED_LIST een plek die er is.`,
    en: `We cannot read or add to the list of erased texts, ${path}. We do not open: a restored database could show erased words. Put the list back, or choose a place that is there with ERASED_LIST.`,
  };
}

function portTrouble(error: unknown, { host, port }: Settings): BothLanguages {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return {
      nl: `Poort ${port} is al in gebruik. Sluit het andere programma, of kies een andere poort, zoals PORT=${port + 1} npm start.`,
      en: `Port ${port} is already in use. Close the other program, or choose another port, such as PORT=${port + 1} npm start.`,
    };
  }
  if (code === 'EACCES') {
    return {
      nl: `Poort ${port} mogen we niet openen. Kies een poort boven 1023, zoals PORT=3000 npm start.`,
      en: `We may not open port ${port}. Choose a port above 1023, such as PORT=3000 npm start.`,
    };
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return {
      nl: `HOST is "${host}", maar dat is geen adres van deze computer. Laat HOST weg, of gebruik 0.0.0.0 voor een zaal.`,
      en: `HOST is "${host}", but that is no address of this computer. Leave HOST out, or use 0.0.0.0 for a hall.`,
    };
  }
  throw error;
}
