import type { CollectMe } from '../../../../server/features/collect/contract.ts';
import { dateInWords } from '../../lib/format.ts';
import { addressOf, STARTS } from '../../lib/route.ts';
import { leave } from './http.ts';
import { useTask } from './use-task.ts';

/** By whose link one is here, until when, and the way out of it on a computer that others use. */
export function Whose({ me: { role, label, districtName, expiresAt } }: { readonly me: CollectMe }) {
  const task = useTask();
  const out = () =>
    void task.run(async () => {
      await leave();
      location.assign(addressOf(STARTS.collect));
    });
  return (
    <footer className="whose">
      <p>
        You came by the link of {role === 'district' ? (districtName ?? label) : `the coordinator (${label})`}, good
        until {dateInWords(expiresAt)}.
      </p>
      <button type="button" className="link" onClick={out} disabled={task.isBusy}>
        Sign out on this computer
      </button>
      {task.fault && <p className="field-fault">{task.fault}</p>}
    </footer>
  );
}
