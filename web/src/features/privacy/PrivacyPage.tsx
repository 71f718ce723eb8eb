import { useCatalog } from '../../lib/use-messages.ts';
import './privacy.css';
import { agreedInWords } from '../../../../server/domain/reason.ts';
import { isEstimated } from '../../lib/counts.ts';
import { filingsMessages } from '../../lib/messages.ts';
import { useRelease, useReleases } from '../../lib/queries.ts';
import { STARTS } from '../../lib/starts.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { DraftMark } from '../../ui/DraftMark.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ErrorTable } from './ErrorTable.tsx';
import { privacyMessages } from './messages.ts';
import { NeverReceived, Rules, ThePromise } from './Rules.tsx';
import { type PrivacyReport, usePrivacyReport } from './report.ts';

export default function PrivacyPage() {
  const messages = useCatalog(privacyMessages);
  const { data: release } = useRelease();
  const { data: report, error, isError, refetch } = usePrivacyReport();
  return (
    <DocumentPage title={messages.title} lead={messages.lead} synthetic={release?.synthetic ?? false}>
      {release?.standing === 'draft' && <DraftMark />}
      {isError && <NotShown error={error} title={messages.didNotCome} again={() => void refetch()} />}
      {!report && !isError && <Coming words={messages.onItsWay} />}
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
  const messages = useCatalog(privacyMessages);
  const filings = useCatalog(filingsMessages);
  const { release, audience, floors, hidden, errors } = report;
  const state = errors.filter(
    ({ family, level, meanRelative }) => level === 'state' && meanRelative !== null && !isEstimated(family),
  );
  const worst = state.reduce((most, { meanRelative }) => Math.max(most, meanRelative ?? 0), 0);
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">{messages.glance}</h2>
      <p>{messages.shownTo({ release: release.name, releasedAt: release.releasedAt, audience })}</p>
      <dl className="facts">
        <div>
          <dt>{messages.restsOn}</dt>
          <dd id="filings">{agreedInWords(filings, report.agreedBy, audience)}</dd>
        </div>
        <div>
          <dt>{messages.whoseView}</dt>
          <dd id="whose-view">
            {filings.views.line({ audience, ...report.filings })}{' '}
            {filings.views.differs({ audience, ...report.filings })}
          </dd>
        </div>
        <div>
          <dt>{messages.smallestArea}</dt>
          <dd>{messages.floors(floors)}</dd>
        </div>
        <div>
          <dt>{messages.shownOfLarge}</dt>
          <dd id="shown-share">{messages.percent({ share: 1 - hidden.aboveFloor.share })}</dd>
        </div>
        {state.length > 0 && (
          <div>
            <dt>{messages.stateError}</dt>
            <dd>{messages.atMost({ share: worst })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function HowFar({ report }: { readonly report: PrivacyReport }) {
  const messages = useCatalog(privacyMessages);
  const counted = report.errors.filter(({ family }) => !isEstimated(family));
  const estimated = report.errors.filter(({ family }) => isEstimated(family));
  return (
    <section aria-labelledby="far">
      <h2 id="far">{messages.howFar}</h2>
      <p>{messages.howFarLead}</p>
      {counted.length > 0 ? (
        <ErrorTable label={messages.errorsOfCounts} caption={messages.errorsOfCountsCaption} errors={counted} />
      ) : (
        <p className="note">{messages.nothingMeasured}</p>
      )}
      {estimated.length > 0 && (
        <>
          <h3>{messages.estimateFromCount}</h3>
          <p>{messages.estimateLead}</p>
          <ErrorTable
            label={messages.errorsOfEstimates}
            caption={messages.errorsOfEstimatesCaption}
            errors={estimated}
          />
        </>
      )}
    </section>
  );
}

function LeftOut({ report }: { readonly report: PrivacyReport }) {
  const messages = useCatalog(privacyMessages);
  const { hidden, kept, noFixedResidence, approximated, floors } = report;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{messages.leftOut}</h2>
      <ul className="left-out">
        <li>{messages.hidden(hidden)}</li>
        <li>{kept.patches === 0 ? messages.nothingKept : messages.kept(kept)}</li>
        <li>
          {noFixedResidence.shown === null
            ? messages.noResidenceHidden(floors)
            : messages.noResidence({ students: noFixedResidence.shown })}
        </li>
        <li>{messages.exactDistricts}</li>
        {approximated.map(({ kind, share }) => (
          <li key={kind}>{share === 0 ? messages.exactPlaces({ kind }) : messages.approximated({ kind, share })}</li>
        ))}
      </ul>
    </section>
  );
}

function Releases() {
  const messages = useCatalog(privacyMessages);
  const { data } = useReleases();
  if (!data || data.releases.length === 0) return null;
  const isOfSeveral = new Set(data.releases.map(({ state }) => state.fips)).size > 1;
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">{messages.releases}</h2>
      <p>{messages.releasesLead}</p>
      <ul className="left-out">
        {data.releases.map(({ id, name, releasedAt, current, standing, state }) => (
          <li key={id}>
            <PageLink
              to={{
                page: 'privacy',
                reading: {
                  ...STARTS.privacy.reading,
                  release: String(id),
                  ...(isOfSeveral && { state: state.fips }),
                  ...(standing === 'draft' && { audience: 'agency' }),
                },
              }}
              translate="no"
            >
              {isOfSeveral ? `${name}, ${state.name}` : name}
            </PageLink>
            , {messages.released({ releasedAt, isCurrent: current, isDraft: standing === 'draft' })}
          </li>
        ))}
      </ul>
    </section>
  );
}
