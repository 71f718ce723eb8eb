/** How the numbers are made, and one of them made again from public files. */
import './about.css';
import { useMutation } from '@tanstack/react-query';
import { useEdition, useRelease } from '../../lib/queries.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { aboutMessages } from './messages.ts';
import { List, Parts } from './Parts.tsx';
import { patchesAddress, recompute } from './recompute.ts';

export default function MethodPage() {
  const { method } = useCatalog(aboutMessages);
  const { data: release } = useRelease();
  return (
    <DocumentPage title={method.title} lead={method.lead} synthetic={release?.synthetic ?? false}>
      <Parts parts={method.parts} />
      <Example />
      <section>
        <h2>{method.write}</h2>
        <List lines={method.writeList} />
      </section>
      <p className="actions">
        <PageLink className="button" to={STARTS.privacy}>
          {method.more}
        </PageLink>
        <a className="button" href="/docs">
          {method.api}
        </a>
      </p>
    </DocumentPage>
  );
}

function Example() {
  const { method } = useCatalog(aboutMessages);
  const { release, state } = useEdition();
  const { data, isError, error, refetch } = useRelease();
  const asked = data ? String(data.id) : release;
  const made = useMutation({ mutationFn: () => recompute({ release: asked, ...(state ? { state } : {}) }) });
  return (
    <section>
      <h2>{method.example}</h2>
      <p>{method.exampleLead}</p>
      <List isOrdered lines={method.recipe} />
      {isError && <NotShown error={error} title={method.failed} again={() => void refetch()} />}
      {!isError && (
        <div className="actions">
          <a className="button" href={patchesAddress(asked)} download>
            {method.patches}
          </a>
          <a className="button" href={`/api/v1/release?release=${asked}`}>
            {method.release}
          </a>
          <button type="button" className="button primary" disabled={made.isPending} onClick={() => made.mutate()}>
            {method.compute}
          </button>
        </div>
      )}
      <p role="status">
        {made.isPending && method.computing}
        {made.data && (
          <strong data-sum={made.data.sum}>
            {method.computed({ places: made.data.areas, sum: made.data.sum, total: made.data.total })}{' '}
            {made.data.sum === made.data.total ? method.equal : method.unequal}
          </strong>
        )}
      </p>
      {made.isError && (
        <Message tone="failed" title={method.failed}>
          {made.error.message}
        </Message>
      )}
    </section>
  );
}
