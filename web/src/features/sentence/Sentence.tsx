/** What am I looking at: one sentence whose choices are selects. */
import { LEVERS_AT_TIER } from '../../../../server/domain/lever.ts';
import type { ReleaseList } from '../../lib/api.ts';
import { type Choice, PROFILES, SOURCE_CHOICES, settled, VERDICT_TIERS } from '../../lib/choice.ts';
import { useRelease, useReleases } from '../../lib/queries.ts';
import { changeView, useView } from '../../lib/use-view.ts';
import { dateInWords, MEASURE_WORDS, PROFILE_WORDS, SOURCE_WORDS, satelliteNote, tierName } from '../../lib/words.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';

export function Sentence() {
  const { choice } = useView();
  return (
    <section className="sentence" aria-labelledby="what">
      <h2 id="what" className="eyebrow">
        What am I looking at
      </h2>
      <p className="sentence-text">
        <Words choice={choice} />
      </p>
      {usesFilings(choice) && <p className="note">{satelliteNote(choice.profile)}</p>}
    </section>
  );
}

function Words({ choice }: { readonly choice: Choice }) {
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
        Students in homes where <Source choice={choice} />, counting <Technology choice={choice} />, as filed for{' '}
        <Vintage />.
      </>
    );
  if (choice.measure === 'equip')
    return (
      <>
        Students <Measure choice={choice} />, by what families answered.
      </>
    );
  return (
    <>
      Students <Measure choice={choice} /> at <Tier choice={choice} /> Mbps, where <Source choice={choice} />, counting{' '}
      <Technology choice={choice} />, as filed for <Vintage />.
    </>
  );
}

function usesFilings(choice: Choice): boolean {
  return choice.layer === 'coverage' || choice.source === 'disputed' || choice.measure !== 'equip';
}

/** What the legend kept was of the old classes. */
function choose(choice: Choice, change: Partial<Choice>): void {
  changeView({ choice: settled({ ...choice, ...change }), only: [] });
}

type Part = { readonly choice: Choice };

function Measure({ choice }: Part) {
  const offered = ['all', ...LEVERS_AT_TIER[choice.tier], 'equip'] as const;
  return (
    <InlineSelect
      label="Which students"
      value={choice.measure}
      options={offered.map((value) => ({ value, words: MEASURE_WORDS[value] }))}
      onChange={(measure) => choose(choice, { measure })}
    />
  );
}

function Tier({ choice }: Part) {
  return (
    <InlineSelect
      label="At which speed"
      value={choice.tier}
      options={VERDICT_TIERS.map((value) => ({ value, words: tierName(value) }))}
      onChange={(tier) => choose(choice, { tier })}
    />
  );
}

function Source({ choice }: Part) {
  return (
    <InlineSelect
      label="By whose word"
      value={choice.source}
      options={SOURCE_CHOICES.map((value) => ({ value, words: SOURCE_WORDS[value] }))}
      onChange={(source) => choose(choice, { source })}
    />
  );
}

function Technology({ choice }: Part) {
  return (
    <InlineSelect
      label="Counting which technologies"
      value={choice.profile}
      options={PROFILES.map((value) => ({ value, words: PROFILE_WORDS[value] }))}
      onChange={(profile) => choose(choice, { profile })}
    />
  );
}

/** Filings of which date: each release rests on one. */
function Vintage() {
  const { data: release } = useRelease();
  const { data } = useReleases();
  const view = useView();
  const releases = data?.releases ?? [];
  const fcc = release?.sources.find((source) => source.source === 'fcc');
  if (releases.length < 2 || !release) return <>{fcc ? dateInWords(fcc.asOf) : 'no date yet'}</>;
  return (
    <InlineSelect
      label="Filings of which date"
      value={view.release ?? String(release.id)}
      options={releases.map((one) => ({ value: String(one.id), words: vintageWords(one, releases) }))}
      onChange={(id) =>
        changeView({ release: releases.find((one) => String(one.id) === id)?.current ? undefined : id, only: [] })
      }
    />
  );
}

type OneRelease = ReleaseList['releases'][number];

/** The date alone, or with the release's name where two releases rest on filings of one date. */
function vintageWords(one: OneRelease, all: readonly OneRelease[]): string {
  const date = one.fccAsOf ? dateInWords(one.fccAsOf) : 'no date';
  return all.filter((other) => other.fccAsOf === one.fccAsOf).length > 1 ? `${date} (${one.name})` : date;
}
