import type { Deps } from '../deps.ts';
import { createToken, revokeTokensLabelled } from '../features/accounts/index.ts';
import { STATE_FIPS } from './load.ts';

/** Who gets the links, for the log of disclosures. */
const LABEL = 'whoever started this demo';
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * One link for each role, good for a day, said only where nobody else can reach the server.
 *
 * @param say takes a line
 */
export async function printLinks(deps: Deps, say: (line: string) => void, url: string): Promise<void> {
  if (!LOOPBACK.includes(deps.config.host)) {
    say(
      'Links for the agency, provider, district and coordinator views are printed only when HOST is a loopback address.',
    );
    return;
  }
  await revokeTokensLabelled(deps, LABEL);
  const district = await deps.db.as({ role: 'public' }, (tx) =>
    tx.maybe<{ id: string; name: string }>(
      "select id, name from places.places where kind = 'school_district' order by name limit 1",
    ),
  );
  const provider = await deps.db.as({ role: 'public' }, (tx) =>
    tx.maybe<{ provider_id: number; name: string }>(
      'select provider_id, name from coverage.providers order by provider_id limit 1',
    ),
  );
  if (deps.db.kind === 'embedded' && deps.config.publicUrl === undefined)
    say(`People of the demo, to choose one:`.padEnd(40).concat(` ${url}/sign-in`));
  say('Finer views, by link (each is good for a day):');
  const agency = await createToken(deps, { role: 'agency', stateFips: STATE_FIPS, label: LABEL, days: 1 });
  say(`  state agency`.padEnd(40).concat(` ${url}${agency.link}`));
  if (provider) {
    const token = await createToken(deps, {
      role: 'provider',
      stateFips: STATE_FIPS,
      providerId: provider.provider_id,
      label: LABEL,
      days: 1,
    });
    say(`  provider ${provider.name}`.padEnd(40).concat(` ${url}${token.link}`));
    say('  its room'.padEnd(40).concat(` ${url}${token.link}?to=/room`));
  }
  if (district) {
    const token = await createToken(deps, { role: 'district', leaId: district.id, label: LABEL, days: 1 });
    say(`  district ${district.name}`.padEnd(40).concat(` ${url}${token.link}`));
    say('  its collection'.padEnd(40).concat(` ${url}${token.link}?to=/collect`));
  }
  const coordinator = await createToken(deps, { role: 'coordinator', stateFips: STATE_FIPS, label: LABEL, days: 1 });
  say('  coordinator of collections'.padEnd(40).concat(` ${url}${coordinator.link}`));
}
