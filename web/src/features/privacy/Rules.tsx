/** What never arrives, and how numbers are protected before they are shown, in words a superintendent can pass on. */
import { useCatalog } from '../../lib/use-messages.ts';
import { privacyMessages } from './messages.ts';
import type { PrivacyReport } from './report.ts';

export function NeverReceived() {
  const messages = useCatalog(privacyMessages);
  return (
    <section aria-labelledby="never">
      <h2 id="never">{messages.neverReceived}</h2>
      <p>{messages.neverReceivedLead}</p>
    </section>
  );
}

export function ThePromise() {
  const { promised, notPromised, promise } = useCatalog(privacyMessages);
  return (
    <section aria-labelledby="promise">
      <h2 id="promise">{promised}</h2>
      <p className="promise">{promise.promise}</p>
      <p>{notPromised}</p>
      <ul className="left-out">
        {promise.notPromised.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

export function Rules({ report }: { readonly report: PrivacyReport }) {
  const messages = useCatalog(privacyMessages);
  const { floors, method } = report;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{messages.rules}</h2>
      <dl className="rules">
        <dt>{messages.noSmallGroups}</dt>
        <dd>{messages.noSmallGroupsRule(floors)}</dd>
        <dt>{messages.noise}</dt>
        <dd>{messages.noiseRule(method.noise)}</dd>
        <dt>{messages.answersOnly}</dt>
        <dd>{messages.answersOnlyRule}</dd>
        <dt>{messages.tried}</dt>
        <dd>{messages.triedRule}</dd>
        <dt>{method.rounding > 1 ? messages.rounded : messages.notRounded}</dt>
        <dd>{method.rounding > 1 ? messages.roundedRule({ multiple: method.rounding }) : messages.notRoundedRule}</dd>
        {method.percentCoding.length > 0 && (
          <>
            <dt>{messages.carefulPercentages}</dt>
            <dd>{messages.carefulPercentagesRule({ steps: method.percentCoding })}</dd>
          </>
        )}
        <dt>{messages.slow}</dt>
        <dd>{messages.slowRule({ students: method.keptUnder })}</dd>
      </dl>
    </section>
  );
}
