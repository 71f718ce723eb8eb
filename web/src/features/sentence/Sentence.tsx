/** Describes the map in one sentence whose choices are selects. */

import './sentence.css';
import { lazy, Suspense, useId } from 'react';
import { FILERS } from '../../../../server/domain/verdict.ts';
import type { Release, ReleaseList } from '../../lib/api.ts';
import { type Choice, PROFILES, settled, VERDICT_TIERS } from '../../lib/choice.ts';
import { useReleasesShown } from '../../lib/edition.ts';
import { type Heard, measuresOffered, missing, onlyFiler, sourcesOffered, unanswered } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, useRelease, useReleases } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews, type ViewStore } from '../../lib/views.ts';
import { COMMISSION, isOfAnySpeed, satelliteNote, sourceInSentence, tierName } from '../../lib/words.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { Message } from '../../ui/Message.tsx';
import { Said } from '../../ui/Said.tsx';

const ReadingGuide = lazy(() => import('./ReadingGuide.tsx'));

export function Sentence() {
  const title = useId();
  const { sentence: messages } = useCatalog(mapMessages);
  const asked = useView().choice;
  const choice = useChoice();
  const heard = useHeard();
  const left = heard && unanswered(asked, heard);
  return (
    <section className="sentence" aria-labelledby={title}>
      <h2 id={title} className="eyebrow">
        {messages.title}
      </h2>
      <p className="sentence-text">
        <Words choice={choice} heard={heard ?? BOTH} />
      </p>
      {left && <p className="note">{left}</p>}
      {heard?.filers.length === 0 && (
        <Message title={messages.noFiling} tone="warning">
          {messages.noFilingWhy({ why: missing(heard) })}
        </Message>
      )}
      {usesFilings(choice) && <p className="note">{satelliteNote(choice.profile)}</p>}
      {usesFilings(choice) && (
        <Suspense>
          <ReadingGuide />
        </Suspense>
      )}
    </section>
  );
}

/** Default until the release gives its own. */
const BOTH: Heard = { filers: FILERS, audience: 'public', commission: COMMISSION, familiesDispute: true };

function Words({ choice, heard }: Part) {
  const { sentence: messages } = useCatalog(mapMessages);
  return (
    <Said
      message={messages[kindOf(choice)]}
      parts={{
        measure: <Measure choice={choice} heard={heard} />,
        source: <Source choice={choice} heard={heard} />,
        technology: <Technology choice={choice} />,
        tier: <Tier choice={choice} />,
        vintage: <Vintage />,
      }}
    />
  );
}

function kindOf({ layer, measure, source }: Choice) {
  if (layer === 'coverage') return 'coverage';
  if (source === 'disputed') return 'disputed';
  if (isOfAnySpeed(measure)) return 'unserved';
  return measure === 'equip' ? measure : 'lever';
}

function usesFilings(choice: Choice): boolean {
  return choice.layer === 'coverage' || choice.source === 'disputed' || choice.measure !== 'equip';
}

/** Changes the choice, of which not all may be answerable, and clears the legend's filter, which named old classes. */
function choose(views: ViewStore, change: Partial<Choice>): void {
  views.change({ choice: settled({ ...views.get().choice, ...change }), only: [] });
}

type Part = { readonly choice: Choice; readonly heard: Heard };

function Measure({ choice, heard }: Part) {
  const views = useViews();
  const { sentence: messages, words } = useCatalog(mapMessages);
  const offered = measuresOffered(choice, heard);
  if (offered.length === 1) return <>{words.measures[choice.measure]}</>;
  return (
    <InlineSelect
      label={messages.whichStudents}
      value={choice.measure}
      options={offered.map((value) => ({ value, words: words.measures[value] }))}
      onChange={(measure) => choose(views, { measure })}
    />
  );
}

function Tier({ choice }: Pick<Part, 'choice'>) {
  const views = useViews();
  const { sentence: messages } = useCatalog(mapMessages);
  return (
    <InlineSelect
      label={messages.whichSpeed}
      value={choice.tier}
      options={VERDICT_TIERS.map((value) => ({ value, words: tierName(value) }))}
      onChange={(tier) => choose(views, { tier })}
    />
  );
}

function Source({ choice, heard }: Part) {
  const views = useViews();
  const { sentence: messages } = useCatalog(mapMessages);
  const offered = sourcesOffered(heard);
  const alone = onlyFiler(heard) && ` (${missing(heard)})`;
  if (offered.length === 1)
    return (
      <>
        {sourceInSentence(choice.source, heard)}
        {alone}
      </>
    );
  return (
    <>
      <InlineSelect
        label={messages.whoseWord}
        value={choice.source}
        options={offered.map((value) => ({ value, words: sourceInSentence(value, heard) }))}
        onChange={(source) => choose(views, { source })}
      />
      {alone}
    </>
  );
}

function Technology({ choice }: Pick<Part, 'choice'>) {
  const views = useViews();
  const { sentence: messages, words } = useCatalog(mapMessages);
  return (
    <InlineSelect
      label={messages.whichTechnologies}
      value={choice.profile}
      options={PROFILES.map((value) => ({ value, words: words.profiles[value] }))}
      onChange={(profile) => choose(views, { profile })}
    />
  );
}

/** Date of the filings, of each state where these differ. */
function Vintage() {
  const releases = useReleasesShown();
  const { edition } = useCatalog(mapMessages);
  if (releases.length < 2) return <VintageOfOne />;
  // Another release is chosen for one state at a time.
  return <>{edition.vintages({ dated: releases.map((one) => ({ stateName: one.state.name, asOf: dateOf(one) })) })}</>;
}

/** The FCC's, where a release rests on one; else the state's latest. */
function dateOf({ sources }: Release): string | undefined {
  const dates = sources.map(({ asOf }) => asOf).sort();
  return sources.find(({ source }) => source === 'fcc')?.asOf ?? dates.at(-1);
}

function VintageOfOne() {
  const { data: release, isError } = useRelease();
  const { data } = useReleases();
  const views = useViews();
  const view = useView();
  const { sentence: messages } = useCatalog(mapMessages);
  const all = data?.releases ?? [];
  const releases = all.filter(({ state }) => !release || state.fips === release.state.fips);
  const asOf = release && dateOf(release);
  if (!release) return <>{isError ? messages.dateFailed : messages.dateComing}</>;
  if (releases.length < 2) return <>{asOf ? messages.vintage({ asOf }) : messages.noDate}</>;
  const said = (one: OneRelease): string => {
    if (!one.fccAsOf) return one.name;
    const facts = { asOf: one.fccAsOf, release: one.name };
    if (one.standing === 'draft') return messages.vintageDraft(facts);
    const isShared = releases.filter((other) => other.fccAsOf === one.fccAsOf).length > 1;
    return isShared ? messages.vintageNamed(facts) : messages.vintage(facts);
  };
  return (
    <InlineSelect
      label={messages.whichDate}
      value={view.release ?? String(release.id)}
      options={releases.map((one) => ({ value: String(one.id), words: said(one) }))}
      onChange={(id) =>
        views.change({
          release: releases.find((one) => String(one.id) === id)?.current ? undefined : id,
          // The current releases of several states are a map of them all.
          ...(releases.length < all.length && { state: release.state.fips }),
          only: [],
        })
      }
    />
  );
}

type OneRelease = ReleaseList['releases'][number];
