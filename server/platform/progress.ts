/** Progress of long work: a bar on a terminal, plain lines elsewhere, silence in tests. */
import { SingleBar } from 'cli-progress';
import { phrases as english, type Phrases } from '../domain/messages/en/phrases.ts';
import { type Phrase, say } from '../domain/messages/phrase.ts';

/** Something a person should know: a phrase, said in the person's language, or English words. */
export type Note = string | Phrase;

export interface Step {
  /** Work done so far, in the unit of the step. */
  advance(by: number): void;
  /** A note for the person, printed at once. */
  note(note: Note): void;
  /** Ends the step with its result, for example "240,113 homes". */
  done(summary?: string): void;
}

export interface Progress {
  /** @param total if known, a bar shows the share done */
  begin(title: string, total?: number): Step;
  print(text: string): void;
}

export const silentProgress: Progress = {
  begin: () => ({ advance: () => undefined, note: () => undefined, done: () => undefined }),
  print: () => undefined,
};

/**
 * @param out where to write; draws a bar only on a terminal
 * @param phrases the language of notes, asked for with each: that of a command is known once its arguments are read
 */
export function progressOn(out: NodeJS.WriteStream, phrases: () => Phrases = () => english): Progress {
  const startedAt = Date.now();
  const stamp = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8);
  return {
    print: (text) => void out.write(`${text}\n`),
    begin(title, total) {
      const stepStartedAt = Date.now();
      const bar =
        out.isTTY && total !== undefined
          ? new SingleBar({
              stream: out,
              format: `          ${title} {bar} {percentage} %`,
              hideCursor: true,
              clearOnComplete: true,
            })
          : undefined;
      bar?.start(total ?? 0, 0);
      return {
        advance: (by) => bar?.increment(by),
        note: (note) => {
          bar?.stop();
          out.write(`          ${typeof note === 'string' ? note : say(phrases(), note)}\n`);
        },
        done: (summary) => {
          bar?.stop();
          out.write(
            `${stamp(stepStartedAt)}  ${title}${summary ? `: ${summary}` : ''}  (${stamp(startedAt).trim()} in all)\n`,
          );
        },
      };
    },
  };
}
