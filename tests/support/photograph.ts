/** A JPEG with a place, a maker and a comment in its metadata, made from its parts. */

const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);

/** Entry of a TIFF directory: tag, type, count, value or offset. */
function entry(tag: number, type: number, count: number, value: number | Buffer): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  if (Buffer.isBuffer(value)) value.copy(bytes, 8);
  else bytes.writeUInt32LE(value, 8);
  return bytes;
}

function directory(entries: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16LE(entries.length, 0);
  return Buffer.concat([head, ...entries, Buffer.alloc(4)]);
}

function rationals(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [at, value] of values.entries()) {
    bytes.writeUInt32LE(value, 8 * at);
    bytes.writeUInt32LE(1, 8 * at + 4);
  }
  return bytes;
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** One grey pixel at 38.5 N, 80.75 W, by "Canary". */
export function photographWithPlace(): Buffer {
  const maker = Buffer.from('Canary Camera\0', 'latin1');
  const makerAt = 8 + 2 + 2 * 12 + 4;
  const gpsAt = makerAt + maker.length;
  const latAt = gpsAt + 2 + 4 * 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from('49492a0008000000', 'hex'),
    directory([entry(0x010f, 2, maker.length, makerAt), entry(0x8825, 4, 1, gpsAt)]),
    maker,
    directory([
      entry(1, 2, 2, Buffer.from('N\0')),
      entry(2, 5, 3, latAt),
      entry(3, 2, 2, Buffer.from('W\0')),
      entry(4, 5, 3, latAt + 24),
    ]),
    rationals(38, 30, 0),
    rationals(80, 45, 0),
  ]);
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
  return Buffer.concat([PIXEL.subarray(0, 2), exif, PIXEL.subarray(2)]);
}
