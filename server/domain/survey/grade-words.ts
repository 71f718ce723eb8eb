/**
 * Names and codes of grades, in small letters without accents, spaces and points. Sources: CEDS and Ed-Fi gradeLevel; codes of
 * states and systems as their public guides list them: Texas (EE), California's CALPADS (KN, PS, UE, US), Wisconsin and South
 * Carolina (4K, K5), Connecticut (KF, KH), Aeries, Infinite Campus, PowerSchool.
 */
import type { Grade } from './grades.ts';

/** Unambiguous names. */
const READ: Readonly<Partial<Record<Grade, string>>> = {
  IT: 'it infant/toddler infanttoddler',
  PR: 'pr preschool preschooler',
  PK: 'pk prek prekg prekinder prekindergarten pk3 pk4 pk03 pk04 prek3 prek4 3k 4k k3 k4 preschool/prekindergarten preschoolprekindergarten',
  TK: 'tk transitionalk transitionalkindergarten transitionalkinder',
  KG: 'kg kgn k 0k kk kn kf kfd khd hk kh ke ka kp kdg kdgn k5 5k kind kinder kindergarten kindergarden kindergartner grk',
  '01': 'first primero primera primer',
  '02': 'second segundo segunda',
  '03': 'third tercero tercera tercer',
  '04': 'fourth cuarto cuarta',
  '05': 'fifth quinto quinta',
  '06': 'sixth sexto sexta',
  '07': 'seventh septimo septima setimo setima',
  '08': 'eighth octavo octava',
  '09': 'ninth noveno novena freshman',
  '10': 'tenth decimo decima sophomore',
  '11': 'eleventh undecimo undecima decimoprimero decimoprimera decimoprimer onceavo onceno junior',
  '12': 'twelfth duodecimo duodecima decimosegundo decimosegunda doceavo doceno senior',
  '13': 'postsecondary',
  AE: 'ae adulteducation',
  UG: 'ug ungraded',
  OT: 'ot other',
};

/** Likely meanings: suggested for a person to accept. */
const LIKELY: Readonly<Partial<Record<Grade, string>>> = {
  IT: 'infant toddler in td',
  PR: 'ee ec ece ecse ps earlychildhood earlyeducation headstart preescolar',
  PK: 'p p3 p4 p03 p04 ppk vpk upk jk pka pkp juniorkindergarten',
  TK: 'dk developmentalkindergarten youngfives',
  KG: 'sk seniorkindergarten jardin jardindeninos jardindeinfantes',
  '01': 'one',
  '02': 'two',
  '03': 'three',
  '04': 'four',
  '05': 'five',
  '06': 'six',
  '07': 'seven',
  '08': 'eight',
  '09': 'nine fr freshmen',
  '10': 'ten so',
  '11': 'eleven jr',
  '12': 'twelve sr',
  '13': '13+ 12+ pg postgraduate',
  AE: 'ad adult abe ged',
  UG: 'ue us uge ugs ng nongraded nogradelevel',
};

export const READ_GRADES = byWord(READ);
export const LIKELY_GRADES: ReadonlyMap<string, Grade> = new Map([...READ_GRADES, ...byWord(LIKELY)]);

function byWord(words: Readonly<Partial<Record<Grade, string>>>): ReadonlyMap<string, Grade> {
  return new Map(
    Object.entries(words).flatMap(([grade, names]) =>
      names.split(' ').map((name): [string, Grade] => [name, grade as Grade]),
    ),
  );
}
