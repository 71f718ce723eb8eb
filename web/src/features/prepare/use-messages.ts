import { useCatalog } from '../../lib/use-messages.ts';
import { type Messages, prepareMessages } from './messages.ts';

export function usePrepareMessages(): Messages {
  return useCatalog(prepareMessages);
}
