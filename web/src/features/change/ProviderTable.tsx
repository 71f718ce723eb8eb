import { CHANGES_OF_REVISION, CHANGES_OF_VINTAGE } from '../../../../server/domain/change.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { changeMessages } from './messages.ts';
import type { PlaceChangesDetail } from './queries.ts';

export function ProviderTable({ detail: { of, place, providers } }: { readonly detail: PlaceChangesDetail }) {
  const messages = useCatalog(changeMessages);
  const { names } = messages.technologies;
  const columns = of === 'as_of' ? CHANGES_OF_VINTAGE : CHANGES_OF_REVISION;
  const title = messages.providers({ name: place.name });
  return (
    <>
      <h3>{title}</h3>
      {providers.length === 0 ? (
        <p className="note">{messages.nothingChanged}</p>
      ) : (
        <Scroll label={title}>
          <table className="wide">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.provider}</th>
                <th scope="col">{messages.technology}</th>
                {columns.map((change) => (
                  <th key={change} scope="col" className="numeric">
                    {messages.change({ change })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {providers.map(({ providerId, name, technology, counts }) => (
                <tr key={`${providerId} ${technology}`}>
                  <th scope="row" translate="no">
                    {name}
                  </th>
                  <td>{names[technology as keyof typeof names]}</td>
                  {columns.map((change) => (
                    <td key={change} className="numeric">
                      {messages.count({ count: counts[change] ?? 0 })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
