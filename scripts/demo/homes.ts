import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellToParent } from 'h3-js';
import { HOME_RESOLUTION } from '../../server/domain/cell.ts';
import { SURVEY_FORMS } from './dialects.ts';
import type { Ground } from './ground.ts';
import { type Random, randomFor } from './seeded.ts';
import type { Settlement } from './settlement.ts';
import type { Families } from './students.ts';
import { asksAnything, connectionOf, deviceOf, surveyOf, yearBefore } from './survey.ts';

const HOME_COLUMNS = ['lea_id', 'student_key', 'household_key', 'cell', 'residence', 'grade_level'] as const;

/** Students without a fixed residence, beside each of those who live somewhere. */
const SHARE_UNPLACED = 0.02;
const GRADES = ['KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

export interface HomesFile {
  path: string;
  /** Those with a home. */
  students: number;
}

/**
 * One file per district, in the anonymizer's form: keys that look like HMAC-SHA-256, a cell, no name and no place; at the end those
 * without a fixed residence, with a key and nothing else.
 *
 * @param service actual service at each location: 0 under 25/3, 1 25/3, 2 100/20
 * @param year 'before': of a year earlier, when fewer families answered and fewer schools lent a device
 */
export function writeHomes(
  folder: string,
  ground: Ground,
  settlement: Settlement,
  families: Families,
  service: Uint8Array,
  seed: number,
  year: 'this' | 'before' = 'this',
): HomesFile[] {
  mkdirSync(folder, { recursive: true });
  const homes = householdsByCounty(ground, settlement);
  return ground.counties.map((county, index) => {
    const survey = year === 'this' ? surveyOf(county, seed) : yearBefore(surveyOf(county, seed));
    const form = SURVEY_FORMS[survey.dialect];
    const blank = form.columns.map(() => '');
    const random = randomFor(seed, `homes ${county.fips}${year === 'this' ? '' : ' a year before'}`);
    const rows = [[...HOME_COLUMNS, ...form.columns].join(',')];
    families[index]?.forEach((size, family) => {
      const at = homes[index]?.[family];
      if (at === undefined) throw new RangeError(`no place for a household in county ${county.fips}`);
      const household = pseudonym(seed, 'household', index, family);
      const place = `${household},${cellToParent(settlement.cells[settlement.cell[at] ?? 0] ?? '', HOME_RESOLUTION)}`;
      const answers = asksAnything(survey) && random.next() < survey.response;
      const connection = answers ? connectionOf(service[at] ?? 0, random) : undefined;
      for (let student = 0; student < size; student++) {
        const values =
          connection === undefined
            ? blank
            : form.write({
                ...connection,
                ...deviceOf({ siblings: size - 1, connected: connection.access, lends: survey.lends }, random),
              });
        const key = pseudonym(seed, 'student', index, family * 4 + student);
        rows.push([county.leaId, key, place, '', gradeOf(random), ...values].join(','));
      }
    });
    const unplaced = Math.round(SHARE_UNPLACED * (rows.length - 1));
    for (let student = 0; student < unplaced; student++)
      rows.push([county.leaId, pseudonym(seed, 'unplaced', index, student), '', '', 'none', '', ...blank].join(','));
    const path = join(folder, `${county.leaId}.csv`);
    writeFileSync(path, `${rows.join('\n')}\n`);
    return { path, students: rows.length - 1 - unplaced };
  });
}

/** For each county, the location of its first, second, ... household. */
function householdsByCounty(ground: Ground, settlement: Settlement): number[][] {
  const places: number[][] = ground.counties.map(() => []);
  for (let at = 0; at < settlement.count; at++)
    for (let household = 0; household < (settlement.households[at] ?? 0); household++)
      places[settlement.county[at] ?? 0]?.push(at);
  return places;
}

function pseudonym(seed: number, kind: string, county: number, number: number): string {
  return hash('sha256', `synthetic ${seed} ${kind} ${county} ${number}`, 'hex');
}

function gradeOf(random: Random): string {
  return GRADES[Math.floor(random.next() * GRADES.length)] ?? 'KG';
}
