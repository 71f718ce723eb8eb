/** What never arrives, and what is done to numbers before they are shown, in words a superintendent can pass on. */
import { NOT_PROMISED, PROMISE } from '../../../../server/domain/protect/promise.ts';
import type { PrivacyReport } from './report.ts';

export function NeverReceived() {
  return (
    <section aria-labelledby="never">
      <h2 id="never">What we never receive</h2>
      <p>
        No name, no address, no coordinates, no date of birth and no student number. A district turns its own list into
        a code for each student, a code for each household and a hexagon of about 180 acres (0.7 km²), on its own
        computer, with a key that only the district keeps. A file that still holds anything else is refused.
      </p>
    </section>
  );
}

export function ThePromise() {
  return (
    <section aria-labelledby="promise">
      <h2 id="promise">What we promise, and what not</h2>
      <p className="promise">{PROMISE}</p>
      <p>We do not promise:</p>
      <ul className="left-out">
        {NOT_PROMISED.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

export function Rules({ report }: { readonly report: PrivacyReport }) {
  const { floors, method } = report;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">What is done before a number is shown</h2>
      <dl className="rules">
        <dt>No small groups</dt>
        <dd>
          Every area has at least {floors.students} students in {floors.households} households. A count under{' '}
          {floors.students}, or one that leaves fewer than {floors.students} of its area, is hidden. Hidden looks the
          same whether nobody is behind it or a few.
        </dd>
        <dt>A little noise</dt>
        <dd>
          Each count is moved by up to {method.noise.deviation} students, up as often as down. The same question always
          has the same answer, so asking again averages nothing out; another question has another noise, so a difference
          of two numbers proves nothing. Totals of students and households are exact.
        </dd>
        <dt>Only answers are counted</dt>
        <dd>
          Below the county we count what families answered. Where service is missing follows from filings, not from
          children: it is estimated, an exact total times the share of locations that filings leave without service, and
          called so. Anybody can work it out again.
        </dd>
        <dt>Tried before it is shown</dt>
        <dd>
          Programs look for the least and the most that every small group could be, from all that is published, to
          everybody and in earlier releases. What would prove one is hidden; it looks like any other hidden count.
        </dd>
        <dt>{method.rounding > 1 ? 'Rounded' : 'Not rounded'}</dt>
        <dd>
          {method.rounding > 1
            ? `What everybody sees is then rounded to the nearest ${method.rounding}.`
            : 'This view shows the numbers with their noise as they are; what everybody sees is rounded besides.'}
        </dd>
        {method.percentCoding.length > 0 && (
          <>
            <dt>Careful percentages</dt>
            <dd>
              The smaller the group, the less its extremes may say:{' '}
              {method.percentCoding
                .map(({ atLeast, lowest, highest }) => `from ${atLeast} students ${lowest} to ${highest} %`)
                .join('; ')}
              .
            </dd>
          </>
        )}
        <dt>Slow to change</dt>
        <dd>
          An area where fewer than {method.keptUnder} students changed since its numbers were set keeps them, so that
          two releases side by side do not tell who came, left or answered.
        </dd>
      </dl>
    </section>
  );
}
