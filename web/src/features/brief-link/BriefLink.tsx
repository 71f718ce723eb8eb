/** From the map to the brief of the chosen place, or of the state. */
import { useRelease } from '../../lib/queries.ts';
import { useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { PageLink } from '../../ui/PageLink.tsx';

export function BriefLink() {
  const { brief } = useMessages();
  const { place, audience, theme } = useView();
  const { data: release } = useRelease();
  // Nothing is counted of a school.
  if (!release || place?.kind === 'school') return null;
  const reading = { release: String(release.id), audience, theme };
  return (
    <p>
      <PageLink to={{ page: 'brief', reading, place: place ?? { kind: 'state', id: release.state.fips } }}>
        {brief}
      </PageLink>
    </p>
  );
}
