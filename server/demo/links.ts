import type { Deps } from '../deps.ts';
import type { TokenHolder } from '../domain/actor.ts';
import type { DemoMessages } from '../domain/messages/en/terminal/demo.ts';
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
export async function printLinks(
  deps: Deps,
  { say, words, url }: { say: (line: string) => void; words: DemoMessages; url: string },
): Promise<void> {
  if (!LOOPBACK.includes(deps.config.host)) {
    say(words.linksOnlyHere);
    return;
  }
  const sayLink = (title: string, path: string) => say(`${title.padEnd(40)} ${url}${path}`);
  const made = async (holder: TokenHolder) => (await createToken(deps, { ...holder, label: LABEL, days: 1 })).link;
  await revokeTokensLabelled(deps, LABEL);
  const district = await deps.db.as({ role: 'public' }, (tx) =>
    tx.maybe<{ id: string; name: string }>(
      "select id, name from places.places where kind = 'school_district' order by name limit 1",
    ),
  );
  const provider = await deps.db.as({ role: 'public' }, (tx) =>
    tx.maybe<{ id: number; name: string }>(
      'select provider_id as id, name from coverage.providers order by provider_id limit 1',
    ),
  );
  if (deps.db.kind === 'embedded' && deps.config.publicUrl === undefined) sayLink(words.people, '/sign-in');
  say(words.links);
  sayLink(`  ${words.agency}`, await made({ role: 'agency', stateFips: STATE_FIPS }));
  if (provider) {
    const link = await made({ role: 'provider', stateFips: STATE_FIPS, providerId: provider.id });
    sayLink(`  ${words.provider(provider)}`, link);
    sayLink(`  ${words.itsRoom}`, `${link}?to=/room`);
  }
  if (district) {
    const link = await made({ role: 'district', leaId: district.id });
    sayLink(`  ${words.district(district)}`, link);
    sayLink(`  ${words.itsCollection}`, `${link}?to=/collect`);
  }
  sayLink(`  ${words.coordinator}`, await made({ role: 'coordinator', stateFips: STATE_FIPS }));
}
