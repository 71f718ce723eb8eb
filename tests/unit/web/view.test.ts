import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_CHOICE,
  LAYERS,
  MEASURES,
  PROFILES,
  SOURCE_CHOICES,
  settled,
  VERDICT_TIERS,
} from '../../../web/src/lib/choice.ts';
import { addressOf, routeOf } from '../../../web/src/lib/route.ts';
import { THEMES } from '../../../web/src/lib/theme.ts';
import { AUDIENCES, type View, viewOf } from '../../../web/src/lib/view.ts';

const choices = fc
  .record({
    layer: fc.constantFrom(...LAYERS),
    measure: fc.constantFrom(...MEASURES),
    source: fc.constantFrom(...SOURCE_CHOICES),
    tier: fc.constantFrom(...VERDICT_TIERS),
    profile: fc.constantFrom(...PROFILES),
  })
  .map(settled);
const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
const views: fc.Arbitrary<View> = fc.record(
  {
    page: fc.constantFrom('map' as const, 'table' as const),
    choice: choices,
    state: fc.constantFrom('06', '54'),
    release: fc.integer({ min: 1, max: 999_999 }).map(String),
    audience: fc.constantFrom(...AUDIENCES),
    camera: fc.record({
      lng: degrees(180),
      lat: degrees(85),
      zoom: fc.integer({ min: 0, max: 1350 }).map((n) => n / 100),
    }),
    selection: fc.oneof(
      fc.constant({ kind: 'hex' as const, h3: '872ab5a9affffff' }),
      fc.constant({ kind: 'hex' as const, h3: '862ab5a9fffffff', level: 8 }),
      fc.constant({ kind: 'hex' as const, h3: '862ab5a9fffffff', level: 8, state: '51' }),
      fc.constant({ kind: 'cluster' as const, id: 'u-fcc-12' }),
      fc.constant({ kind: 'cluster' as const, id: 'u-fcc-12', state: '06' }),
    ),
    place: fc.constantFrom({ kind: 'county', id: '54039' }, { kind: 'house_district', id: '50A-1' }),
    only: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }),
    areas: fc.boolean(),
    paid: fc.boolean(),
    theme: fc.constantFrom(...THEMES),
  },
  { requiredKeys: ['page', 'choice', 'audience', 'only', 'areas', 'paid', 'theme'] },
);

describe('the address bar', () => {
  test('gives back every view it was given', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewOf(new URL(addressOf({ page: view.page, view }), 'http://map.test'))).toEqual(view);
      }),
    );
  });

  test('is bare for the view everybody starts with', () => {
    expect(addressOf(routeOf(new URL('http://map.test/')))).toBe('/');
  });

  test.each(['hex:872AB5A9AFFFFFF', 'hex:0x872ab5a9affffff'])('knows a hex by any way to write it: %s', (selected) => {
    const { selection } = viewOf(new URL(`http://map.test/?selected=${selected}`));
    expect(selection).toEqual({ kind: 'hex', h3: '872ab5a9affffff' });
  });

  test('turns what it does not understand into the default, not into a fault', () => {
    const view = viewOf(
      new URL('http://map.test/?measure=everything&at=north&selected=hex:..&place=<b>&only=9x&release=-1'),
    );
    expect(view.choice).toEqual(DEFAULT_CHOICE);
    expect([view.camera, view.selection, view.place, view.release]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(view.only).toEqual([]);
  });

  test('shows all levers where the lever asked for does not exist', () => {
    expect(viewOf(new URL('http://map.test/?measure=upgrade&tier=25_3')).choice.measure).toBe('all');
  });
});
