/** Notes on a file, already dealt with, one line each. */
import { type Phrase, say } from '../../../../server/domain/messages/phrase.ts';
import { usePrepareMessages } from './use-messages.ts';

export function Noticed({ notes }: { readonly notes: readonly Phrase[] }) {
  const { phrases } = usePrepareMessages();
  return notes.map((note) => {
    const words = say(phrases, note);
    return (
      <p key={words} className="note">
        {words}
      </p>
    );
  });
}
