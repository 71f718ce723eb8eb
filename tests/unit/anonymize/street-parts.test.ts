import { describe, expect, it } from 'vitest';
import { Anonymizer, createKey, guessMapping } from '../../../server/domain/anonymize/index.ts';
import { normalizeAddress } from '../../../server/domain/anonymize/place/address.ts';
import { addressOf } from '../../../server/domain/anonymize/place/place.ts';
import { streetLine, unitLine } from '../../../server/domain/anonymize/place/street-parts.ts';

/** The address of each row by the columns that are guessed. */
function addresses(header: string, rows: readonly string[]): { lines: string[]; read: Record<string, string> } {
  const names = header.split(',');
  const fields = rows.map((row) => row.split(','));
  const { mapping } = guessMapping(names, fields);
  const read = Object.entries(mapping).map(([field, column]) => [field, names[column as number] ?? '']);
  return { lines: fields.map((row) => oneLine(addressOf(row, mapping))), read: Object.fromEntries(read) };
}

function oneLine({ address, unit }: { address: string; unit: string }): string {
  return normalizeAddress(unit === '' ? address : `${address} Apt ${unit}`);
}

describe('an address in parts', () => {
  it.each([
    [
      'Infinite Campus',
      'student.studentNumber,address.number,address.prefix,address.street,address.tag,address.dir,address.apt,address.zip',
      ['1,14,,Elk River,Rd,N,,25043', '2,14,,Elk River,Ave,N,4,25043', '3,14,N,Main,St,,,25043'],
      ['14 ELK RIV RD N', '14 ELK RIV AVE N APT 4', '14 N MAIN ST'],
    ],
    [
      'Skyward',
      'Student ID,Street Number,Direction,Street Name,Type,SUD,SUD #,City',
      ['1,14,N,Elk River,Rd,APT,4,Clay', '2,102,,Maple,Ave,,,Clay', '3,9,S,Laurel,Ln,,,Clay'],
      ['14 N ELK RIV RD APT 4', '102 MAPLE AVE', '9 S LAUREL LN'],
    ],
    [
      'Aeries and Synergy',
      'Perm ID,House No,Fraction,Street Prefix,Street Name,Street Type,Post Direction,Unit Type,Unit No',
      ['1,14,1/2,N,Elk River,Road,,Apt,4', '2,12,½,,Maple,St,South,,'],
      ['14 1/2 N ELK RIV RD APT 4', '12 1/2 MAPLE ST S'],
    ],
    [
      'a 911 authority',
      'SIS_ID,AddNum_Pre,Add_Number,AddNum_Suf,St_PreMod,St_PreDir,St_PreTyp,St_PreSep,St_Name,St_PosTyp,St_PosDir,St_PosMod,Unit',
      [
        '1,,120,B,Old,North,,,Example,Road,,Extension,4',
        '2,,5,,,,County Road,,12,,,,',
        '3,,7,,,,Avenue,of the,Pines,,,,',
      ],
      ['120B OLD NORTH EXAMPLE RD EXT APT 4', '5 CR 12', '7 AVE OF THE PNES'],
    ],
    [
      'county GIS',
      'STU_ID,ADDNUM,PREDIR,STREETNAME,STTYPE,POSTDIR',
      ['1,14,,ELK RIVER,RD,N', '2,14.0,,ELK RIVER RD,RD,S'],
      ['14 ELK RIV RD N', '14 ELK RIV RD S'],
    ],
    [
      'a county assessor',
      'StudentNo,HOUSE_NO,ST_NAME,ST_SUFFIX',
      ['1,14,Elk River,Rd', '2,14,Elk River,Ave'],
      ['14 ELK RIV RD', '14 ELK RIV AVE'],
    ],
    [
      'a list of the district',
      'Student ID,No.,Dir,Street,Suffix,Sfx Dir',
      ['1,14,N,Elk River,Rd,', '2,15,,Elk River,Ave,'],
      ['14 N ELK RIV RD', '15 ELK RIV AVE'],
    ],
    [
      'Puerto Rico',
      'Número de estudiante,Número de casa,Nombre de calle,Tipo de calle',
      ['1,14,Luna,Calle', '2,15,Sol,Calle'],
      ['14 CALLE LUNA', '15 CALLE SOL'],
    ],
    [
      'names in Spanish',
      'Número de estudiante,Número,Prefijo,Calle,Tipo,Sufijo',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S', '3,16,,Luna,Avenida,'],
      ['14 N ELK RIV RD', '15 MAPLE ST S', '16 AVE LUNA'],
    ],
    [
      'a prefix and a suffix of streets that are directions',
      'Student ID,HOUSE_NO,ST_PREFIX,ST_NAME,ST_TYPE,ST_SUFFIX',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S', '3,16,S,Oak,Ln,'],
      ['14 N ELK RIV RD', '15 MAPLE ST S', '16 S OAK LN'],
    ],
    [
      'directions with words before and after them',
      'Student ID,Street Number,Street Direction Prefix,Street Name,Street Suffix,Street Direction Suffix',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S'],
      ['14 N ELK RIV RD', '15 MAPLE ST S'],
    ],
    [
      'a direction before the street beside one after it',
      'Student ID,Home Street Number,Home Street Direction,Home Street Name,Home Street Type,Home Street Post Direction',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S'],
      ['14 N ELK RIV RD', '15 MAPLE ST S'],
    ],
    [
      'a residence, with the number called so',
      'Student ID,Residence Nbr,Residence Pre,Residence Street Name,Residence Type,Residence Post',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S'],
      ['14 N ELK RIV RD', '15 MAPLE ST S'],
    ],
    [
      'short names',
      'Student ID,HSE_NBR,DIR_PRE,STR_NAME,STR_SFX,DIR_SUF',
      ['1,14,N,Elk River,Rd,', '2,15,,Maple,St,S'],
      ['14 N ELK RIV RD', '15 MAPLE ST S'],
    ],
    [
      'words for nothing',
      'Student ID,House Number,Direction,Street Name,Street Type,Post Dir,Unit',
      ['1,14,N/A,Elk River,Rd,N/A,N/A', '2,15,NULL,Maple,St,S,None', '3,16,-,Oak,Ln,-,-', '4,17,0,Ash,Ct,0,0'],
      ['14 ELK RIV RD', '15 MAPLE ST S', '16 OAK LN', '17 ASH CT'],
    ],
    [
      'a number beside the name of a street that has its type',
      'Student ID,Number,Street Name,City',
      ['1,14,Elk River Rd N,Clay', '2,15,Maple St,Clay'],
      ['14 ELK RIV RD N', '15 MAPLE ST'],
    ],
  ])('of %s is one line', (_, header, rows, lines) => {
    expect(addresses(header, rows).lines).toEqual(lines);
  });

  it('leaves alone what only sounds like a part: titles, suffixes of names, types of address, flags', () => {
    const header = 'Student ID,Prefix,Suffix,House Number,Street,Type,Tag,City';
    const { read, lines } = addresses(header, [
      '1,Mr,Jr,14,Elk River Rd,Home,A,Clay',
      '2,Ms,III,15,Maple St,Mailing,B,Clay',
    ]);
    expect(read).toEqual({
      student_id: 'Student ID',
      house_number: 'House Number',
      address: 'Street',
      city: 'City',
      address_type: 'Type',
    });
    expect(lines).toEqual(['14 ELK RIV RD', '15 MAPLE ST']);
  });

  it('is not read beside a column that has all of the address', () => {
    const rows = ['1,14,Elk River,Rd,14 Elk River Rd', '2,15,Maple,St,15 Maple St'];
    expect(addresses('Student ID,House Number,Street Name,Street Type,Address', rows).read).toEqual({
      student_id: 'Student ID',
      address: 'Address',
    });
    const whole = addresses('Student ID,House Number,Street,Street Type', [
      '1,14,14 Elk River Rd,Rd',
      '2,15,15 Oak St,St',
    ]);
    expect(whole.lines).toEqual(['14 ELK RIV RD', '15 OAK ST']);
  });

  it('says a type or a direction once where the name has it already', () => {
    expect(streetLine({ house_number: '14', address: 'Elk River Road', street_type: 'RD' })).toBe('14 Elk River Road');
    expect(streetLine({ house_number: '14', address: 'N Elk', street_direction: 'North' })).toBe('14 N Elk');
    expect(streetLine({ house_number: '14', address: 'Avenue', street_type: 'Ave' })).toBe('14 Avenue Ave');
    expect(streetLine({ house_number: '14', street_type: 'Ave' })).toBe('');
  });

  it('has a unit by its kind and its name, or by a kind that is a name', () => {
    expect(unitLine('Apt', '4')).toBe('Apt 4');
    expect(unitLine('Apt', 'Apt 4')).toBe('Apt 4');
    expect(unitLine('Rear', '')).toBe('Rear');
    expect(unitLine('APT', '')).toBe('');
  });

  it('makes four households of four addresses that differ in type and direction alone', () => {
    const header =
      'student.studentNumber,address.number,address.street,address.tag,address.dir,address.zip,lat,lng'.split(',');
    const parts = ['Rd,N', 'Rd,S', 'St,N', 'Ave,N', 'Road,North'];
    const rows = parts.map((part, i) => `${900 + i},14,Elk River,${part},25043,38.48201,-81.10401`.split(','));
    const { mapping } = guessMapping(header, rows);
    const key = createKey('5400390', new Uint8Array(32).fill(9), '2026-11-25');
    const anonymizer = new Anonymizer({ key, mapping, width: header.length });
    rows.forEach((row, i) => {
      anonymizer.add(row, i + 2);
    });
    anonymizer.finish();
    const { table } = anonymizer;
    const households = rows.map((_, i) => table.households.slice(i * 32, i * 32 + 32).join());
    expect(new Set(households).size).toBe(4);
    expect(households[4]).toBe(households[0]);
  });
});
