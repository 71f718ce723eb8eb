import { tierName, VERDICT_TIERS } from '../../../../server/domain/speed.ts';
import { PROFILES } from '../../../../server/domain/technology.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf, type WorkbenchPlace } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { technologyMessages, workbenchMessages } from './messages.ts';

/** Speed and technologies of the comparison. */
export function Measured({ place }: { readonly place: WorkbenchPlace }) {
  const messages = useCatalog(workbenchMessages);
  const technologies = useCatalog(technologyMessages);
  const choose = (change: Partial<WorkbenchPlace>) =>
    goToAddress(addressOf({ page: 'workbench', place: { ...place, ...change } }));
  return (
    <p className="workbench-choice">
      <label>
        {messages.tier}{' '}
        <select
          value={place.tier}
          onChange={({ target }) => choose({ tier: VERDICT_TIERS.find((tier) => tier === target.value) ?? place.tier })}
        >
          {VERDICT_TIERS.map((tier) => (
            <option key={tier} value={tier} translate="no">
              {`${tierName(tier)} Mbps`}
            </option>
          ))}
        </select>
      </label>
      <label>
        {messages.profile}{' '}
        <select
          value={place.profile}
          onChange={({ target }) =>
            choose({ profile: PROFILES.find((profile) => profile === target.value) ?? place.profile })
          }
        >
          {PROFILES.map((profile) => (
            <option key={profile} value={profile}>
              {technologies.profiles[profile]}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
