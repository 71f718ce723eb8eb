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

  it('that lacks columns cannot be read, and what they would hold is told', () => {
    expect(pointReader(['NAME', 'Zip_Code', 'Lat'], false)).toEqual({
      missing: ['house numbers and streets', 'longitudes and latitudes'],
    });
    expect(pointReader(['NUMBER', 'STREET'], true)).toEqual({ missing: ['towns or ZIP codes'] });
  });
});
