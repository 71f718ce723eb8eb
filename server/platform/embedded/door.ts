/**
 * PostgreSQL's protocol on a socket for a database that has one session. Everything up to a Sync goes to the database at once, so that
 * no two connections' statements mix, and answers end with one ReadyForQuery. After an error PGlite 0.5.8, the last that PostGIS is
 * built for, sends a second one (electric-sql/pglite#958): a client would then take each answer for the previous statement's.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { onlyLastReady } from './ready.ts';

/** What the door needs of PGlite. */
export interface OneSession {
  execProtocolRawStream(message: Uint8Array, options: { onRawData(data: Uint8Array): void }): Promise<void>;
  isInTransaction(): boolean;
}

const CANCEL = 80_877_102;
const ENCRYPTION = new Set([80_877_103, 80_877_104]);
const NO_ENCRYPTION = Buffer.from('N');
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
const ROLLBACK = Buffer.from([0x51, 0, 0, 0, 13, ...Buffer.from('rollback\0')]);
/** After these the database answers: Query, Sync, Flush, and the parts of a copy. */
const ANSWERED = new Set([...'QSHdcf'].map((letter) => letter.charCodeAt(0)));
/** After these a client waits for ReadyForQuery. */
const COMPLETE = new Set([...'QS'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

interface Unit {
  readonly from: Connection;
  readonly bytes: Uint8Array;
  /** False after a Flush: more of the same statements follows, and nobody else may come between. */
  readonly isComplete: boolean;
}

interface Connection {
  readonly socket: Socket;
  isBegun: boolean;
  unread: Buffer;
  /** Messages of a unit that is not whole yet. */
  gathered: Buffer[];
}

/** @param onBroken called when the database itself fails, which no statement causes */
export function openDoor(db: OneSession, onBroken: (error: unknown) => void): Server {
  const waiting: Unit[] = [];
  let owner: Connection | undefined;
  let isAtWork = false;

  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    for (let unit = next(); unit; unit = next()) {
      const { from, bytes, isComplete } = unit;
      const ready = onlyLastReady((data) => from.socket.writable && from.socket.write(data));
      await db.execProtocolRawStream(bytes, { onRawData: ready.take });
      if (isComplete) ready.end();
      owner = !isComplete || db.isInTransaction() ? from : undefined;
      if (from.socket.destroyed) leave(from);
    }
    isAtWork = false;
  }

  function next(): Unit | undefined {
    const place = owner ? waiting.findIndex(({ from }) => from === owner) : 0;
    return waiting.splice(place, place < 0 ? 0 : 1)[0];
  }

  function ask(unit: Unit): void {
    waiting.push(unit);
    work().catch(onBroken);
  }

  /** Rolls back the transaction of a client that goes in the middle of it. */
  function leave(connection: Connection): void {
    for (let i = waiting.length - 1; i >= 0; i--) if (waiting[i]?.from === connection) waiting.splice(i, 1);
    if (owner === connection) ask({ from: connection, bytes: Buffer.concat([SYNC, ROLLBACK]), isComplete: true });
  }

  return createServer((socket) => {
    const connection: Connection = { socket, isBegun: false, unread: Buffer.alloc(0), gathered: [] };
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => leave(connection));
    socket.on('data', (data) => {
      connection.unread = connection.unread.length === 0 ? data : Buffer.concat([connection.unread, data]);
      for (let message = messageOf(connection); message; message = messageOf(connection)) {
        if (!connection.isBegun) begin(connection, message);
        else if (message[0] === TERMINATE) socket.end();
        else gather(connection, message);
      }
    });
  });

  function begin(connection: Connection, message: Buffer): void {
    const code = message.readInt32BE(4);
    if (ENCRYPTION.has(code)) connection.socket.write(NO_ENCRYPTION);
    // PGlite cannot cancel a statement; the request gets no answer, as from any PostgreSQL.
    else if (code === CANCEL) connection.socket.end();
    else {
      connection.isBegun = true;
      ask({ from: connection, bytes: message, isComplete: true });
    }
  }

  function gather(connection: Connection, message: Buffer): void {
    const kind = message[0] ?? 0;
    connection.gathered.push(message);
    if (!ANSWERED.has(kind)) return;
    ask({ from: connection, bytes: Buffer.concat(connection.gathered), isComplete: COMPLETE.has(kind) });
    connection.gathered = [];
  }
}

/** Takes the next whole message. The first one has no letter before its length (postgresql.org/docs/current/protocol-message-formats.html). */
function messageOf(connection: Connection): Buffer | undefined {
  const { unread, isBegun } = connection;
  const before = isBegun ? 1 : 0;
  if (unread.length < before + (isBegun ? 4 : 8)) return undefined;
  const end = before + unread.readInt32BE(before);
  if (unread.length < end) return undefined;
  connection.unread = unread.subarray(end);
  return unread.subarray(0, end);
}
