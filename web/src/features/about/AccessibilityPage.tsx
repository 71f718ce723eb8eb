/** What makes the pages usable for everybody, and what does not work yet. */
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { aboutMessages } from './messages.ts';
import { List } from './Parts.tsx';

export default function AccessibilityPage() {
  const { accessibility: messages } = useCatalog(aboutMessages);
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      <section>
        <h2>{messages.fails}</h2>
        <List lines={messages.failsList} />
      </section>
      <section>
        <h2>{messages.works}</h2>
        <List lines={messages.worksList} />
      </section>
      <section>
        <h2>{messages.aim}</h2>
        <p>{messages.aimWords}</p>
      </section>
      <section>
        <h2>{messages.tell}</h2>
        <p>{messages.tellWords}</p>
      </section>
      <p className="actions">
        <PageLink className="button" to={{ page: 'table', view: STARTS.map.view }}>
          {messages.table}
        </PageLink>
      </p>
    </DocumentPage>
  );
}
