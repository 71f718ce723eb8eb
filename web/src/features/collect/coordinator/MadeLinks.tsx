import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { grouped } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/format.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { saveText } from '../save.ts';
import { linksCsv, linksText, type MadeLink } from './made-links.ts';

export interface MadeLinksProps {
  readonly collection: Pick<CollectionDetail, 'name'>;
  readonly links: readonly MadeLink[];
  readonly onClose: () => void;
}

export function MadeLinks({ collection, links, onClose }: MadeLinksProps) {
  const [said, setSaid] = useState('');
  const copy = async (text: string, words: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words);
    } catch {
      setSaid('The browser did not let us copy. Select the link and copy it, or download the list.');
    }
  };
  return (
    <>
      <p>
        Gapmap keeps only a fingerprint of each, so copy or download them before you close this. Send each to its own
        district: it opens the district’s door.
      </p>
      <Scroll label="New links">
        <table className="wide link-table">
          <caption className="sr-only">New links</caption>
          <thead>
            <tr>
              <th scope="col">District</th>
              <th scope="col">Link</th>
              <th scope="col">Good until</th>
              <th scope="col">
                <span className="sr-only">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ leaId, name, url, expiresAt }) => (
              <tr key={leaId}>
                <th scope="row">{name}</th>
                <td>
                  <input
                    className="link-text"
                    readOnly
                    aria-label={`Link of ${name}`}
                    value={url}
                    onFocus={(event) => event.target.select()}
                  />
                </td>
                <td className="nowrap" data-words="Good until">
                  {dateInWords(expiresAt)}
                </td>
                <td>
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={`Copy the link of ${name}`}
                    onClick={() => void copy(url, `The link of ${name} is copied.`)}
                  >
                    Copy
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="actions">
        {links.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => void copy(linksText(links), `${grouped(links.length)} links are copied, one a line.`)}
          >
            Copy all
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => saveText(`links ${collection.name}.csv`, 'text/csv', linksCsv(links))}
        >
          Download as CSV, for a mail merge
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          I have them, close
        </button>
      </div>
      <p className="note" role="status">
        {said}
      </p>
    </>
  );
}
