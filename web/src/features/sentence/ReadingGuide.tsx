/** What the words of the sentence mean, and the rule behind them, one click from where they first stand. */
import { AREA_THRESHOLD } from '../../../../server/domain/verdict.ts';
import { mapMessages } from '../../lib/messages.ts';
import { aboutRoute } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { PageLink } from '../../ui/PageLink.tsx';

export default function ReadingGuide() {
  const { guide } = useCatalog(mapMessages);
  const { about } = useMessages();
  const { state } = useView();
  return (
    <details className="guide">
      <summary>{guide.title}</summary>
      <p>{guide.speeds}</p>
      <p>{guide.hex}</p>
      <p>{guide.rule({ percent: 100 * AREA_THRESHOLD })}</p>
      <p>{guide.two}</p>
      <p>
        <PageLink to={aboutRoute('reading', state)}>{about.reading}</PageLink>
      </p>
    </details>
  );
}
