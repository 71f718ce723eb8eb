import type { CollectMe } from '../../../../server/features/collect/contract.ts';
import { addressOf } from '../../lib/route.ts';
import { leave, sessionsHref } from '../../lib/session.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useLanguage, useMessages } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';
import { useTask } from './use-task.ts';

/** Who is signed in, or whose link is in use and until when, and a way to sign out of a shared computer. */
export function Whose({ me: { role, label, districtName, isPerson, expiresAt } }: { readonly me: CollectMe }) {
  const messages = useCatalog(collectMessages);
  const { sessions, signedIn } = useMessages();
  const language = useLanguage();
  const task = useTask();
  const out = () =>
    void task.run(async () => {
      await leave();
      location.assign(addressOf(STARTS.collect));
    });
  return (
    <footer className="whose">
      <p>
        {isPerson
          ? messages.ofPerson({ label })
          : role === 'district'
            ? messages.ofDistrict({ districtName: districtName ?? label, expiresAt })
            : messages.ofCoordinator({ label, expiresAt })}
      </p>
      <a href={sessionsHref(language)}>{isPerson ? signedIn.sessions : sessions}</a>
      <button type="button" className="link" onClick={out} disabled={task.isBusy}>
        {messages.signOut}
      </button>
      {task.fault && <p className="field-fault">{task.fault}</p>}
    </footer>
  );
}
