import { describe, expect, it } from 'vitest';
import { pointReader } from '../../../server/domain/geocode/columns.ts';

function reading(row: Record<string, string>, hasPlace = false) {
  const reader = pointReader(Object.keys(row), hasPlace);
  if ('missing' in reader) throw new Error(reader.missing.join(', '));
  return reader((column) => row[column] ?? '');
}

describe('a file of address points', () => {
  it('is read as the National Address Database writes it', () => {
    const point = reading({
      AddNum_Pre: '',
      Add_Number: '120',
      AddNum_Suf: '1/2',
      St_PreMod: 'Old',
      St_PreDir: 'North',
      St_PreTyp: '',
      St_Name: 'Example',
      St_PosTyp: 'Road',
      St_PosDir: '',
      Unit: '4',
      Inc_Muni: 'Sampleton',
      Post_City: 'Postville',
      State: 'WV',
      Zip_Code: '25301',
      Longitude: '-81.63',
      Latitude: '38.35',
    });
    expect(point).toEqual({
      address: '120 1/2 Old North Example Road',
      unit: '4',
      city: 'Sampleton',
      otherCity: 'Postville',
      state: 'WV',
      zip: '25301',
      lng: -81.63,
      lat: 38.35,
    });
  });

  it('is read with its full street name where there is one', () => {
    expect(
      reading({
        Add_Number: '7',
        St_Name: 'Example',
        StNam_Full: 'East Example Lane',
        Inc_Muni: 'S',
        Lat: '38',
        Long: '-81',
      }).address,
    ).toBe('7 East Example Lane');
  });

  it('is read as OpenAddresses writes it', () => {
    const row = {
      LON: '-81.6',
      LAT: '38.3',
      NUMBER: '12',
      STREET: 'EXAMPLE RD',
      UNIT: '',
      CITY: 'S',
      REGION: 'WV',
      POSTCODE: '25301',
    };
    expect(reading(row)).toMatchObject({ address: '12 EXAMPLE RD', city: 'S', zip: '25301', lng: -81.6, lat: 38.3 });
  });

  it('is read from Shapefiles, whose names are short, whose numbers have decimals, and whose places are their own', () => {
    expect(
      reading({ ADD_NUMBER: '12.0', ST_PREDIR: 'N', ST_NAME: 'EXAMPLE', ST_POSTYP: 'RD', POST_CITY: 'S' }, true),
    ).toMatchObject({
      address: '12 N EXAMPLE RD',
      city: 'S',
    });
  });

  it('may write its addresses in one column', () => {
    expect(reading({ FULLADDR: '12A Example Rd', ZIP: '25301', X: '-81.6', Y: '38.3' }).address).toBe('12A Example Rd');
  });

  it('keeps a letter with its number', () => {
    expect(
      reading({ Add_Number: '12', AddNum_Suf: 'B', St_Name: 'Example', Zip_Code: '1', X: '1', Y: '1' }).address,
    ).toBe('12B Example');
  });

  it('that lacks columns is refused with what they should hold', () => {
    expect(pointReader(['NAME', 'Zip_Code', 'Lat'], false)).toEqual({
      missing: ['house numbers and streets', 'longitudes and latitudes'],
    });
    expect(pointReader(['NUMBER', 'STREET'], true)).toEqual({ missing: ['towns or ZIP codes'] });
  });

  it.each([
    [
      { Add_Number: '14', St_PreDir: '', St_Name: 'Elk River', St_PosTyp: 'Road', St_PosDir: 'North' },
      '14 Elk River Road North',
    ],
    [{ ADDNUM: '14.0', PREDIR: 'N', STREETNAME: 'ELK RIVER', STTYPE: 'RD', POSTDIR: '' }, '14 N ELK RIVER RD'],
    [{ HOUSE_NO: '14', ST_NAME: 'ELK RIVER', ST_SUFFIX: 'RD', SUF_DIR: 'S' }, '14 ELK RIVER RD S'],
    [
      { NUM: '14', Dir: 'N', StrName: 'Elk River', StrType: 'Rd', SecUnitDes: 'APT', SecUnit: '4' },
      '14 N Elk River Rd',
    ],
    [{ NUM: '14', Street: 'Elk River', Type: 'Rd', Dir: 'N' }, '14 Elk River Rd N'],
    [{ NUM: '14', Street: 'Elk River Rd', Type: 'Residential', Prefix: 'SFR' }, '14 Elk River Rd'],
    [{ ADDNUM: '14', ROADNAME: 'ELK RIVER RD', RDTYPE: 'RD' }, '14 ELK RIVER RD'],
    [{ ADDRNUM: '14', ADDRNUMSUF: '½', FULLNAME: 'Elk River Rd', UNITTYPE: 'Apt', UNITID: '4' }, '14 1/2 Elk River Rd'],
  ])('that keeps the street in parts is read as one line: %o', (parts, address) => {
    const point = reading({ ...parts, City: 'S', X: '-81.1', Y: '38.4' } as Record<string, string>);
    expect(point.address).toBe(address);
    expect(point.unit).toBe('SecUnit' in parts ? 'APT 4' : 'UNITID' in parts ? 'Apt 4' : '');
  });

  it.each([
    ['38,4600', '−81,1040', 38.46, -81.104],
    ['38.46° N', '81.104° W', 38.46, -81.104],
    ['3.846E+01', '-8.1E+01', Number.NaN, Number.NaN],
    ['', '', Number.NaN, Number.NaN],
    ['38°5', '81 104', Number.NaN, Number.NaN],
  ])('is placed at %s, %s as it is written, or nowhere', (Y, X, lat, lng) => {
    expect(reading({ NUM: '1', STREET: 'Elk', City: 'S', X, Y })).toMatchObject({ lat, lng });
  });
});
