import type { Audience } from '../../domain/audience.ts';
import type { Floors } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';

const READERS: Record<Audience, string> = {
  public: 'everybody',
  agency: 'holders of an agency link',
  provider: 'holders of a provider link',
};

/** Writes a release to the log of disclosures, audience by audience. */
export async function discloseRelease(
  tx: Tx,
  release: { id: number; name: string; floors: Floors; audiences: readonly Audience[]; stateFips: string },
): Promise<void> {
  const { students, households } = release.floors;
  for (const audience of release.audiences)
    await recordDisclosure(tx, {
      kind: 'release',
      who: READERS[audience],
      what: `release ${release.id}, "${release.name}"`,
      audience,
      basis: BASIS.deIdentified,
      stateFips: release.stateFips,
      note: `at least ${students} students and ${households} households in each patch`,
    });
}
