import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellToParent, latLngToCell } from 'h3-js';
import { afterAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../server/domain/anonymize/index.ts';
import type { Phrase } from '../../../server/domain/messages/phrase.ts';
import { type EdfiImport, importEdfi } from '../../../server/features/edfi/import.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { Secret } from '../../../server/platform/secret.ts';
import {
  aCharacteristic,
  aDistrict,
  aHomelessProgram,
  anAddress,
  anAssociation,
  anEnrollment,
  aSchool,
  DISTRICT,
  LEA_ID,
} from '../../support/edfi-documents.ts';
import { type EdfiServerOptions, edfiServer } from '../../support/edfi-server.ts';
import { told } from '../../support/told.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-edfi-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 100, timeoutMs: 5_000 };
const key = createKey(LEA_ID, new Uint8Array(32).fill(7), '2026-08-01');
let files = 0;

interface Outcome {
  readonly lines: string[][];
  readonly said: string;
  readonly report: string[];
  readonly requests: readonly string[];
  readonly out: string;
}

/** Imports from such an API. */
async function importing(server: Partial<EdfiServerOptions>, options: Partial<EdfiImport> = {}): Promise<Outcome> {
  await using api = await edfiServer({ resources: {}, ...server });
  const name = `${++files}`;
  const [out, report] = [join(folder, `${name}.csv`), join(folder, `${name}-report.csv`)];
  const said: string[] = [];
  const say = (line: Phrase | string) => void said.push(told(line));
  const step = (title: Phrase) => ({
    advance: () => undefined,
    note: say,
    done: (summary?: Phrase) => say(`${told(title)}: ${summary && told(summary)}`),
  });
  await importEdfi(
    {
      baseUrl: api.baseUrl,
      credentials: { clientId: api.clientId, secret: new Secret(api.secret) },
      key,
      out,
      report,
      today: '2026-11-25',
      ...options,
    },
    { ...silentProgress, print: say, begin: step },
    { patience: PATIENCE, asking: { agree: undefined, patience: PATIENCE } },
  );
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);
  return {
    lines: read(out)
      .slice(1, -1)
      .map((line) => line.split(',')),
    said: said.join('\n'),
    report: read(report).filter((line) => line !== ''),
    requests: api.requests,
    out,
  };
}

const associations = (...documents: unknown[]) => ({ studentEducationOrganizationAssociations: documents });
const manyGood = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    anAssociation(`good${i}`, { addresses: [anAddress('Home', { latitude: `38.35${10 + i}00` })] }),
  );

describe('an import from an Ed-Fi API', () => {
  it('writes the anonymized file: pseudonyms, a cell, codes, and nothing the API said beside', async () => {
    const { out, lines, said } = await importing({
      resources: {
        ...associations(
          anAssociation('s1', {
            barrierToInternetAccessInResidenceDescriptor: 'uri://ed-fi.org/x#Not Affordable',
            internetAccessInResidence: false,
            races: [{ raceDescriptor: 'uri://ed-fi.org/RaceDescriptor#Private' }],
          }),
          anAssociation('s2', {
            addresses: [anAddress('Home'), anAddress('Doubled-up')],
            internetAccessInResidence: true,
          }),
        ),
        studentSchoolAssociations: [anEnrollment('s1')],
      },
    });
    expect(readFileSync(out, 'utf8').split('\n')[0]).toBe(
      'lea_id,student_key,household_key,cell,residence,grade_level,internet_access,barrier,internet_type,performance,device,device_access,device_provider',
    );
    const settled = lines.find((line) => line[4] === '');
    expect(settled?.slice(2)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      cellToParent(latLngToCell(38.35, -81.63, 9), 8),
      '',
      '05',
      'false',
      'Not Affordable',
      '',
      '',
      '',
      '',
      '',
    ]);
    const unsettled = lines.find((line) => line[4] === 'none');
    expect(unsettled?.slice(2)).toEqual(['', '', 'none', '', '', '', '', '', '', '', '']);
    const everything = `${readFileSync(out, 'utf8')}${said}`;
    for (const secret of ['s1', 'Example', 'Sampleton', '38.35', 'Private', 'Doubled'])
      expect(everything).not.toContain(secret);
    expect(said).toContain('2 students, 1 with answers, 0 left out');
  });

  it('makes the same pseudonyms from the API as the key makes from any other export', async () => {
    const first = await importing({ resources: associations(anAssociation('s1'), anAssociation('s2')) });
    const again = await importing({
      paging: 'cursor',
      resources: associations(anAssociation('s2'), anAssociation('s1')),
    });
    expect(readFileSync(again.out)).toEqual(readFileSync(first.out));
    expect(new Set(first.lines.map((line) => line[2])).size).toBe(1);
  });

  it('writes one spelling of the answers, whether given as elements, CEDS codes or the indicators of 2020', async () => {
    const indicator = (indicatorName: string, value: string) => ({
      indicatorName,
      indicator: value,
      indicatorGroup: 'DigitalEquity',
    });
    const { lines } = await importing({
      resources: associations(
        anAssociation('ceds1', {
          internetAccessInResidence: 'Yes',
          internetAccessTypeInResidenceDescriptor: 'CommunityProvidedWi-Fi',
          primaryLearningDeviceAwayFromSchoolDescriptor: 'DesktopComputer',
          primaryLearningDeviceAccessDescriptor: 'NotShared',
        }),
        anAssociation('2020', {
          studentIndicators: [
            indicator('InternetAccessInResidence', 'No – Not Affordable'),
            indicator('DigitalDevice', 'Desktop/Laptop'),
            indicator('DeviceAccess', 'School Provided - Shared'),
          ],
        }),
      ),
    });
    expect(lines.map((line) => line.slice(6).join(',')).sort()).toEqual([
      'false,Not Affordable,,,Laptop Computer,Shared,School',
      'true,,Community Provided Wi-Fi,,Desktop Computer,Not Shared,',
    ]);
  });

  it('reads the homes of data standard 6 in studentDirectories', async () => {
    const { lines, requests } = await importing({
      dataStandard: '6.0.0',
      resources: {
        ...associations(anAssociation('s1', { addresses: undefined })),
        studentDirectories: [anAssociation('s1')],
      },
    });
    expect(lines.map((line) => line[3])).toEqual([cellToParent(latLngToCell(38.35, -81.63, 9), 8)]);
    expect(requests.some((request) => request.includes('/studentDirectories'))).toBe(true);
  });

  it('says when the API counts more documents than it gives', async () => {
    const { said } = await importing({ overcounts: 2, resources: associations(...manyGood(3)) });
    expect(said).toContain('The API counted 5 studentEducationOrganizationAssociations and gave 3.');
  });

  it('is refused homes of data standard 6 that the client may not read', async () => {
    const refused = importing({ dataStandard: '6.1.0', resources: associations(), forbidden: ['studentDirectories'] });
    await expect(refused).rejects.toThrow(/may not read studentDirectories/);
  });

  it('places homes that have an address only by the address points of the state', async () => {
    const points = join(folder, 'points.csv');
    writeFileSync(points, 'NUMBER,STREET,CITY,POSTCODE,LON,LAT\n12,Example Rd,Sampleton,25301,-81.7,38.4\n');
    const blank = { latitude: null, longitude: null };
    const { lines, said } = await importing(
      { resources: associations(anAssociation('s1', { addresses: [anAddress('Home', blank)] }), ...manyGood(3)) },
      { geocode: { addressPoints: points } },
    );
    expect(lines.map((line) => line[3])).toContain(cellToParent(latLngToCell(38.4, -81.7, 9), 8));
    expect(said).toContain('Homes placed by their address: 1 normalized.');
  });
});

describe('students who are homeless', () => {
  const flagged = (studentUniqueId: string, ...characteristics: object[]) =>
    anAssociation(studentUniqueId, { studentCharacteristics: characteristics });

  it('leave without a place by a characteristic or a program that lasts, whatever address is on file', async () => {
    const { lines, said } = await importing({
      resources: {
        ...associations(...manyGood(2), flagged('s1', aCharacteristic('Homeless')), anAssociation('s2')),
        studentHomelessProgramAssociations: [
          aHomelessProgram('s2'),
          aHomelessProgram('good1', { endDate: '2026-06-30' }),
        ],
      },
    });
    expect(lines.map((line) => [line[3] !== '', line[4]]).sort()).toEqual([
      [false, 'none'],
      [false, 'none'],
      [true, ''],
      [true, ''],
    ]);
    expect(said).not.toContain('may not read studentHomelessProgramAssociations');
  });

  it('are known by studentDemographics from data standard 6', async () => {
    const { lines } = await importing({
      dataStandard: '6.0.0',
      resources: {
        ...associations(...manyGood(1), anAssociation('s1', { addresses: undefined })),
        studentDirectories: [...manyGood(1), anAssociation('s1')],
        studentDemographics: [flagged('s1', aCharacteristic('Homeless'))],
      },
    });
    expect(lines.map((line) => line[4]).sort()).toEqual(['', 'none']);
  });

  it.each([['forbidden'], ['missing']])(
    'are not known where their programs are %s, and the report says so',
    async (how) => {
      const resources: Record<string, unknown[]> = associations(...manyGood(2));
      const { said, report } = await importing(
        how === 'forbidden'
          ? { resources, forbidden: ['studentHomelessProgramAssociations'] }
          : { resources: { ...resources, studentHomelessProgramAssociations: undefined as never } },
      );
      expect(said).toContain('may not read studentHomelessProgramAssociations');
      expect(report.join()).toContain('studentHomelessProgramAssociations');
    },
  );
});

describe('students who all stand in one place', () => {
  it('stop the import with a question before a file is written', async () => {
    const server = { resources: associations(...Array.from({ length: 10 }, (_, i) => anAssociation(`same${i}`))) };
    await expect(importing(server)).rejects.toMatchObject({ code: 'edfi.one-place' });
    expect((await importing(server, { manyInOnePlace: true })).lines).toHaveLength(10);
  });
});

describe('a document at fault', () => {
  it('costs its student or its field, and is reported without its values', async () => {
    const { lines, report } = await importing({
      resources: associations(
        ...manyGood(12),
        anAssociation('swapped1', { addresses: [anAddress('Home', { latitude: '-81.63', longitude: '38.35' })] }),
        anAssociation('odd1', { internetAccessInResidence: 'perhaps' }),
        anAssociation('shaped1', { studentIndicators: 'none' }),
        { id: 'x', educationOrganizationReference: {}, studentReference: null },
      ),
    });
    expect(lines).toHaveLength(14);
    expect(report.map((line) => line.split(',').toSpliced(1, 1).join(',').trim())).toEqual([
      'document,field,problem,found,what_to_do',
      '13,latitude,Latitude and longitude swapped,a decimal number,"Accept the swap, or write both again."',
      '14,internet_access,Answer that is not known,text of 7 characters,"Choose one of the answers, or leave it empty; the row is kept without it."',
      '15,studentIndicators,Field of another shape than Ed-Fi says,something that is no list,Correct the field in the system that fills the API; it was read as blank.',
      '16,studentUniqueId,Field of another shape than Ed-Fi says,nothing,Correct the field in the system that fills the API; it was read as blank.',
    ]);
  });

  it('among too many stops the import, unless a person confirms', async () => {
    const server = { resources: associations(...manyGood(3), anAssociation('s1', { addresses: [] })) };
    await expect(importing(server)).rejects.toThrow(/1 of 4 students would be left out.*no file was written/s);
    expect(existsSync(join(folder, `${files}.csv`))).toBe(false);
    expect((await importing(server, { leaveOutBadRows: true })).lines).toHaveLength(3);
  });
});

describe('the district of an import', () => {
  const other = { educationOrganizationReference: { educationOrganizationId: 999 } };
  const school = { educationOrganizationReference: { educationOrganizationId: 255901001 } };
  const two = {
    localEducationAgencies: [aDistrict(DISTRICT, '5400030'), aDistrict(999, '5400060')],
    schools: [aSchool(255901001, DISTRICT), aSchool(999001, 999)],
    ...associations(anAssociation('s1'), anAssociation('s2', school), anAssociation('s3', other)),
    studentSchoolAssociations: [anEnrollment('s1', { schoolReference: { schoolId: 999001 } }), anEnrollment('s2')],
  };

  it('is found by its NCES id, with its schools', async () => {
    const { lines, said, requests } = await importing({ resources: two });
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => line[5]).sort()).toEqual(['', '05']);
    expect(said).toContain('Of the 2 districts the client reads, one was taken, with its 1 schools.');
    expect(requests.some((request) => request.includes('educationOrganizationId=999'))).toBe(false);
  });

  it('is found by the identification codes that data standard 6 keeps apart', async () => {
    const codes = {
      localEducationAgencies: [aDistrict(DISTRICT), aDistrict(999)],
      educationOrganizationIdentificationCodes: [
        {
          id: 'c1',
          educationOrganizationReference: { educationOrganizationId: DISTRICT },
          educationOrganizationIdentificationSystemDescriptor: 'uri://ed-fi.org/x#NCES',
          identificationCode: '5400030',
        },
      ],
    };
    expect((await importing({ resources: { ...two, ...codes } })).lines).toHaveLength(2);
  });

  it('must be named when the API does not identify it', async () => {
    const unnamed = { ...two, localEducationAgencies: [aDistrict(DISTRICT), aDistrict(999)] };
    await expect(importing({ resources: unnamed })).rejects.toThrow(/reads 2 districts.*--education-organization/s);
    expect((await importing({ resources: unnamed }, { educationOrganization: '255901' })).lines).toHaveLength(2);
  });

  it('is not mistaken for the only other one', async () => {
    await expect(
      importing({ resources: { ...two, localEducationAgencies: [aDistrict(999, '5400060')] } }),
    ).rejects.toThrow('The client reads the district 5400060, not 5400030');
  });

  it('is all that a client reads who may not read districts, and the import says so', async () => {
    const { lines, said } = await importing({ resources: two, forbidden: ['localEducationAgencies'] });
    expect(lines).toHaveLength(3);
    expect(said).toContain('all that it reads is taken for the district 5400030');
  });

  it('without a student in the API is refused', async () => {
    await expect(importing({ resources: associations() })).rejects.toThrow(
      /has no studentEducationOrganizationAssociations of/,
    );
  });
});

describe('an import after another', () => {
  const server = { resources: associations(anAssociation('s1')), newestChangeVersion: 48_213 };

  it('starts from the change number that the first prints', async () => {
    expect((await importing(server)).said).toContain('Next time --since 48213');
  });

  it('reads and writes nothing when nothing has changed since', async () => {
    const { said, out, requests } = await importing(server, { since: 48_213 });
    expect(said).toBe('Nothing has changed since change 48213; no file was written.');
    expect(existsSync(out)).toBe(false);
    expect(requests.filter((request) => request.includes('limit=500'))).toEqual([]);
    expect(requests.filter((request) => request.includes('minChangeVersion=48214')).length).toBeGreaterThan(0);
  });

  it('reads everything when anything has changed, as a file replaces the one before', async () => {
    const changed = { ...server, changed: { studentEducationOrganizationAssociations: 1 } };
    expect((await importing(changed, { since: 48_000 })).lines).toHaveLength(1);
  });
});
