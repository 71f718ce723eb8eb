import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { cellToChildren, cellToLatLng, getResolution } from 'h3-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FCC_HEADER } from '../../../scripts/demo/fcc.ts';
import { type DemoSummary, generateDemo, generateHistory } from '../../../scripts/demo/generate.ts';
import { liesIn, readGround } from '../../../scripts/demo/ground.ts';
import { TECHNOLOGY_CODES } from '../../../server/domain/technology.ts';

const STUDENTS = 3000;

let out: string;
let again: string;
let summary: DemoSummary;

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'gapmap-demo-test-'));
  again = mkdtempSync(join(tmpdir(), 'gapmap-demo-test-'));
  summary = await generateDemo({ out, students: STUDENTS, seed: 7 });
  await generateDemo({ out: again, students: STUDENTS, seed: 7 });
}, 120_000);

afterAll(() => {
  for (const folder of [out, again]) rmSync(folder, { recursive: true, force: true });
});

test('the demo state has the same bytes in every file for the same seed', () => {
  expect(checksums(again)).toEqual(checksums(out));
});

test('the demo state comes as the files that the importers expect', () => {
  const files = [...checksums(out).keys()];
  expect(files.filter((file) => file.startsWith('places/')).sort()).toEqual([
    'places/counties.geojson',
    'places/house_districts.zip',
    'places/members_house.csv',
    'places/members_senate.csv',
    'places/school_districts.zip',
    'places/schools.txt',
    'places/senate_districts.gpkg',
    'places/state.topojson',
    'places/towns.geojson',
  ]);
  expect(files).toContain('providers.csv');
  const fcc = files.filter((file) => file.startsWith('fcc/'));
  expect(fcc).toHaveLength(2 * TECHNOLOGY_CODES.length);
  for (const file of fcc)
    expect(file).toMatch(/^fcc\/bdc_54_[A-Za-z]+_fixed_broadband_(D25|J26)_\d\d[a-z]{3}2026\.zip$/);
  const manifest = JSON.parse(readFileSync(join(out, 'puc', 'manifest.json'), 'utf8')) as { file: string }[];
  const puc = files.filter((file) => file.startsWith('puc/') && !file.endsWith('manifest.json'));
  expect(manifest.map(({ file }) => `puc/${file}`).sort()).toEqual(puc.sort());
});

describe('homes of the demo state', () => {
  test('every student is in one file, that of the district', () => {
    const rows = homes();
    expect(rows).toHaveLength(STUDENTS);
    expect(summary.students).toBe(STUDENTS);
    expect(new Set(rows.map(({ student }) => student)).size).toBe(STUDENTS);
    expect(new Set(rows.map(({ leaId }) => leaId)).size).toBe(55);
  });

  test('two in a hundred more are without a fixed residence: a key, and nothing of where or how', () => {
    const unplaced = homeFiles().flatMap(({ lines }) => lines.filter((line) => line.includes(',none,')));
    expect(unplaced.length / STUDENTS).toBeCloseTo(0.02, 2);
    for (const line of unplaced) expect(line).toMatch(/^54\d{5},[0-9a-f]{64},,,none,,*$/);
    expect(new Set(unplaced.map((line) => line.split(',')[1])).size).toBe(unplaced.length);
  });

  test('every home is a cell of resolution 8 that reaches into its own county, and mostly has its center there', () => {
    const { counties } = readGround();
    let outside = 0;
    for (const { leaId, cell } of homes()) {
      const county = counties.find((candidate) => candidate.leaId === leaId);
      const holds = (at: string) => {
        const [lat, lng] = cellToLatLng(at);
        return county !== undefined && liesIn(county, lng, lat);
      };
      expect(getResolution(cell)).toBe(8);
      expect(cellToChildren(cell, 9).some(holds), `${cell} in ${leaId}`).toBe(true);
      if (!holds(cell)) outside++;
    }
    expect(outside / STUDENTS).toBeGreaterThan(0);
    expect(outside / STUDENTS).toBeLessThan(0.02);
  });

  test('siblings share a household and a cell, one to four of them', () => {
    const cells = new Map<string, string[]>();
    for (const { household, cell } of homes()) cells.set(household, [...(cells.get(household) ?? []), cell]);
    expect(cells.size).toBe(summary.households);
    for (const siblings of cells.values()) {
      expect(siblings.length).toBeLessThanOrEqual(4);
      expect(new Set(siblings).size).toBe(1);
    }
    expect(STUDENTS / cells.size).toBeCloseTo(1.6, 0);
  });

  test('two thirds of the districts answered, in Ed-Fi, CEDS and legacy words', () => {
    const answered = homeFiles().filter((file) =>
      file.lines.slice(1).some((line) => /,(true|false|Yes|No\b)/.test(line)),
    );
    expect(answered.length / 55).toBeCloseTo(2 / 3, 1);
    const headers = new Set(answered.map(({ lines }) => lines[0]?.split(',')[6]));
    expect(headers).toEqual(new Set(['internetAccessInResidence', 'InternetAccessInResidence', '001934']));
  });
});

describe('FCC files of the demo state', () => {
  test('carry the header to the letter, and as many rows as the summary says', () => {
    let rows = 0;
    for (const { lines } of fccFiles()) {
      expect(lines[0]).toBe(FCC_HEADER);
      rows += lines.length - 1;
    }
    expect(rows).toBe(summary.fccRows);
  });

  test('a location has one block in its county and one res-8 cell, whoever files it', () => {
    const seen = new Map<string, string>();
    for (const { lines } of fccFiles())
      for (const line of lines.slice(1)) {
        const [, location, tail] =
          line.match(/,(\d{10}),\d+,\d+,\d+,[01],[BRX],WV,(54\d{13},88[0-9a-f]{9}ffff)$/) ?? [];
        expect(location, line).toBeDefined();
        expect(seen.get(location ?? '') ?? tail).toBe(tail);
        seen.set(location ?? '', tail ?? '');
      }
    expect(seen.size).toBeGreaterThan(summary.locations * 0.98);
  });

  test('nearly every home finds its cell among them', () => {
    const filed = new Set(fccFiles().flatMap(({ lines }) => lines.slice(1).map((line) => line.slice(-15))));
    const found = homes().filter(({ cell }) => filed.has(cell));
    // One location in a hundred has no row at all, not even a satellite's.
    expect(found.length / STUDENTS).toBeGreaterThan(0.97);
  });

  test('a brand with a comma is quoted and no other is', () => {
    const cable = fccFiles().find(({ name }) => name.includes('LicensedFixedWireless') && name.includes('J26'));
    expect(cable?.lines.some((line) => line.includes(',540131,"Catamount Wireless, LLC",'))).toBe(true);
    expect(cable?.lines.some((line) => line.includes(',540130,Skylark Home Internet,'))).toBe(true);
  });
});

describe('what came before the demo state', () => {
  let before: string;

  beforeAll(async () => {
    before = mkdtempSync(join(tmpdir(), 'gapmap-demo-test-'));
    await generateHistory({ out: before, students: STUDENTS, seed: 7 });
  }, 120_000);
  afterAll(() => rmSync(before, { recursive: true, force: true }));

  const keysOf = (folder: string, edition: string) => {
    const found = new Map<string, string>();
    for (const name of readdirSync(join(folder, 'fcc')).filter((each) => each.includes(edition)))
      for (const bytes of Object.values(unzipSync(readFileSync(join(folder, 'fcc', name)))))
        for (const line of Buffer.from(bytes).toString('utf8').trimEnd().split('\n').slice(1)) {
          const [, provider, location, technology, down, up] =
            line.match(/^\d+,(\d+),.*,(\d{10}),(\d+),(\d+),(\d+),[01],[RX],WV,/) ?? [];
          if (provider) found.set(`${location} ${provider} ${technology}`, `${down}/${up}`);
        }
    return found;
  };
  const locationsOf = (keys: Map<string, string>) => new Set([...keys.keys()].map((key) => key.split(' ')[0]));

  test('is a vintage of half a year earlier: since then some was built, upgraded, withdrawn, and the list changed', () => {
    const [old, now] = [keysOf(before, 'J25_18nov2025'), keysOf(out, 'D25_19may2026')];
    const [was, is] = [locationsOf(old), locationsOf(now)];
    const both = (key: string) => was.has(key.split(' ')[0]) && is.has(key.split(' ')[0]);
    const built = [...now.keys()].filter((key) => both(key) && !old.has(key));
    const withdrawn = [...old.keys()].filter((key) => both(key) && !now.has(key));
    const faster = [...now].filter(([key, speed]) => old.has(key) && old.get(key) !== speed);
    for (const changed of [built, withdrawn, faster]) expect(changed.length).toBeGreaterThan(20);
    expect([...is].filter((location) => !was.has(location)).length).toBeGreaterThan(10);
    expect([...was].filter((location) => !is.has(location)).length).toBeGreaterThan(0);
  });

  test('is a first issue, of which the re-issue removed what the FCC did not believe, and restored a little', () => {
    const [first, second] = [keysOf(before, 'D25_21apr2026'), keysOf(out, 'D25_19may2026')];
    const removed = [...first.keys()].filter((key) => !second.has(key));
    const restored = [...second.keys()].filter((key) => !first.has(key));
    expect(removed.length).toBeGreaterThan(20);
    expect(removed.every((key) => key.includes(' 540131 71'))).toBe(true);
    expect(restored.length).toBeGreaterThan(0);
    expect(restored.every((key) => key.includes(' 540120 50'))).toBe(true);
  });

  test('is the same students with the answers of a year before, when fewer answered', () => {
    const answers = (folder: string) => {
      const rows = readdirSync(join(folder, 'homes')).flatMap((name) =>
        readFileSync(join(folder, 'homes', name), 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1),
      );
      const keys = rows.map((row) => row.split(',')[1]).sort();
      return { keys, answered: rows.filter((row) => /[A-Za-z]/.test(row.split(',').slice(6).join(''))).length };
    };
    const [old, now] = [answers(before), answers(out)];
    expect(old.keys).toEqual(now.keys);
    expect(old.answered).toBeLessThan(now.answered * 0.95);
  });
});

function checksums(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function homeFiles(): { name: string; lines: string[] }[] {
  const folder = join(out, 'homes');
  return readdirSync(folder).map((name) => ({
    name,
    lines: readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
  }));
}

/** Of those who have one. */
function homes(): { leaId: string; student: string; household: string; cell: string }[] {
  return homeFiles().flatMap(({ name, lines }) =>
    lines.slice(1).flatMap((line) => {
      const [leaId = '', student = '', household = '', cell = ''] = line.split(',');
      expect(`${leaId}.csv`).toBe(name);
      expect(student).toMatch(/^[0-9a-f]{64}$/);
      return cell === '' ? [] : [{ leaId, student, household, cell }];
    }),
  );
}

function fccFiles(): { name: string; lines: string[] }[] {
  const folder = join(out, 'fcc');
  return readdirSync(folder).map((name) => {
    const [entry] = Object.entries(unzipSync(readFileSync(join(folder, name))));
    expect(entry?.[0]).toBe(name.replace(/zip$/, 'csv'));
    return {
      name,
      lines: Buffer.from(entry?.[1] ?? [])
        .toString('utf8')
        .trimEnd()
        .split('\n'),
    };
  });
}
