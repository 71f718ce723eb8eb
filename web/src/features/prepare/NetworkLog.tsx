/** The proof, always in view: what this page has sent since a file was chosen. */
import './network-log.css';
import { sentRequests, useNetworkLog } from './network-log.ts';

export function NetworkLog() {
  const log = useNetworkLog();
  const { since, requests } = log;
  const sent = sentRequests(log);
  const isQuiet = requests.length === 0;
  return (
    <aside className="network-log" aria-label="Network log" data-sent={sent.length} data-quiet={isQuiet}>
      <p className="network-count" role="status">
        <span className="at-length">
          {since
            ? 'Requests sent by this page since you chose a file: '
            : 'Requests sent by this page once you choose a file: '}
        </span>
        <span className="in-short">Sent: </span>
        <strong>{sent.length}</strong>
      </p>
      {!isQuiet && (
        <ol className="network-list">
          {requests.map((request, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, a place in it is its name
            <li key={i}>
              {request.how === 'refused' ? 'Refused by your browser' : `Asked for (${request.how})`} by the{' '}
              {request.from}: {request.where}
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>How you can check this</summary>
        <ul>
          <li>
            This counter hears every way a page has to send something, in the page and in its background worker, and
            reads your browser’s own record.
          </li>
          <li>
            {since
              ? 'Your browser now refuses every request of this page, and cannot be told otherwise until the page is closed.'
              : 'When you choose a file, the page tells your browser to refuse every request from then on. It cannot take that back.'}
          </li>
          <li>Turn off your network now, Wi-Fi or cable. Everything here goes on working.</li>
          <li>Or open your browser’s developer tools (F12), choose “Network”, and watch it stay empty.</li>
        </ul>
      </details>
    </aside>
  );
}
