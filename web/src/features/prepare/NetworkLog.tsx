/** The proof, always visible: what this page has sent since a file was chosen. */

import { type SeenRequest, UNREADABLE } from './requests.ts';
import { usePrepareMessages } from './use-messages.ts';
import './network-log.css';
import { sentRequests, useNetworkLog } from './network-log.ts';

export function NetworkLog() {
  const { file: words } = usePrepareMessages();
  const log = useNetworkLog();
  const { since, requests } = log;
  const told = (request: SeenRequest) => ({
    ...request,
    where: request.where === UNREADABLE ? words.unreadableAddress : request.where,
  });
  const sent = sentRequests(log);
  const isQuiet = requests.length === 0;
  return (
    <aside className="network-log" aria-label={words.log} data-sent={sent.length} data-quiet={isQuiet}>
      <p className="network-count" role="status">
        <span className="at-length">{since ? words.sentSince : words.sentOnce}</span>
        <span className="in-short">{words.sentInShort}</span>
        <strong>{sent.length}</strong>
      </p>
      {!isQuiet && (
        <ol className="network-list">
          {requests.map((request, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, a place in it is its name
            <li key={i}>{request.how === 'refused' ? words.refused(told(request)) : words.asked(told(request))}</li>
          ))}
        </ol>
      )}
      <details>
        <summary>{words.howToCheck}</summary>
        <ul>
          <li>{words.counterHears}</li>
          <li>{since ? words.refusesNow : words.willRefuse}</li>
          <li>{words.turnOff}</li>
          <li>{words.developerTools}</li>
        </ul>
      </details>
    </aside>
  );
}
