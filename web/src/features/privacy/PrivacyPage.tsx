import { dateInWords, percentInWords } from '../../lib/format.ts';
import './privacy.css';
import { agreedInWords } from '../../../../server/domain/reason.ts';
import { grouped, isEstimated } from '../../lib/counts.ts';
import { useRelease, useReleases } from '../../lib/queries.ts';
import { STARTS } from '../../lib/route.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ErrorTable } from './ErrorTable.tsx';
import { NeverReceived, Rules, ThePromise } from './Rules.tsx';
import { type PrivacyReport, usePrivacyReport } from './report.ts';
import { AUDIENCE_WORDS, placesInWords } from './words.ts';

export default function PrivacyPage() {
  const { data: release } = useRelease();
  const { data: report, error, isError, refetch } = usePrivacyReport();
  return (
    <DocumentPage
      title="How accurate is this"
      lead="Numbers about children are hidden where they are small and changed a little where they are shown. This page says how much, measured against the truth when the release was made."
      synthetic={release?.synthetic ?? false}
    >
      {isError && (
        <Message
          tone="failed"
          title="The privacy report did not come"
          action={{ words: 'Try again', act: () => void refetch() }}
        >
          {error.message}
        </Message>
      )}
      {!report && !isError && <p className="note">The report is on its way.</p>}
      {report && <AtAGlance report={report} />}
      <ThePromise />
      <NeverReceived />
      {report && (
        <>
          <Rules report={report} />
          <HowFar report={report} />
          <LeftOut report={report} />
        </>
      )}
      <Releases />
    </DocumentPage>
  );
}

function AtAGlance({ report }: { readonly report: PrivacyReport }) {
  const { release, audience, floors, hidden, errors } = report;
  const state = errors.filter(
    ({ family, level, meanRelative }) => level === 'state' && meanRelative !== null && !isEstimated(family),
  );
  const worst = state.reduce((most, { meanRelative }) => Math.max(most, meanRelative ?? 0), 0);
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">At a glance</h2>
      <p>
        Release “{release.name}” of {dateInWords(release.releasedAt)}, as shown to{' '}
        {AUDIENCE_WORDS[audience] ?? audience}.
      </p>
      <dl className="facts">
        <div>
          <dt>Service rests on</dt>
          <dd id="filings">{agreedInWords(report.agreedBy, audience)}</dd>
        </div>
        <div>
          <dt>Smallest area</dt>
          <dd>
            {floors.students} students in {floors.households} households
          </dd>
        </div>
        <div>
          <dt>Counts large enough to show that are shown</dt>
          <dd id="shown-share">{percentInWords(1 - hidden.aboveFloor.share)}</dd>
        </div>
        {state.length > 0 && (
          <div>
            <dt>The state's counts, average error</dt>
            <dd>at most {percentInWords(worst)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function HowFar({ report }: { readonly report: PrivacyReport }) {
  const counted = report.errors.filter(({ family }) => !isEstimated(family));
  const estimated = report.errors.filter(({ family }) => isEstimated(family));
  return (
    <section aria-labelledby="far">
      <h2 id="far">How far off a shown number is</h2>
      <p>
        In students, either way. The bar is the average; the line beyond it is what 95 of 100 numbers stay within. “Of
        the count” is the average beside the size of the number: the larger the place, the less it matters.
      </p>
      {counted.length > 0 ? (
        <ErrorTable
          label="Errors of counts"
          caption="Difference between published and true counts of students"
          errors={counted}
        />
      ) : (
        <p className="note">Nothing was measured for this release.</p>
      )}
      {estimated.length > 0 && (
        <>
          <h3>How far an estimate is from a count</h3>
          <p>
            Of counties, districts and the state there are both: what was counted, and what is estimated of the same
            students by share of locations. This is how far they lie apart. Of smaller areas there is the estimate
            alone.
          </p>
          <ErrorTable
            label="Errors of estimates"
            caption="Difference between estimates and published counts of the same students"
            errors={estimated}
          />
        </>
      )}
    </section>
  );
}

function LeftOut({ report }: { readonly report: PrivacyReport }) {
  const { hidden, kept, noFixedResidence, approximated, floors } = report;
  return (
    <section aria-labelledby="left">
      <h2 id="left">What is hidden, kept or approximate</h2>
      <ul className="left-out">
        <li>
          {grouped(hidden.counts)} counts in {grouped(hidden.rows)} rows are hidden: {percentInWords(hidden.share)} of
          all. Most of them are of kinds that nobody, or hardly anybody, in the area is of.
        </li>
        <li>
          {kept.patches === 0
            ? 'No area is counted as in an earlier release.'
            : `${grouped(kept.patches)} areas are counted as in the release before, as hardly anybody changed there.`}
        </li>
        <li>
          {noFixedResidence.shown === null
            ? `Students with no fixed residence: hidden, fewer than ${floors.students}, or none were sent.`
            : `About ${grouped(noFixedResidence.shown)} students have no fixed residence. They are counted here and nowhere on the map.`}
        </li>
        <li>
          Numbers of school districts are of their own students exactly: no area is shared by two, but where both say
          so.
        </li>
        {approximated.map(({ kind, share }) => (
          <li key={kind}>
            {share === 0
              ? `Numbers of ${placesInWords(kind)} are exact in area: every patch lies in one.`
              : `${percentInWords(share)} of students count to another of the ${placesInWords(kind)} than the one they live in, as areas are never cut.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Releases() {
  const { data } = useReleases();
  if (!data || data.releases.length === 0) return null;
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">Releases</h2>
      <p>Each stays as it was made. Its own report is behind its name.</p>
      <ul className="left-out">
        {data.releases.map(({ id, name, releasedAt, current }) => (
          <li key={id}>
            <PageLink to={{ page: 'privacy', reading: { ...STARTS.privacy.reading, release: String(id) } }}>
              {name}
            </PageLink>
            , {dateInWords(releasedAt)}
            {current && ', current'}
          </li>
        ))}
      </ul>
    </section>
  );
}
