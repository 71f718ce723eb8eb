/** The printer, in its thread: what it refuses to set. */
import { afterAll, describe, expect, it } from 'vitest';
import { brief as en } from '../../../server/domain/messages/en/brief.ts';
import { drawMap } from '../../../server/features/briefs/map/draw.ts';
import { openPrinter, type Print } from '../../../server/features/print/index.ts';
import { briefFacts, briefIn } from '../../support/brief-facts.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const MAP = drawMap(
  {
    bbox: [-81, 38, -80, 39],
    outline: undefined,
    state: undefined,
    hexes: [],
    isOfLacking: true,
    counties: [],
    roads: [],
    water: [],
    clusters: [],
    clustersAre: 'all',
    towns: [],
    schools: [],
  },
  en.map,
);
const QR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';

function printing(changed: object, print: Partial<Print> = {}): Print {
  const data = { ...briefIn('en', briefFacts()), ...changed };
  return {
    template: 'page',
    sheets: [{ data, map: MAP, qr: QR }],
    title: 'A brief',
    language: 'en',
    as: { format: 'pdf' },
    ...print,
  };
}

describe('the printer', () => {
  it('sets a page, a slide and a picture', async () => {
    const pdf = await printer.print(printing({}));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await printer.print(printing({}, { template: 'slide' }))).subarray(0, 5).toString()).toBe('%PDF-');
    const png = await printer.print(printing({}, { template: 'picture', as: { format: 'png', width: 1_200 } }));
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1_200, 630]);
  });

  it('takes text as text, whatever it looks like', async () => {
    const pdf = await printer.print(printing({ sentence: '#panic("x") *bold* [link] $x^2$ = Heading <label> // \\' }));
    expect(pdf.length).toBeGreaterThan(1_000);
  });

  it.each<[string, Partial<Print>, object, RegExp]>([
    [
      'a letter that our font lacks, instead of setting another',
      {},
      { sentence: 'Ⴉ in Georgian' },
      /could not be displayed/,
    ],
    ['a page that runs over', {}, { sentence: 'Very long. '.repeat(800) }, /runs over/],
    ['a picture without words for it', {}, { map: {} }, /alt/],
  ])('refuses %s', async (_, print, changed, fault) => {
    await expect(printer.print(printing(changed, print))).rejects.toThrow(fault);
  });

  it('goes on after a refusal, and after its thread ended', async () => {
    await expect(printer.print(printing({ map: {} }))).rejects.toThrow();
    await printer.close();
    expect((await printer.print(printing({}))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
