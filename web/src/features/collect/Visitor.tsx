/** For visitors without a link: what this is, how a district gets in, and what works without. */

import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { SessionEnded } from '../../ui/SessionEnded.tsx';
import { collectMessages } from './messages.ts';
import { SurveyKit } from './SurveyKit.tsx';

export interface VisitorProps {
  /** `other`: signed in, but for another page; `ended`: no longer. */
  readonly link: 'nobody' | 'ended' | 'other';
  /** Called once the reader has read that the session is over. */
  readonly onRead: () => void;
}

export function Visitor({ link, onRead }: VisitorProps) {
  const { title, visitor } = useCatalog(collectMessages);
  const { prepare } = useMessages();
  return (
    <DocumentPage title={title} lead={visitor.lead}>
      {link === 'ended' && <SessionEnded onRead={onRead} />}
      {link === 'other' && <Message title={visitor.opensTheMap}>{visitor.opensByLink}</Message>}
      <section aria-labelledby="how">
        <h2 id="how">{visitor.how}</h2>
        <ol className="how">
          <li>
            <strong>{visitor.prepare}</strong> {visitor.prepareIs}
          </li>
          <li>
            <strong>{visitor.upload}</strong> {visitor.uploadIs}
          </li>
          <li>
            <strong>{visitor.accept}</strong> {visitor.acceptIs}
          </li>
        </ol>
        <div className="actions">
          <PageLink className="button primary" to={STARTS.prepare}>
            {prepare}
          </PageLink>
        </div>
        <p>{visitor.withoutLink}</p>
      </section>
      <section aria-labelledby="link">
        <h2 id="link">{visitor.whereLinks}</h2>
        <p>{visitor.linksCome}</p>
      </section>
      <SurveyKit questions={undefined} />
    </DocumentPage>
  );
}
