import './signed-in.css';
import { sessionsHref, useMe } from '../lib/session.ts';
import { useLanguage, useMessages } from '../lib/use-messages.ts';

/** Who has signed in, for which organization, and the way out; for the public, the way in, where people sign in at all. */
export function SignedIn() {
  const { signedIn: messages } = useMessages();
  const language = useLanguage();
  const { data: me } = useMe();
  if (!me?.person) {
    if (!me?.canSignIn || me.role !== 'public') return null;
    return (
      <p className="signed-in">
        <a href={`/sign-in?lang=${language}`}>{messages.signIn}</a>
      </p>
    );
  }
  const { name, organization, role } = me.person;
  return (
    <div className="signed-in">
      <strong translate="no">{name}</strong>
      <span translate="no">{organization}</span>
      {role === 'admin' && <a href={`/people?lang=${language}`}>{messages.people}</a>}
      <a href={sessionsHref(language)}>{messages.sessions}</a>
      <form method="post" action={`/sign-out?lang=${language}`}>
        <button type="submit" className="link">
          {messages.out}
        </button>
      </form>
    </div>
  );
}
