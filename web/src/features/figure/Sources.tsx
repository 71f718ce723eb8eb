/** According to whom, as of when, how sure: the line under every number, and the whole list one click away. */

import { provenanceInWords } from '../../../../server/domain/provenance.ts';
import type { Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { plural } from '../../lib/counts.ts';
import { dateInWords } from '../../lib/format.ts';
import type { Route } from '../../lib/route.ts';
import type { Theme } from '../../lib/theme.ts';
import { AUDIENCES, oneOf } from '../../lib/view.ts';
import { useView } from '../../lib/views.ts';
import { PageLink } from '../../ui/PageLink.tsx';

export function Sources({ release, choice }: { readonly release: Release; readonly choice: Choice }) {
  const { theme } = useView();
  return (
    <div className="sources">
      <p className="note">{sourceLine(release, choice)}</p>
      <p className="note">
        <PageLink className="accurate" to={accuracyRoute(release, theme)}>
          How accurate is this
        </PageLink>
      </p>
      <details>
        <summary>According to whom, and how sure</summary>
        <ul>
          {release.sources.map((source) => (
            <li key={`${source.publisher}${source.title}${source.asOf}`}>
              {provenanceInWords(source, dateInWords)}
              {source.synthetic && ' (synthetic)'}
            </li>
          ))}
          <li>Families' answers to their schools, {release.collection}</li>
          <li>Outlines of states: U.S. Census Bureau</li>
        </ul>
        <p>
          Every number is a sum of areas with at least {release.floors.students} students in {release.floors.households}{' '}
          households, with small protective noise. A count under {release.floors.students} is hidden and says so.
        </p>
        <p>
          Release “{release.name}”, {dateInWords(release.releasedAt)}.
        </p>
      </details>
    </div>
  );
}

/** "FCC, as of Jun 30, 2026. State filings of 12 providers, as of Jun 30, 2026. Families' answers, fall 2026." */
export function sourceLine(release: Release, choice: Choice): string {
  const fcc = release.sources.filter((source) => source.source === 'fcc');
  const puc = release.sources.filter((source) => source.source === 'puc');
  const parts: string[] = [];
  const onlyAnswers = choice.layer === 'hexes' && choice.measure === 'equip' && choice.source !== 'disputed';
  if (!onlyAnswers && choice.source !== 'puc' && fcc[0])
    parts.push(`${fcc[0].publisher} ${fcc[0].title}, as of ${dateInWords(fcc[0].asOf)}`);
  if (!onlyAnswers && choice.layer === 'hexes' && choice.source !== 'fcc' && puc[0]) {
    const latest =
      puc
        .map((source) => source.asOf)
        .sort()
        .at(-1) ?? puc[0].asOf;
    parts.push(`${plural(puc.length, 'state (PUC) filing')}, as of ${dateInWords(latest)}`);
  }
  if (choice.layer === 'hexes') parts.push(`families' answers, ${release.collection}`);
  return `Sources: ${parts.join('; ')}.`;
}

/** The page about the very release and view that are shown. */
export function accuracyRoute({ id, audience }: Release, theme: Theme): Route {
  return { page: 'privacy', reading: { release: String(id), audience: oneOf(AUDIENCES, audience) ?? 'public', theme } };
}
