import { useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { saveText } from '../../../lib/save-text.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { collectMessages } from '../messages.ts';
import { linksCsv, linksText, type MadeLink } from './made-links.ts';

export interface MadeLinksProps {
  readonly collection: Pick<CollectionDetail, 'name'>;
  readonly links: readonly MadeLink[];
  readonly onClose: () => void;
}

export function MadeLinks({ collection, links, onClose }: MadeLinksProps) {
  const messages = useCatalog(collectMessages).office.links;
  const [said, setSaid] = useState('');
  const copy = async (text: string, words: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words);
    } catch {
      setSaid(messages.notCopied);
    }
  };
  return (
    <>
      <p>{messages.takeThem}</p>
      <Scroll label={messages.newLinks}>
        <table className="wide link-table">
          <caption className="sr-only">{messages.newLinks}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.district}</th>
              <th scope="col">{messages.title}</th>
              <th scope="col">{messages.goodUntil}</th>
              <th scope="col">
                <span className="sr-only">{messages.copy}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ leaId, name, url, expiresAt }) => (
              <tr key={leaId}>
                <th scope="row" translate="no">
                  {name}
                </th>
                <td>
                  <input
                    className="link-text"
                    readOnly
                    aria-label={messages.linkOf({ districtName: name })}
                    value={url}
                    onFocus={(event) => event.target.select()}
                  />
                </td>
                <td className="nowrap" data-words={messages.goodUntil}>
                  {messages.on({ expiresAt })}
                </td>
                <td>
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={messages.copyOf({ districtName: name })}
                    onClick={() => void copy(url, messages.copied({ districtName: name }))}
                  >
                    {messages.copy}
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
            onClick={() => void copy(linksText(links), messages.allCopied({ links: links.length }))}
          >
            {messages.copyAll}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => saveText(messages.fileName({ collection: collection.name }), 'text/csv', linksCsv(links))}
        >
          {messages.download}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {messages.close}
        </button>
      </div>
      <p className="note" role="status">
        {said}
      </p>
    </>
  );
}
