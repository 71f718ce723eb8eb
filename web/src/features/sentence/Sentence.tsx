/** What am I looking at: one sentence whose choices are selects. */

import './sentence.css';
import { useId } from 'react';
import { FILERS } from '../../../../server/domain/verdict.ts';
import type { ReleaseList } from '../../lib/api.ts';
import { type Choice, PROFILES, settled, VERDICT_TIERS } from '../../lib/choice.ts';
import { dateInWords } from '../../lib/format.ts';
import { type Heard, measuresOffered, missing, onlyFiler, sourcesOffered, unanswered } from '../../lib/heard.ts';
import { useChoice, useHeard, useRelease, useReleases } from '../../lib/queries.ts';
import { useView, useViews, type ViewStore } from '../../lib/views.ts';
import { MEASURE_WORDS, PROFILE_WORDS, satelliteNote, sourceInSentence, tierName } from '../../lib/words.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { Message } from '../../ui/Message.tsx';

export function Sentence() {
  const title = useId();
  const asked = useView().choice;
  const choice = useChoice();
  const heard = useHeard();
  const left = heard && unanswered(asked, heard);
  return (
    <section className="sentence" aria-labelledby={title}>
      <h2 id={title} className="eyebrow">
        What am I looking at
      </h2>
      <p className="sentence-text">
        <Words choice={choice} heard={heard ?? BOTH} />
      </p>
      {left && <p className="note">{left}</p>}
      {heard?.filers.length === 0 && <NoFiling heard={heard} />}
      {usesFilings(choice) && <p className="note">{satelliteNote(choice.profile)}</p>}
    </section>
  );
}

/** Until the release says otherwise. */
const BOTH: Heard = { filers: FILERS, audience: 'public', familiesDispute: true };

function NoFiling({ heard }: { readonly heard: Heard }) {
  const why = missing(heard);
  return (
    <Message title="No filing to go by" tone="warning">
      {why.charAt(0).toUpperCase()}
      {why.slice(1)}, so nothing is said of service that can be bought. Students and what families answered are shown.
    </Message>
  );
}

function Words({ choice, heard }: Part) {
  if (choice.layer === 'coverage')
    return (
      <>
        Share of locations where a provider reports <Tier choice={choice} /> Mbps to the FCC, counting{' '}
        <Technology choice={choice} />, as filed for <Vintage />.
      </>
    );
  if (choice.source === 'disputed')
    return (
      <>
        Students in homes <Source choice={choice} heard={heard} />, counting <Technology choice={choice} />, as filed
        for <Vintage />.
      </>
    );
  if (choice.measure === 'equip')
    return (
      <>
        Students <Measure choice={choice} heard={heard} />, by what families answered.
      </>
    );
  if (choice.measure === 'unserved')
    return (
      <>
        Students <Measure choice={choice} heard={heard} />, <Source choice={choice} heard={heard} />, counting{' '}
        <Technology choice={choice} />, as filed for <Vintage />.
      </>
    );
  return (
    <>
      Students <Measure choice={choice} heard={heard} /> at <Tier choice={choice} /> Mbps,{' '}
      <Source choice={choice} heard={heard} />, counting <Technology choice={choice} />, as filed for <Vintage />.
    </>
  );
}

function usesFilings(choice: Choice): boolean {
  return choice.layer === 'coverage' || choice.source === 'disputed' || choice.measure !== 'equip';
}

/** Changes what was asked, of which not all may be shown. What the legend kept was of the old classes. */
function choose(views: ViewStore, change: Partial<Choice>): void {
  views.change({ choice: settled({ ...views.get().choice, ...change }), only: [] });
}

type Part = { readonly choice: Choice; readonly heard: Heard };

function Measure({ choice, heard }: Part) {
  const views = useViews();
  const offered = measuresOffered(choice, heard);
  if (offered.length === 1) return <>{MEASURE_WORDS[choice.measure]}</>;
  return (
    <InlineSelect
      label="Which students"
      value={choice.measure}
      options={offered.map((value) => ({ value, words: MEASURE_WORDS[value] }))}
      onChange={(measure) => choose(views, { measure })}
    />
  );
}

function Tier({ choice }: Pick<Part, 'choice'>) {
  const views = useViews();
  return (
    <InlineSelect
      label="At which speed"
      value={choice.tier}
      options={VERDICT_TIERS.map((value) => ({ value, words: tierName(value) }))}
      onChange={(tier) => choose(views, { tier })}
    />
  );
}

function Source({ choice, heard }: Part) {
  const views = useViews();
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
        label="By whose word"
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
  return (
    <InlineSelect
      label="Counting which technologies"
      value={choice.profile}
      options={PROFILES.map((value) => ({ value, words: PROFILE_WORDS[value] }))}
      onChange={(profile) => choose(views, { profile })}
    />
  );
}

/** Filings of which date: the FCC's, of which each release rests on one; else the state's latest. */
function Vintage() {
  const { data: release } = useRelease();
  const { data } = useReleases();
  const views = useViews();
  const view = useView();
  const releases = data?.releases ?? [];
  const dates = release?.sources.map(({ asOf }) => asOf).sort() ?? [];
  const asOf = release?.sources.find(({ source }) => source === 'fcc')?.asOf ?? dates.at(-1);
  if (releases.length < 2 || !release) return <>{asOf ? dateInWords(asOf) : 'no date yet'}</>;
  return (
    <InlineSelect
      label="Filings of which date"
      value={view.release ?? String(release.id)}
      options={releases.map((one) => ({ value: String(one.id), words: vintageWords(one, releases) }))}
      onChange={(id) =>
        views.change({ release: releases.find((one) => String(one.id) === id)?.current ? undefined : id, only: [] })
      }
    />
  );
}

type OneRelease = ReleaseList['releases'][number];

/** The date alone, or with the release's name where two releases rest on filings of one date. */
function vintageWords(one: OneRelease, all: readonly OneRelease[]): string {
  if (!one.fccAsOf) return one.name;
  const date = dateInWords(one.fccAsOf);
  return all.filter((other) => other.fccAsOf === one.fccAsOf).length > 1 ? `${date} (${one.name})` : date;
}
