/** For whoever came without a link: what this is, how a district gets in, and what works without. */

import { STARTS } from '../../lib/route.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { SurveyKit } from './SurveyKit.tsx';

/** @param hasOtherLink signed in, but for another view than this */
export function Visitor({ hasOtherLink }: { readonly hasOtherLink: boolean }) {
  return (
    <DocumentPage
      title="Collection"
      lead="How school districts tell their state which students have no internet at home, without telling anybody who those students are."
    >
      {hasOtherLink && (
        <Message title="Your link opens the map, not the collection.">
          The collection opens by a link for a district or for its coordinator.
        </Message>
      )}
      <section aria-labelledby="how">
        <h2 id="how">How it goes</h2>
        <ol className="how">
          <li>
            <strong>Prepare.</strong> A district turns its own export into a file without names, addresses or
            coordinates. That happens on its own computer; nothing is sent.
          </li>
          <li>
            <strong>Upload.</strong> It opens its own link and sends that file. Every row is checked, and nothing is
            taken in yet.
          </li>
          <li>
            <strong>Accept.</strong> It looks at what was found and accepts it. The file is deleted, and a certificate
            says so.
          </li>
        </ol>
        <div className="actions">
          <PageLink className="button primary" to={STARTS.prepare}>
            Prepare a file
          </PageLink>
        </div>
        <p>Preparing works without a link, and without being connected.</p>
      </section>
      <section aria-labelledby="link">
        <h2 id="link">Where the link comes from</h2>
        <p>
          Your state’s coordinator sends each district a link of its own. Open it on this computer, and this page shows
          your collection. A link that has run out is no loss: the coordinator makes another.
        </p>
      </section>
      <SurveyKit questions={undefined} />
    </DocumentPage>
  );
}
