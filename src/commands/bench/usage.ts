import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance, type EventLoopUtilization } from 'node:perf_hooks';

export interface Usage {
  /** The most memory the house had (resident, in MB), and at the end. */
  readonly serverRssMb: number | null;
  /** Of one core, on average. */
  readonly serverCpuPercent: number | null;
  readonly databaseCpuPercent: number | null;
  readonly generatorCpuPercent: number;
  /** Of the whole machine, by others than the house, its database and us. */
  readonly othersCpuPercent: number | null;
  /** How late our own event loop was: times we measure are at most this much too long. */
  readonly generatorLagP99Ms: number;
  readonly generatorBusyPercent: number;
}

/** Watches what the house, its database and this process use, from now until `end`. Only Linux tells; elsewhere it is null. */
export class Watching {
  readonly #pid: number;
  readonly #databasePid: number;
  readonly #began = performance.now();
  readonly #before: Ticks;
  readonly #own = process.cpuUsage();
  readonly #loop: EventLoopUtilization = performance.eventLoopUtilization();
  readonly #lag = monitorEventLoopDelay({ resolution: 5 });
  readonly #timer: NodeJS.Timeout;
  #rss: number | null = null;

  constructor(pid: number, databasePid: number) {
    this.#pid = pid;
    this.#databasePid = databasePid;
    this.#before = ticksNow(pid, databasePid);
    this.#lag.enable();
    this.#timer = setInterval(() => this.#look(), 500).unref();
    this.#look();
  }

  end(): Usage {
    clearInterval(this.#timer);
    this.#look();
    this.#lag.disable();
    const seconds = (performance.now() - this.#began) / 1_000;
    const after = ticksNow(this.#pid, this.#databasePid);
    const percent = (later: number | null, earlier: number | null) =>
      later === null || earlier === null ? null : Math.round((later - earlier) / seconds);
    const server = percent(after.server, this.#before.server);
    const database = percent(after.database, this.#before.database);
    const { user, system } = process.cpuUsage(this.#own);
    const generator = Math.round((user + system) / 10_000 / seconds);
    const machine = percent(after.machine, this.#before.machine);
    return {
      serverRssMb: this.#rss,
      serverCpuPercent: server,
      databaseCpuPercent: database,
      generatorCpuPercent: generator,
      othersCpuPercent: machine === null ? null : Math.max(0, machine - (server ?? 0) - (database ?? 0) - generator),
      generatorLagP99Ms: Math.round(this.#lag.percentile(99) / 100_000) / 10,
      generatorBusyPercent: Math.round(performance.eventLoopUtilization(this.#loop).utilization * 100),
    };
  }

  #look(): void {
    const now = residentMb(this.#pid);
    if (now !== null) this.#rss = Math.max(this.#rss ?? 0, now);
  }
}

/** In hundredths of a second, as Linux counts. */
interface Ticks {
  readonly server: number | null;
  readonly database: number | null;
  readonly machine: number | null;
}

function ticksNow(pid: number, databasePid: number): Ticks {
  return { server: ticksOf(pid), database: ticksOfFamily(databasePid), machine: ticksOfMachine() };
}

function ticksOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields && Number(fields[11]) + Number(fields[12]);
}

/** The server and its children, with those that ended meanwhile. */
function ticksOfFamily(parent: number): number | null {
  const own = statOf(parent);
  if (!own) return null;
  const children = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []).slice(1, 2).map((of) => [name, of]) : [],
  );
  const ours = children.filter(([, of]) => Number(of) === parent).map(([name]) => ticksOf(Number(name)) ?? 0);
  return [Number(own[11]), Number(own[12]), Number(own[13]), Number(own[14]), ...ours].reduce((sum, each) => sum + each, 0);
}

/** What stands behind the name in /proc/PID/stat: state, parent, and so on. */
function statOf(pid: number): readonly string[] | null {
  const line = readOrNull(`/proc/${pid}/stat`);
  return line === null ? null : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/** All that the machine did, idling and waiting left out. */
function ticksOfMachine(): number | null {
  const [line] = readOrNull('/proc/stat')?.split('\n', 1) ?? [];
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0] = (line?.trim().split(/\s+/).slice(1) ?? []).map(Number);
  return line === undefined ? null : user + nice + system + interrupts + soft;
}

function residentMb(pid: number): number | null {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readOrNull(`/proc/${pid}/status`) ?? '');
  return found && Math.round(Number(found[1]) / 1_024);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
