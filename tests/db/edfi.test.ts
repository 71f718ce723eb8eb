import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKey } from '../../server/domain/anonymize/index.ts';
import { importEdfi } from '../../server/features/edfi/import.ts';
import { importHomes } from '../../server/features/intake/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { Secret } from '../../server/platform/secret.ts';
import { testDatabase } from '../support/database.ts';
import { anAddress, anAssociation, anEnrollment, LEA_ID } from '../support/edfi-documents.ts';
import { edfiServer } from '../support/edfi-server.ts';

const database = testDatabase();

describe('students pulled from an Ed-Fi API', () => {
  it('are accepted like the file of any anonymizer, without a warning', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `60482${i}`);
    await using api = await edfiServer({
      paging: 'cursor',
      resources: {
        studentEducationOrganizationAssociations: [
          ...ids.map((id, i) =>
            anAssociation(id, {
              internetAccessInResidence: i % 2 === 0,
              addresses: [anAddress('Home', { latitude: `38.3${10 + i}000` })],
            }),
          ),
          anAssociation('700000', { addresses: [anAddress('Hotels/Motels')] }),
        ],
        studentSchoolAssociations: ids.map((id) => anEnrollment(id)),
      },
    });
    const out = join(database.dataDir, 'edfi.csv');
    await importEdfi(
      {
        baseUrl: api.baseUrl,
        credentials: { clientId: api.clientId, secret: new Secret(api.secret) },
        key: createKey(LEA_ID, new Uint8Array(32).fill(7), '2026-08-01'),
        out,
        today: '2026-11-25',
      },
      silentProgress,
    );
    const options = { paths: [out], collection: 'fall 2026', synthetic: true };
    const [file] = await importHomes(database.deps, options, silentProgress);
    expect(file).toMatchObject({ changed: true, homes: 12, districts: [LEA_ID], findings: 0 });
    const [again] = await importHomes(database.deps, options, silentProgress);
    expect(again).toMatchObject({ changed: false });
    const grades = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.rows<{ grade_level: string; homes: number }>(
        'select grade_level, count(*)::int as homes from intake.homes group by grade_level',
      ),
    );
    expect(grades).toEqual([{ grade_level: '05', homes: 12 }]);
    const { unplaced } = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.one<{ unplaced: number }>('select count(*)::int as unplaced from intake.no_fixed_residence'),
    );
    expect(unplaced).toBe(1);
  });
});
