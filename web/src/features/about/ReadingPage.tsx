/** How to read the map, in two minutes. */
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { aboutMessages } from './messages.ts';
import { Parts } from './Parts.tsx';

export default function ReadingPage() {
  const { reading } = useCatalog(aboutMessages);
  const { map } = useMessages();
  return (
    <DocumentPage title={reading.title} lead={reading.lead}>
      <Parts parts={reading.parts} />
      <p className="actions">
        <PageLink className="button primary" to={STARTS.map}>
          {map}
        </PageLink>
      </p>
    </DocumentPage>
  );
}
