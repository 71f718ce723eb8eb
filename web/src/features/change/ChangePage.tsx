/** Getting better or not: releases side by side, differences of filings, and two maps under one divider. */
import './change.css';
import { useRelease } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { DraftMark } from '../../ui/DraftMark.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Differences } from './Differences.tsx';
import { changeMessages } from './messages.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { useChanges, useTrend } from './queries.ts';
import { Swipe } from './Swipe.tsx';
import { TrendSection } from './TrendSection.tsx';
import { useWanted } from './use-wanted.ts';

export default function ChangePage() {
  const messages = useCatalog(changeMessages);
  const { place } = useWanted();
  const { data: release, error } = useRelease();
  const changes = useChanges();
  const awaited = changes.data?.awaited ?? [];
  const trend = useTrend(place, awaited.length > 0);
  const failure = error ?? changes.error ?? trend.error;
  const again = () => void Promise.all([changes.refetch(), trend.refetch()]);
  return (
    <DocumentPage title={messages.title} lead={messages.lead} synthetic={release?.synthetic ?? false}>
      {release?.standing === 'draft' && <DraftMark />}
      {failure && <NotShown error={failure} title={messages.didNotCome} again={again} />}
      {release && <PlaceChoice stateFips={release.state.fips} />}
      {awaited.length > 0 && (
        <div role="status" className="awaited">
          <Message title={messages.awaitedTitle}>{messages.awaited({ editions: awaited })}</Message>
        </div>
      )}
      {!failure && (!trend.data || !changes.data) && <Coming words={messages.onItsWay} />}
      {trend.data && <TrendSection trend={trend.data} />}
      {trend.data && trend.data.points.length > 0 && <Swipe points={trend.data.points} />}
      {changes.data && <Differences comparisons={changes.data.comparisons} />}
    </DocumentPage>
  );
}
