import { describe, expect, it } from 'vitest';
import { likelyGrade, readGrade } from '../../../server/domain/survey/grade.ts';
import { GRADES } from '../../../server/domain/survey/grades.ts';

describe('a grade', () => {
  it.each([
    ['PK', ['-1', '-2', '-1.0', '−1', '–2']],
    ['KG', ['0', '00', '0.0']],
    ['01', ['1', '01', '1.0', '01.0', '1,0']],
    ['09', ['9', '09', '09.00', '９', '="09"', "'09"]],
    ['10', ['10', '10.0']],
  ])('%s is read from the numbers that PowerSchool and spreadsheets write', (grade, texts) => {
    expect(texts.map(readGrade)).toEqual(texts.map(() => grade));
  });

  it.each([
    [
      '03',
      ['Gr. 3', 'Gr.3', 'gr3', 'Grade 3', '3rd Grade', '3rd', 'third-grade', 'G3', '03 - Third', '3 (Third Grade)'],
    ],
    ['12', ['12th', '12th (Senior)', 'Twelfth grade', 'Senior', 'uri://ed-fi.org/GradeLevelDescriptor#Twelfth grade']],
    ['KG', ['K', 'K.', 'KF', 'KN', 'KP', 'KA', 'HK', 'KDG', 'K5', '5K', 'Kinder', 'Grade K', 'KG - Kindergarten']],
    ['KG', ['Kindergarten AM', 'Kindergarten (Full Day)', 'Full-Day Kindergarten', 'Kindergarten - Half Day']],
    ['PK', ['PREK', 'Pre-K', 'PK3', 'PK 4', '4K', 'K4', 'Pre-K (4 yr)', 'PK PM', 'Preschool/Prekindergarten']],
    ['TK', ['TK', 'T-K', 'Transitional Kindergarten']],
    ['UG', ['UG', 'Ungraded']],
  ])('%s is read from the codes and names of systems and states', (grade, texts) => {
    expect(texts.map(readGrade)).toEqual(texts.map(() => grade));
  });

  it.each([
    ['PK', ['Pre-Kínder', 'prekinder']],
    ['KG', ['Kínder', 'KÍNDER']],
    ['01', ['Primero', 'Primer grado', '1ro', '1er. grado', '1.º', '1°']],
    ['05', ['Quinto', 'quinta', '5to', '5ª']],
    ['07', ['Séptimo', 'septimo', '7mo']],
    ['10', ['Décimo', '10mo']],
    ['11', ['Undécimo', 'Décimo primer grado', '11vo']],
    ['12', ['Duodécimo', 'Duodecimo grado', 'Grado 12']],
  ])('%s is read from its names in Spanish', (grade, texts) => {
    expect(texts.map(readGrade)).toEqual(texts.map(() => grade));
  });

  it.each([
    ...['-3', '-9', '+9', '(1)', '-0', '-1.5', '1.5', '9½', '99', '14', '2031', '010', '120'],
    ...['K-5', '9-12', 'K/1', '9/10', '3-3', '5A', '3B', 'K1', 'K2', 'UK', 'Room #3', '#3', '09 - Tenth'],
    ...['1° de secundaria', 'Kindergarten/1st', 'Level 3', 'Elm Street', '.', '-'],
  ])('is not made of %s by leaving something of it out', (text) => {
    expect(readGrade(text)).toBeUndefined();
  });

  it.each([
    ['EE', 'PR'],
    ['EC', 'PR'],
    ['P3', 'PK'],
    ['PK-3', 'PK'],
    ['-3', 'PK'],
    ['13+', '13'],
    ['Gr. nine', '09'],
    ['US', 'UG'],
  ])('is suggested for %s and not read: %s', (text, grade) => {
    expect(readGrade(text)).toBeUndefined();
    expect(likelyGrade(text)).toBe(grade);
  });

  it('is suggested where it would be read, and never for a range or a class', () => {
    for (const grade of GRADES) expect(likelyGrade(grade)).toBe(grade);
    expect(['GR-02', 'Grade-3', 'G-12'].map(likelyGrade)).toEqual(['02', '03', '12']);
    expect(['GR-02', 'Grade-3', 'G-12'].map(readGrade)).toEqual([undefined, undefined, undefined]);
    for (const text of ['K-5', '9-12', '5A', '99', 'K1']) expect(likelyGrade(text)).toBeUndefined();
  });
});
