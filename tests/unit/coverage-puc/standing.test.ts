import { describe, expect, it } from 'vitest';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { type Reading, readArea } from '../../../server/features/coverage/puc/area-row.ts';
import {
  isStandingAlone,
  plannedName,
  type StandingColumn,
  standingColumn,
  standingInWords,
  standingOf,
} from '../../../server/features/coverage/puc/standing.ts';

describe('a column', () => {
  it.each([
    'STATUS',
    'BUILD_STATUS',
    'Service_Status',
    'serviceStatus',
    'build_stat',
    'Phase',
    'LIFECYCLESTATUS',
    'constructi',
    'DEPLOY_STA',
    'CONSTR_STA',
    'Estatus',
    'CUR_FUT',
    'PlanExist',
    'net_status',
  ])('%s says in words whether an area is in service', (name) => expect(standingColumn(name)).toBe('words'));

  it.each([
    'In_Service',
    'INSERVICE',
    'Active',
    'Planned',
    'Proposed',
    'FUTURE',
    'UNDER_CONS',
    'Retired',
    'is_active',
    'ServiceAvailable',
    'Is_Served',
  ])('%s says by yes or no whether an area is in service', (name) =>
    expect(standingColumn(name)).toMatchObject({ yes: expect.any(String) }),
  );

  it.each([
    'IN_SVC_DATE',
    'InServiceDate',
    'IN_SERVICE_DT',
    'EST_COMPL',
    'Completion_Date',
    'BUILD_YEAR',
    'EXPECTED_DATE',
    'GoLive',
    'Service_Start_Date',
  ])('%s says by a date since when an area is in service', (name) => expect(standingColumn(name)).toBe('from'));

  it.each([
    'STATE',
    'STATEFP',
    'SERVICE_ST',
    'QA_STATUS',
    'ReviewStatus',
    'STATUS_DATE',
    'Last_Edited_Date',
    'created_date',
    'AsOfDate',
    'DATE',
    'YEAR',
    'Customer_Status',
    'PROVNAME',
    'TECHNOLOGY',
    'NOTES',
    'ServiceType',
    'Shape_Area',
    'OBJECTID',
    'construction_start_date',
  ])('%s says nothing about service', (name) => expect(standingColumn(name)).toBeUndefined());
});

describe('a status', () => {
  it.each([
    'Planned',
    'PROPOSED',
    'Under Construction',
    'under_construction',
    'Future',
    'Funded',
    'BEAD award',
    'Not Yet Built',
    'Design',
    'Coming Soon',
    'In Progress',
    'Pre-construction',
    'U/C',
    'Planificado',
    'En construcción',
    'Propuesta',
    'Proposed 2027',
  ])('%s is no service yet', (words) => expect(standingInWords(words)).toBe('planned'));
  it.each([
    'Retired',
    'Out of service',
    'Inactive',
    'Decommissioned',
    'Not in service',
    'Fuera de servicio',
    'Cancelled',
    'Unserved',
  ])('%s is no service any more, or never was', (words) => expect(standingInWords(words)).toBe('retired'));
  it.each([
    'Existing',
    'In Service',
    'ACTIVE',
    'Built',
    'Construction Complete',
    'Completed 2024',
    'Currently Served',
    'Operational',
    'On-Net',
    'Serviceable',
    'En servicio',
    'Existente',
  ])('%s is service', (words) => expect(standingInWords(words)).toBe('service'));
  it.each(['Planned/Existing', 'Phase 1', 'A', '1', 'Approved', 'Certified', 'Partially built', 'Active construction'])(
    '%s is asked about',
    (words) => expect(standingInWords(words)).toBe('unknown'),
  );

  it('by a date is service from that day on', () => {
    const on = (value: string | number) => standingOf(value, 'from', '2026-06-30');
    for (const later of [
      '2027-05-01',
      '2027/05/01 00:00:00+00',
      '5/1/2027',
      '2027',
      'Q3 2027',
      '2027Q1',
      'Fall 2026',
      'May 2027',
      20270501,
      1798761600000,
    ])
      expect(on(later)).toBe('planned');
    for (const before of ['2026-06-30', '12/31/25', '2019', 'June 2026', 1498761600000, '', '<Null>'])
      expect(on(before)).toBeUndefined();
    expect(standingOf('2025-01-01', 'until', '2026-06-30')).toBe('retired');
    expect(standingOf('2027-01-01', 'until', '2026-06-30')).toBeUndefined();
  });

  it('can stand in a column of any name, but not in a sentence or a name', () => {
    for (const value of [
      'Planned',
      'Proposed Build',
      'Under construction',
      'Planned for 2027',
      'Future Fiber Expansion',
      'Proposed Build Area 3',
      'Planned Phase 2',
      'En construcción',
    ])
      expect(isStandingAlone(value)).toBe(true);
    for (const value of ['Planned Parenthood', 'Future Telecom', 'Existing', 'See planned areas', 'Plan 100', 12])
      expect(isStandingAlone(value)).toBe(false);
  });
});

describe('a layer or file', () => {
  it.each([
    'proposed_areas',
    'planned_2027',
    'Planned2027',
    'construction',
    'Highgap_UnderConstruction',
    'FutureBuild',
    'BEAD_Awards',
    'retired plant',
  ])('called %s is no service by its name', (name) => expect(plannedName(name)).toBeDefined());
  it.each([
    'Service_Area',
    'internet_plans',
    'areas_projected',
    'Constructed_Areas',
    'unplanned',
    'coverage',
    'current',
  ])('called %s is not doubted', (name) => expect(plannedName(name)).toBeUndefined());
});

describe('an area', () => {
  const reading: Reading = {
    mapping: { technology: 'tech', maxdown: 'down', maxup: 'up' },
    unit: { down: 'mbps', up: 'mbps' },
    provider: 'Example Fiber',
    asOf: '2026-06-30',
    standing: new Map<string, StandingColumn>([
      ['STATUS', 'words'],
      ['BEAD', { yes: 'unknown', no: undefined }],
    ]),
    others: ['NOTES'],
    meanings: { technology: new Map(), speed: new Map(), status: new Map() },
    includesPlanned: false,
  };
  const fiber = { tech: 50, down: 100, up: 20 };
  const read = (more: Record<string, string | number | null>, how: Partial<Reading> = {}, layer = 'areas') =>
    readArea({ properties: { ...fiber, ...more }, layer }, { ...reading, ...how });

  const against = (column: string, value: string) => phrase('puc.against/column', { column, value });

  it('is left out for what it says of itself, in any of its columns, its technology or its layer', () => {
    expect(read({ STATUS: 'Planned' })).toEqual({ leftOut: against('STATUS', 'Planned') });
    expect(read({ NOTES: 'Proposed build' })).toEqual({ leftOut: against('NOTES', 'Proposed build') });
    expect(read({ tech: 'Fiber (planned)' })).toEqual({
      leftOut: phrase('puc.against/technology', { value: 'Fiber (planned)' }),
    });
    expect(read({}, {}, 'proposed')).toEqual({ leftOut: phrase('puc.against/layer', { layer: 'proposed' }) });
  });

  it('is service where its status says so, whatever its layer is called, and where nothing is said', () => {
    expect(read({ STATUS: 'Existing' }, {}, 'proposed')).toHaveProperty('row');
    expect(read({ STATUS: null, NOTES: 'near the planned road' })).toHaveProperty('row');
  });

  it('is loaded as service when a person says so, with a note', () => {
    expect(read({ STATUS: 'Planned' }, { includesPlanned: true })).toMatchObject({
      row: { technology: 50 },
      assumed: [{ kind: 'planned', value: against('STATUS', 'Planned') }],
    });
    const status = new Map([['planned', 'service'] as const]);
    expect(read({ STATUS: 'Planned' }, { meanings: { ...reading.meanings, status } })).toHaveProperty('row');
  });

  it('is asked about where its status may mean either', () => {
    expect(read({ STATUS: 'Phase 2' })).toMatchObject({
      unknown: [{ kind: 'status', value: 'Phase 2', column: 'STATUS' }],
    });
    expect(read({ BEAD: 'Y' })).toMatchObject({ unknown: [{ kind: 'status', value: 'BEAD: Y' }] });
    expect(read({ BEAD: 'N' })).toHaveProperty('row');
  });
});
