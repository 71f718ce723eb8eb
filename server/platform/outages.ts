/** Lets long-lived work that starts while its database is away wait for it, as its pool does later. */
import { type Phrase, phrase } from '../domain/messages/phrase.ts';
import { Refusal } from './problem.ts';

const PAUSE_MS = 2_000;
/** A wrong address is reported after this. */
const PATIENCE_MS = 60_000;

interface Outages {
  /** Resolves when somebody asks to stop. */
  readonly asked: Promise<void>;
  readonly tell: (line: Phrase) => void;
}

/** @throws what `act` throws; that the database is gone, only after a minute */
export async function throughOutages(act: () => Promise<void>, { asked, tell }: Outages): Promise<void> {
  const stop = asked.then(() => true);
  let giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const began = Date.now();
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'database.gone')) throw error;
      const now = Date.now();
      if (now - began > PATIENCE_MS) giveUpAt = now + PATIENCE_MS;
      if (now > giveUpAt) throw error;
      tell(phrase('database.away'));
      const pause = new Promise<false>((resolve) => setTimeout(resolve, PAUSE_MS, false));
      if (await Promise.race([stop, pause])) return;
    }
  }
}
