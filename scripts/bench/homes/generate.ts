import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { cellToParent, latLngToCell } from 'h3-js';
import { HOME_RESOLUTION } from '../../../server/domain/cell.ts';

const DISTRICTS = 55;
const HEADER =
  'lea_id,student_key,household_key,cell,grade_level,internetAccessInResidence,barrierToInternetAccessInResidence,' +
  'internetAccessTypeInResidence,internetPerformanceInResidence,primaryLearningDeviceAwayFromSchool,' +
  'primaryLearningDeviceAccess,primaryLearningDeviceProvider\n';

/** Writes a file of homes: 55 districts, 1.6 students per household, two thirds answered. Equal counts give equal bytes. */
export async function writeHomesCsv(path: string, homes: number): Promise<void> {
  const out = createWriteStream(path);
  const random = mulberry(homes);
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const key = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  let text = HEADER;
  for (let i = 0, household = 0; i < homes; household++) {
    const district = Math.floor((i / homes) * DISTRICTS);
    const lat = 37.5 + (district % 8) * 0.35 + random() * 0.3;
    const lng = -82.5 + Math.floor(district / 8) * 0.6 + random() * 0.5;
    const cell = cellToParent(latLngToCell(lat, lng, 9), HOME_RESOLUTION);
    const children = random() < 0.56 ? 1 : random() < 0.8 ? 2 : 3;
    for (let child = 0; child < children && i < homes; child++, i++) {
      const access = random() < 0.8;
      const answers =
        random() < 0.34
          ? ',,,,,,'
          : [
              access,
              access ? '' : pick(['Not Available', 'Not Affordable', 'Not Desired', 'Other']),
              access ? pick(['Residential Broadband', 'Cellular Network', 'Satellite', 'Hot Spot']) : '',
              access ? pick(['Yes', 'Sometimes', 'No']) : '',
              pick(['Laptop Computer', 'Chromebook', 'Tablet', 'Smartphone']),
              pick(['Shared', 'Not Shared']),
              pick(['School', 'Personal']),
            ].join(',');
      const leaId = 5_400_030 + district * 30;
      text += `${leaId},${key(`s${i}`)},${key(`h${household}`)},${cell},${pick(['KG', '01', '05', '08', '12'])},${answers}\n`;
    }
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await finished(out);
}

/** A small seeded generator (Mulberry32, public domain). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
