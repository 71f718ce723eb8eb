/** All providers, sorted by any column. */
import { useState } from 'react';
import type { WorkbenchPlace } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { SortHeading } from '../../ui/SortHeading.tsx';
import { filedWords, workbenchMessages } from './messages.ts';
import type { ProviderLine } from './queries.ts';

const COLUMNS = {
  provider: (line: ProviderLine) => line.name,
  disagree: (line: ProviderLine) => line.share,
  fccOnly: (line: ProviderLine) => line.fccOnlyLocations,
  pucOnly: (line: ProviderLine) => line.pucOnlyLocations,
  both: (line: ProviderLine) => line.bothHexes,
  families: (line: ProviderLine) => line.families.students,
  doubts: (line: ProviderLine) => line.doubts,
} as const;
type Column = keyof typeof COLUMNS;

export function ProviderTable({
  place,
  providers,
}: {
  readonly place: WorkbenchPlace;
  readonly providers: readonly ProviderLine[];
}) {
  const messages = useCatalog(workbenchMessages);
  const [sorted, setSorted] = useState<{ column: Column; falling: boolean }>();
  const rows = sorted ? inOrder(providers, sorted) : providers;
  const sort = (column: Column) =>
    setSorted({ column, falling: sorted?.column === column ? !sorted.falling : column !== 'provider' });
  return (
    <Scroll label={messages.providers}>
      <table className="wide">
        <caption className="sr-only">{messages.providers}</caption>
        <thead>
          <tr>
            {(Object.keys(COLUMNS) as Column[]).map((column) => (
              <SortHeading
                key={column}
                words={messages[column]}
                sorted={sorted?.column === column ? (sorted.falling ? 'descending' : 'ascending') : undefined}
                className={column === 'provider' ? undefined : 'numeric'}
                onSort={() => sort(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <PageLink to={{ page: 'workbench', place: { ...place, provider: line.key } }} translate="no">
                  {line.name}
                </PageLink>
                {isPlain(line) ? '' : <span className="note">{` ${filedWords(messages, line)}`}</span>}
              </th>
              <td className="numeric">{messages.share(line)}</td>
              <Said hexes={line.fccOnlyHexes} locations={messages.number({ count: line.fccOnlyLocations })} />
              <Said hexes={line.pucOnlyHexes} locations={messages.about({ locations: line.pucOnlyLocations })} />
              <td className="numeric">{messages.hexes({ hexes: line.bothHexes })}</td>
              <td className="numeric">
                {messages.number({ count: line.families.students })}
                <span className="note">{messages.patches(line.families)}</span>
              </td>
              <td className="numeric">{messages.number({ count: line.doubts })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Named by both filings, each with claims that everybody may read. */
function isPlain({ filedBy, claimsNothing, confidentiality }: ProviderLine): boolean {
  return filedBy === 'both' && claimsNothing === null && confidentiality === 'public';
}

function Said({ hexes, locations }: { readonly hexes: number; readonly locations: string }) {
  const messages = useCatalog(workbenchMessages);
  return (
    <td className="numeric">
      {locations}
      <span className="note">{messages.hexes({ hexes })}</span>
    </td>
  );
}

function inOrder(rows: readonly ProviderLine[], { column, falling }: { column: Column; falling: boolean }) {
  const value = COLUMNS[column];
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    const order = typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
    return falling ? -order : order;
  });
}
