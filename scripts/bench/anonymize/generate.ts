import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFor } from '../../demo/seeded.ts';

const HEADER =
  'Student_Number,Last Name,First Name,Birthdate,Street,Apt,City,State,Zip,Latitude,Longitude,Address Type,Grade,InternetAccessInResidence,DigitalDevice,DeviceAccess';
const LINES_AT_ONCE = 10_000;

/** A clean export of synthetic students, 1.6 per household. */
export function writeExport(path: string, rows: number): void {
  const random = randomFor(7, 'bench export');
  const file = openSync(path, 'w');
  let text = `${HEADER}\n`;
  let home = '';
  for (let row = 0; row < rows; row++) {
    if (home === '' || random.next() < 0.62) {
      const latitude = random.between(37.6, 38.3).toFixed(6);
      const longitude = random.between(-80.8, -79.9).toFixed(6);
      home = `${1 + Math.floor(random.next() * 9000)} North Spring Creek Road,${random.next() < 0.1 ? 'Apt 4' : ''},Lewisburg,WV,24901,${latitude},${longitude},Home`;
    }
    text += `${20_000_000 + row * 3},Maple,River,3/4/2012,${home},${1 + (row % 12)},Yes,Desktop/Laptop,Personal - Shared\n`;
    if ((row + 1) % LINES_AT_ONCE === 0) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
