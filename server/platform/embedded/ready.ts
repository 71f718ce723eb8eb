/** Answers of PostgreSQL's protocol as they come in pieces, with nothing but their last ReadyForQuery. */
const READY = 'Z'.charCodeAt(0);
const HEAD_BYTES = 5;
const READY_BYTES = 6;

/** @param pass takes what goes on to the client */
export function onlyLastReady(pass: (data: Buffer) => void) {
  /** The beginning of a message that is too short to tell what it is. */
  let begun: Uint8Array = new Uint8Array();
  /** Bytes of a message that passes and is not at its end. */
  let left = 0;
  let ready: Uint8Array = new Uint8Array();
  return {
    take(data: Uint8Array): void {
      // A copy, for the database uses its memory again once this returns.
      const bytes = Buffer.concat([begun, data]);
      const passing: Buffer[] = [];
      let passesFrom = 0;
      let at = Math.min(left, bytes.length);
      left -= at;
      while (left === 0 && bytes.length - at >= HEAD_BYTES) {
        const isReady = bytes[at] === READY;
        const length = 1 + bytes.readInt32BE(at + 1);
        const here = Math.min(length, bytes.length - at);
        if (isReady && here < READY_BYTES) break;
        if (isReady) {
          passing.push(bytes.subarray(passesFrom, at));
          passesFrom = at + READY_BYTES;
          ready = bytes.subarray(at, passesFrom);
        }
        at += here;
        left = length - here;
      }
      begun = bytes.subarray(at);
      passing.push(bytes.subarray(passesFrom, at));
      const whole = Buffer.concat(passing);
      if (whole.length > 0) pass(whole);
    },
    end: () => pass(Buffer.from(ready)),
  };
}
