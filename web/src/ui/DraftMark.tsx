import './draft-mark.css';
import { useMessages } from '../lib/use-messages.ts';

/** Only the state's agency sees one. */
export function DraftMark() {
  return <p className="draft-mark">{useMessages().draft}</p>;
}
