/** Contacts of districts, read from a table that somebody filled in. */
import { describe, expect, it } from 'vitest';
import { outreachPage } from '../../../server/domain/messages/en/outreach-page.ts';
import { contactsCsv, readContacts } from '../../../web/src/features/outreach/contacts-table.ts';

const KNOWN = new Set(['5400030', '0600060']);
const read = (text: string) => readContacts(outreachPage.contacts, text, KNOWN);
const HEADER = 'lea_id,name,email,telephone,language';

describe('a table of contacts', () => {
  it('is read again as it was written, with a telephone that a spreadsheet would take for a formula', () => {
    const contact = {
      leaId: '5400030',
      name: 'Pat, of the office',
      email: 'pat@own.example',
      telephone: '+1 304 555 0100',
      language: 'es' as const,
    };
    const whom = { leaId: '5400030', name: 'Own', state: 'not_started' as const, hasOpened: false, last: null };
    const text = contactsCsv([
      { ...whom, contact },
      { ...whom, leaId: '0600060', contact: null },
    ]);
    expect(text).toContain("'+1 304 555 0100");
    expect(read(text)).toEqual({ contacts: [contact], faults: [] });
  });

  it('takes the seven digits back that a spreadsheet shortened, and English where no language stands', () => {
    expect(read(`${HEADER}\n600060.0,Ana,,304 555 0101,`)).toEqual({
      contacts: [{ leaId: '0600060', name: 'Ana', email: '', telephone: '304 555 0101', language: 'en' }],
      faults: [],
    });
  });

  it('is refused whole, by row and column', () => {
    const rows = [
      '5400030,Pat,nobody,,en',
      '5400030,Pat,pat@own.example,,en',
      '99,Pat,pat@own.example,,en',
      '5400999,Pat,pat@own.example,,en',
      `0600060,${'x'.repeat(121)},,,fr`,
      '0600060,Ana,,abc,en',
      '5400030,Pat,,12,en',
    ];
    const { contacts, faults } = read([HEADER, ...rows].join('\n'));
    expect(contacts).toEqual([]);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'Row 2, column email',
      'Row 3, column lea_id',
      'Row 4, column lea_id',
      'Row 5, column lea_id',
      'Row 6, column name',
      'Row 6, column language',
      'Row 7, column lea_id',
      'Row 7, column telephone',
      'Row 8, column lea_id',
      'Row 8, column telephone',
    ]);
    expect(faults.join(' ')).not.toMatch(/nobody|Pat/);
  });

  it.each(['abc', '12', '555 010', 'ext. 12'])(
    'is refused with a telephone of fewer than seven digits: %s',
    (telephone) => {
      expect(read(`${HEADER}\n5400030,Pat,,${telephone},en\n0600060,Ana,,555-0101,en`).faults).toEqual([
        'Row 2, column telephone: a telephone number has seven digits at least.',
      ]);
    },
  );

  it('is refused without its columns, and where it is empty', () => {
    expect(read('lea_id,name\n5400030,Pat').faults).toEqual([outreachPage.contacts.header]);
    expect(read(`${HEADER}\n5400030,,,,en`).faults).toEqual([outreachPage.contacts.nothing]);
  });
});
