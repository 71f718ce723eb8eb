/** Source, date and confidence: the line under every number, with the whole list one click away. */

import { type Provenance, revisionsOf } from '../../../../server/domain/provenance.ts';
import type { Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { technologyName } from '../../lib/words.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { accuracyRoute } from './accuracy-route.ts';

export function Sources({ release, choice }: { readonly release: Release; readonly choice: Choice }) {
  const view = useView();
  const { sources: messages } = useCatalog(mapMessages);
  const { floors } = release;
  return (
    <div className="sources">
      <p className="note">{sourceLine(release, choice)}</p>
      <p className="note">
        <PageLink className="accurate" to={accuracyRoute(release, view)}>
          {messages.accuracy}
        </PageLink>
      </p>
      <details>
        <summary>{messages.title}</summary>
        <ul>
          {release.sources.map((source) => (
            <li key={`${source.publisher}${source.title}${source.asOf}`}>
              {source.synthetic ? messages.madeUp({ text: filingInWords(source) }) : filingInWords(source)}
              {source.correctedFor && ` ${messages.corrected({ provider: source.correctedFor })}`}
            </li>
          ))}
          <li>{messages.families({ collection: release.collection })}</li>
          <li>{messages.states}</li>
        </ul>
        <p>{messages.floors({ fewest: floors.students, households: floors.households })}</p>
        <p>{messages.release({ release: release.name, releasedAt: release.releasedAt })}</p>
      </details>
    </div>
  );
}

/**
 * "FCC Broadband Data Collection, as of Dec 31, 2025, revised May 13, 2026"; where technologies were revised on different days,
 * the newest first, "... as of Dec 31, 2025: cable revised Jul 14, 2026; copper and fiber revised May 12, 2026".
 */
export function filingInWords(filing: Provenance): string {
  const { sources: messages } = mapMessages.get();
  const revisions = revisionsOf(filing);
  if (revisions.length < 2) return messages.filing(filing);
  const pieces = revisions.map(({ revision, technologies }) =>
    messages.revised({ names: technologies.map(technologyName), revision }),
  );
  return messages.filingOfParts({ ...filing, pieces });
}

/** "FCC, as of Jun 30, 2026. State filings of 12 providers, as of Jun 30, 2026. Families' answers, fall 2026." */
export function sourceLine(release: Release, choice: Choice): string {
  const { sources: messages } = mapMessages.get();
  const [fcc] = release.sources.filter((source) => source.source === 'fcc');
  const puc = release.sources.filter((source) => source.source === 'puc');
  const pieces: string[] = [];
  const onlyAnswers = choice.layer === 'hexes' && choice.measure === 'equip' && choice.source !== 'disputed';
  if (!onlyAnswers && choice.source !== 'puc' && fcc) pieces.push(messages.fcc(fcc));
  const dates = puc.map((source) => source.asOf).sort();
  const [earliest] = dates;
  const latest = dates.at(-1);
  if (!onlyAnswers && choice.layer === 'hexes' && choice.source !== 'fcc' && earliest && latest)
    pieces.push(messages.commission({ filings: puc.length, commission: release.commission, earliest, latest }));
  if (choice.layer === 'hexes') pieces.push(messages.answers({ collection: release.collection }));
  return messages.line({ pieces });
}
