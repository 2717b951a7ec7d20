import type { ConversationId, DeviceId, LinkId, OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/people.ts';
import type { SeatId } from '#conversation/state.ts';
import { bytes } from './bytes.ts';
import type { Database, Query } from './database.ts';
import { Gathered } from './gathered.ts';
import { recordRevocations, type Lost } from './revocations.ts';

export class People implements port.People {
  readonly #database: Database;

  readonly #devices: Gathered<NewDevice, void>;
  readonly #seats: Gathered<NewSeat, boolean>;

  constructor(database: Database) {
    this.#database = database;
    this.#devices = new Gathered((devices) => this.#addDevices(devices));
    this.#seats = new Gathered((seats) => this.#addSeats(seats));
  }

  async addDevice(device: DeviceId, secretHash: Uint8Array): Promise<void> {
    await this.#devices.ask({ device, secretHash });
  }

  async findDevice(secretHash: Uint8Array): Promise<port.Visitor | null> {
    const rows = await this.#database.steady<port.Visitor>(
      `SELECT devices.id AS device, devices.organiser,
         coalesce(jsonb_agg(jsonb_build_object('conversation', s.conversation, 'seat', s.seat, 'link', s.link)) FILTER (WHERE s.seat IS NOT NULL), '[]') AS seats
       FROM devices LEFT JOIN device_seats s ON s.device = devices.id
       WHERE secret_hash = $1 GROUP BY devices.id`,
      [bytes(secretHash)],
    );
    return rows[0] ?? null;
  }

  async addSeat(device: DeviceId, reached: port.ReachedSeat): Promise<boolean> {
    const { conversation, seat, link } = reached;
    if (link === null) return this.#seats.ask({ ...reached, device });
    // The link's row is held for a moment: taking it away then also finds this seat.
    const rows = await this.#database.steady(
      `WITH way AS (SELECT id FROM links WHERE id = $4 FOR SHARE), known AS (SELECT id FROM devices WHERE id = $3 FOR SHARE)
       INSERT INTO device_seats (conversation, seat, device, link)
       SELECT $1, $2, known.id, $4 FROM known WHERE $4::text IS NULL OR EXISTS (SELECT FROM way)
       ON CONFLICT (conversation, seat, device) DO UPDATE SET link = excluded.link RETURNING seat`,
      [conversation, seat, device, link],
    );
    return rows.length === 1;
  }

  async reaches(device: DeviceId, conversation: ConversationId, seat: SeatId): Promise<port.ReachedSeat | null> {
    const rows = await this.#database.steady<port.ReachedSeat>(
      'SELECT conversation, seat, link FROM device_seats WHERE conversation = $1 AND seat = $2 AND device = $3',
      [conversation, seat, device],
    );
    return rows[0] ?? null;
  }

  async addLink({ id, kind, secretHash, organiser, madeBy, conversation, seat }: port.NewLink): Promise<void> {
    await this.#database.steady(
      'INSERT INTO links (id, kind, secret_hash, organiser, made_by, conversation, seat) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash',
      [id, kind, bytes(secretHash), organiser, madeBy, conversation, seat],
    );
  }

  async findLink(secretHash: Uint8Array): Promise<port.Link | null> {
    const rows = await this.#database.steady<port.Link>(
      'SELECT id, kind, organiser, made_by AS "madeBy", conversation, seat FROM links WHERE secret_hash = $1',
      [bytes(secretHash)],
    );
    return rows[0] ?? null;
  }

  /** Those that make someone this organiser, and those this organiser made for colleagues. */
  organiserLinks(organiser: OrganiserId): Promise<readonly port.Link[]> {
    return this.#database.steady<port.Link>(
      `SELECT id, kind, organiser, made_by AS "madeBy", conversation, seat FROM links WHERE kind = 'organiser' AND (organiser = $1 OR made_by = $1) ORDER BY id`,
      [organiser],
    );
  }

  linksTo(conversation: ConversationId): Promise<readonly port.Link[]> {
    return this.#database.steady<port.Link>(
      'SELECT id, kind, organiser, made_by AS "madeBy", conversation, seat FROM links WHERE conversation = $1 ORDER BY kind, id',
      [conversation],
    );
  }

  async makeOrganiser(device: DeviceId, { id, organiser }: port.Link): Promise<boolean> {
    const rows = await this.#database.steady(
      `WITH way AS (SELECT id FROM links WHERE id = $2 FOR SHARE)
       UPDATE devices SET organiser = $3, link = $2 WHERE id = $1 AND EXISTS (SELECT FROM way) RETURNING id`,
      [device, id, organiser],
    );
    return rows.length === 1;
  }

  consumeSetUp(secretHash: Uint8Array, device: DeviceId, organiser: OrganiserId): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      const used = await query(`DELETE FROM links WHERE kind = 'setUp' AND secret_hash = $1 RETURNING id`, [bytes(secretHash)]);
      if (used.length === 0) return false;
      await query(`DELETE FROM links WHERE kind = 'setUp'`);
      await query('UPDATE devices SET organiser = $2, link = NULL WHERE id = $1', [device, organiser]);
      return true;
    });
  }

  async hasOrganiser(): Promise<boolean> {
    return (
      (
        await this.#database.steady(
          `SELECT 1 FROM devices WHERE organiser IS NOT NULL UNION ALL SELECT 1 FROM links WHERE kind = 'organiser' LIMIT 1`,
        )
      ).length > 0
    );
  }

  revokeLink(link: LinkId): Promise<readonly port.Revocation[]> {
    return this.#revoke(async (query) => {
      await query('DELETE FROM links WHERE id = $1', [link]);
      await query('DELETE FROM tokens WHERE link = $1', [link]);
      const seats = await query<Lost>('DELETE FROM device_seats WHERE link = $1 RETURNING device, conversation, seat', [link]);
      return [...(await organiseNoMore(query, 'link = $1', [link])), ...seats];
    });
  }

  revokeOthers(
    organiser: OrganiserId,
    { device, link }: { readonly device: DeviceId; readonly link: LinkId },
  ): Promise<readonly port.Revocation[]> {
    return this.#revoke(async (query) => {
      await query(`DELETE FROM links WHERE kind = 'organiser' AND organiser = $1 AND id <> $2`, [organiser, link]);
      await query('DELETE FROM tokens WHERE organiser = $1', [organiser]);
      return organiseNoMore(query, 'organiser = $1 AND id <> $2', [organiser, device]);
    });
  }

  revokeDevice(device: DeviceId): Promise<readonly port.Revocation[]> {
    return this.#revoke(async (query) => {
      await query('DELETE FROM devices WHERE id = $1', [device]);
      await query('DELETE FROM device_seats WHERE device = $1', [device]);
      return [{ device, conversation: null, seat: null }];
    });
  }

  revokeSeat(conversation: ConversationId, seat: SeatId): Promise<readonly port.Revocation[]> {
    return this.#revoke((query) =>
      query<Lost>('DELETE FROM device_seats WHERE conversation = $1 AND seat = $2 RETURNING device, conversation, seat', [
        conversation,
        seat,
      ]),
    );
  }

  revocationsAfter(number: number): Promise<readonly port.Revocation[]> {
    return this.#database.query<port.Revocation>(
      'SELECT number, device, conversation, seat FROM revocations WHERE number > $1 ORDER BY number',
      [number],
    );
  }

  async lastRevocation(): Promise<number> {
    const [row] = await this.#database.query<{ last: number }>('SELECT coalesce(max(number), 0) AS last FROM revocations');
    return row?.last ?? 0;
  }

  async #addDevices(devices: readonly NewDevice[]): Promise<readonly void[]> {
    await this.#database.steady(
      'INSERT INTO devices (id, secret_hash) SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT (id) DO NOTHING',
      [devices.map(({ device }) => device), devices.map(({ secretHash }) => bytes(secretHash))],
    );
    return devices.map(() => undefined);
  }

  async #addSeats(seats: readonly NewSeat[]): Promise<readonly boolean[]> {
    const added = await this.#database.steady<NewSeat>(
      `WITH known AS (SELECT id FROM devices WHERE id = ANY($3) ORDER BY id FOR SHARE)
       INSERT INTO device_seats (conversation, seat, device, link)
       SELECT DISTINCT wanted.conversation, wanted.seat, known.id, NULL
       FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (conversation, seat, device) JOIN known ON known.id = wanted.device
       ON CONFLICT (conversation, seat, device) DO UPDATE SET link = excluded.link RETURNING conversation, seat, device`,
      [seats.map(({ conversation }) => conversation), seats.map(({ seat }) => seat), seats.map(({ device }) => device)],
    );
    const known = new Set(added.map(nameOf));
    return seats.map((seat) => known.has(nameOf(seat)));
  }

  #revoke(take: (query: Query) => Promise<readonly Lost[]>): Promise<readonly port.Revocation[]> {
    return this.#database.transaction(async (query) => recordRevocations(query, await take(query)));
  }
}

/** These devices lead to the conversations of no organiser any more. */
async function organiseNoMore(query: Query, which: string, values: readonly string[]): Promise<readonly Lost[]> {
  const devices = await query<Lost>(
    `UPDATE devices SET organiser = NULL, link = NULL WHERE ${which} RETURNING id AS device, NULL AS conversation, NULL AS seat`,
    values,
  );
  const seats = await query<Lost>(
    `DELETE FROM device_seats s USING conversations c
     WHERE s.conversation = c.id AND s.seat = c.facilitator_seat AND s.device = ANY($1) RETURNING s.device, s.conversation, s.seat`,
    [devices.map(({ device }) => device)],
  );
  return [...devices, ...seats];
}

interface NewDevice {
  readonly device: DeviceId;
  readonly secretHash: Uint8Array;
}

interface NewSeat {
  readonly conversation: ConversationId;
  readonly seat: SeatId;
  readonly device: DeviceId;
}

function nameOf({ conversation, seat, device }: NewSeat): string {
  return `${conversation} ${seat} ${device}`;
}
