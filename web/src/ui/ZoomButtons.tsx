import './zoom-buttons.css';
import { useMessages } from '../lib/use-messages.ts';

/** In the corner of a map. @param zoomBy takes zoom levels */
export function ZoomButtons({ zoomBy }: { zoomBy(levels: number): void }) {
  const messages = useMessages();
  return (
    <div className="zoom">
      <button type="button" aria-label={messages.zoomIn} onClick={() => zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={messages.zoomOut} onClick={() => zoomBy(-1)}>
        −
      </button>
    </div>
  );
}
