/** A file on its way: kept here when it may not leave, sent by parts over a bad line, never acknowledged twice. */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { createKey, writeKey } from '../../../server/domain/anonymize/key-file.ts';
import { upload } from '../../../server/domain/messages/en/collect/upload.ts';
import { AnonymizedCheck } from '../../../web/src/features/collect/upload/anonymized.ts';
import { keptInWords } from '../../../web/src/features/collect/upload/kept.ts';
import { mayHaveOtherKey } from '../../../web/src/features/collect/upload/other-key.ts';
import { secondsBefore } from '../../../web/src/features/collect/upload/persist.ts';
import { readFile } from '../../../web/src/features/collect/upload/read-file.ts';
import { type Doors, UploadRun } from '../../../web/src/features/collect/upload/run.ts';
import { CHUNK_BYTES } from '../../../web/src/features/collect/upload/send.ts';
import { ApiProblem } from '../../../web/src/lib/http.ts';
import { shellMessages } from '../../../web/src/lib/messages.ts';

beforeAll(() => shellMessages.load());

const HEADER =
  'lea_id,student_key,household_key,cell,residence,grade_level,internet_access,barrier,internet_type,performance,device,device_access,device_provider';
const KEY = 'ab'.repeat(32);
const ROW = `5400030,${KEY},${KEY},892a833359bffff,,05,true,,Satellite,No,Tablet,Shared,School`;
const KEY_FILE = writeKey(createKey('5400030', new Uint8Array(32).fill(7), '2026-08-15'));
const UNPLACED = `5400030,${KEY},,,none,,,,,,,,`;

function said(text: string): string | undefined {
  const check = new AnonymizedCheck();
  const kept = check.read(text) ?? check.end();
  if (!kept) return undefined;
  const { title, whatToDo } = keptInWords(upload, kept);
  return `${title} ${whatToDo}`;
}

describe('a file may leave', () => {
  test.each([
    ['as the anonymizer wrote it', `${HEADER}\n${ROW}\n${UNPLACED}\n`],
    [
      'without the column for residence, as of old',
      `lea_id,student_key,household_key,cell\n5400030,${KEY},${KEY},892a833359bffff`,
    ],
    [
      'with a byte order mark, line ends and quotes of a spreadsheet',
      `\uFEFF${HEADER}\r\n${ROW.replace(KEY, `"${KEY}"`)}\r\n`,
    ],
    [
      'with Ed-Fi names for the questions',
      `LEA_ID;Student_Key;household key;Cell;internetAccessInResidence\r5400030;${KEY};${KEY};892a833359bffff;true\r`,
    ],
  ])('%s', (_how, text) => {
    expect(said(text)).toBeUndefined();
  });
});

describe('a file stays here', () => {
  test.each([
    ['an export', 'Last Name,Address\nInvented,1 Nowhere Rd\n', 'names none of the columns'],
    ['one with a column more', `${HEADER},notes\n${ROW},Invented\n`, 'a column that an anonymized file does not have'],
    [
      'one with a column missing',
      `lea_id,student_key,cell\n5400030,${KEY},892a833359bffff\n`,
      'These columns are missing: household_key.',
    ],
    [
      'one with coordinates where cells were',
      `${HEADER}\n${ROW.replace('892a833359bffff', '38.5123 -80.5')}\n`,
      'Line 2, column cell, holds something else than a cell of the map',
    ],
    [
      'one with a name in its last line',
      `${HEADER}\n${ROW}\n${ROW.replace(KEY, 'Invented Person')}`,
      'Line 3, column student_key, holds something else than a code in place of the student number',
    ],
    [
      'one with a short number for a student',
      `${HEADER}\n${ROW.replace(KEY, '900123')}\n`,
      'Line 2, column student_key',
    ],
    ['the key of the district', KEY_FILE, 'This is your key. Never send it to anybody.'],
    ['a key that was cut off', KEY_FILE.slice(0, 90), 'This is your key.'],
    ['a key on one line', KEY_FILE.replace(/\s/g, '').replace('districtkey', 'district key'), 'This is your key.'],
    ['an empty one', '', 'empty'],
    ['a header alone', `${HEADER}\n`, 'no students'],
    ['a line without end', `${HEADER}\n${'x'.repeat(20_000)}`, 'not text of ours'],
  ])('%s', (_what, text, words) => {
    expect(said(text)).toContain(words);
    expect(said(text)).not.toMatch(/Invented|38\.5|900123|0707/);
  });

  it('whatever the first line says, unless it names our columns', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (line) => {
        expect(said(`${line}\nvalue,value,value,value\n`)).toBeDefined();
      }),
    );
  });

  it('when it is a spreadsheet, a zip file or UTF-16', async () => {
    for (const first of [
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe, 0x6c, 0],
      [0x6c, 0, 0x65],
    ]) {
      const read = await readFile(new Blob([new Uint8Array(first)]), new AbortController().signal, () => {});
      expect(read.kept?.why).toMatch(/^(spreadsheet|notText)$/);
    }
  });

  it('however two reads cut its lines', () => {
    const text = `${HEADER}\r\n${ROW}\r\n${UNPLACED}\r\n`;
    for (let at = 1; at < text.length; at += 7) {
      const check = new AnonymizedCheck();
      expect(check.read(text.slice(0, at)) ?? check.read(text.slice(at)) ?? check.end()).toBeUndefined();
      expect(check.rows).toBe(2);
    }
  });
});

it('a large file is read by slices, to the SHA-256 of the whole', async () => {
  const text = `${HEADER}\n${`${ROW}\n`.repeat(12_000)}`;
  const read = await readFile(new Blob([text]), new AbortController().signal, () => {});
  expect(read).toEqual({ sha256: createHash('sha256').update(text).digest('hex'), rows: 12_000 });
});

it('the wait after a break grows each time, to half a minute at most', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(secondsBefore)).toEqual([1, 2, 4, 8, 16, 30, 30]);
});

/** A server that keeps what it is sent, over a line that fails as a test says. */
class FakeServer {
  readonly bytes: number;
  received = 0;
  readonly offsets: number[] = [];
  readonly waits: number[] = [];
  accepted = 0;
  state: 'receiving' | 'checked' | 'accepted' = 'receiving';
  /** Called before a part is taken; what it throws is the line's fault. */
  before: (part: number) => void = () => {};
  /** Called after a part was taken, before its answer arrives. */
  after: (part: number) => void = () => {};
  onAccept: () => void = () => {};

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  readonly doors: Doors = {
    read: async () => ({ sha256: '0'.repeat(64), rows: 1 }),
    begin: async () => this.upload(),
    put: async (_id, offset, chunk) => {
      this.offsets.push(offset);
      const part = this.offsets.length;
      this.before(part);
      if (offset !== this.received)
        throw new ApiProblem(409, 'collect.offset', 'Go on from there.', { received: this.received });
      this.received += chunk.size;
      this.after(part);
      return { received: this.received };
    },
    check: async () => {
      this.state = 'checked';
      return this.upload();
    },
    accept: async () => {
      this.accepted++;
      this.state = 'accepted';
      this.onAccept();
    },
    fetch: async () => this.upload(),
    discard: async () => {},
    wait: async (seconds) => {
      this.waits.push(seconds);
    },
  };

  upload() {
    return {
      id: 'b7a0',
      collectionId: 1,
      leaId: '5400030',
      state: this.state,
      bytes: this.bytes,
      received: this.received,
      sha256: '0'.repeat(64),
      startedAt: '2027-02-01T12:00:00.000Z',
      refusal: null,
      report: null,
      replaces: null,
      certificateId: null,
    };
  }
}

const broken = () => {
  throw new ApiProblem(0, 'network', 'The server does not answer.');
};

function sending(parts: number) {
  const file = new File([new Uint8Array(CHUNK_BYTES * parts - 10)], 'homes.csv');
  const server = new FakeServer(file.size);
  return { file, server, run: new UploadRun(server.doors) };
}

describe('an upload', () => {
  it('sends every byte once over a good line, and is checked', async () => {
    const { file, server, run } = sending(3);
    await run.choose(file);
    expect(run.phase().at).toBe('checked');
    expect(server.received).toBe(file.size);
    expect(server.offsets).toEqual([0, CHUNK_BYTES, 2 * CHUNK_BYTES]);
  });

  it('sends a part again that did not arrive, after waiting', async () => {
    const { file, server, run } = sending(3);
    server.before = (part) => part >= 2 && part <= 4 && broken();
    await run.choose(file);
    expect(run.phase().at).toBe('checked');
    expect(server.waits).toEqual([1, 2, 4]);
    expect(server.received).toBe(file.size);
  });

  it('goes on from where the server is when an answer was lost on the way', async () => {
    const { file, server, run } = sending(3);
    server.after = (part) => part === 2 && broken();
    await run.choose(file);
    expect(run.phase().at).toBe('checked');
    expect(server.received).toBe(file.size);
  });

  it('comes through whatever line it has, with no byte twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('good', 'lost', 'unanswered'), { maxLength: 20 }), async (line) => {
        const { file, server, run } = sending(4);
        server.before = (part) => line[part - 1] === 'lost' && broken();
        server.after = (part) => line[part - 1] === 'unanswered' && broken();
        await run.choose(file);
        expect(run.phase().at).toBe('checked');
        expect(server.received).toBe(file.size);
      }),
      { numRuns: 40 },
    );
  });

  it('stops at a pause and goes on from there', async () => {
    const { file, server, run } = sending(4);
    server.after = (part) => part === 2 && run.pause();
    await run.choose(file);
    expect(run.phase()).toMatchObject({ at: 'sending', isPaused: true });
    await run.goOn();
    expect(run.phase().at).toBe('checked');
    expect(server.received).toBe(file.size);
  });

  it('says what the server refuses, and does not try again', async () => {
    const { file, server, run } = sending(2);
    server.before = () => {
      throw new ApiProblem(403, 'access.other-role', 'Your link does not open this.');
    };
    await run.choose(file);
    expect(run.phase()).toMatchObject({ at: 'failed', message: 'Your link does not open this.' });
    expect(server.waits).toEqual([]);
  });

  it('accepts once though the answer was lost', async () => {
    const { file, server, run } = sending(1);
    await run.choose(file);
    server.onAccept = broken;
    await run.accept({});
    expect(run.phase().at).toBe('accepted');
    expect(server.accepted).toBe(1);
  });

  it('is shown with its check when the page is opened again', async () => {
    const { file, server, run } = sending(1);
    await run.choose(file);
    const later = new UploadRun(server.doors);
    await later.pickUp('b7a0');
    expect(later.phase().at).toBe('checked');
  });
});

it('an upload is asked about its key when nearly every student is new', () => {
  const replaces = {
    acceptedAt: '2027-02-01T12:00:00.000Z',
    homesBefore: 500,
    homesAfter: 510,
    moved: 0,
    answersChanged: 0,
  };
  expect(mayHaveOtherKey({ ...replaces, added: 505, removed: 495 })).toBe(true);
  expect(mayHaveOtherKey({ ...replaces, added: 60, removed: 50 })).toBe(false);
  expect(mayHaveOtherKey({ ...replaces, homesBefore: 0, added: 510, removed: 0 })).toBe(false);
});
