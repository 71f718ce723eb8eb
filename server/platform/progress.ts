/** Progress of long work: a bar on a terminal, plain lines elsewhere, silence in tests. */
import { SingleBar } from 'cli-progress';
import { phrases as english, type Phrases } from '../domain/messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../domain/messages/phrase.ts';

export interface Step {
  /** Work done so far, in the unit of the step. */
  advance(by: number): void;
  /** A note for the person, printed at once. */
  note(note: Phrase): void;
  /** Ends the step with its result, for example "240,113 homes". */
  done(summary?: Phrase): void;
}

export interface Progress {
  /** @param total if known, a bar shows the share done */
  begin(title: Phrase, total?: number): Step;
  /** A line of its own; words are printed as they are, in whatever language they were said. */
  print(line: Phrase | string): void;
}

export const silentStep: Step = { advance: () => undefined, note: () => undefined, done: () => undefined };

export const silentProgress: Progress = {
  begin: () => silentStep,
  print: () => undefined,
};

/**
 * @param out where to write; draws a bar only on a terminal
 * @param phrases the reader's language, asked for with each line: that of a command is known once its arguments are read
 */
export function progressOn(out: NodeJS.WriteStream, phrases: () => Phrases = () => english): Progress {
  const startedAt = Date.now();
  const secondsSince = (time: number) => (Date.now() - time) / 1000;
  const said = (line: Phrase) => say(phrases(), line);
  return {
    print: (line) => void out.write(`${typeof line === 'string' ? line : said(line)}\n`),
    begin(title, total) {
      const stepStartedAt = Date.now();
      const bar =
        out.isTTY && total !== undefined
          ? new SingleBar({
              stream: out,
              format: `          ${said(title)} {bar} {percentage} %`,
              hideCursor: true,
              clearOnComplete: true,
            })
          : undefined;
      bar?.start(total ?? 0, 0);
      return {
        advance: (by) => bar?.increment(by),
        note: (note) => {
          bar?.stop();
          out.write(`          ${said(note)}\n`);
        },
        done: (summary) => {
          bar?.stop();
          const took = `${secondsSince(stepStartedAt).toFixed(1)} s`.padStart(8);
          const inAll = said(phrase('step.in-all', { seconds: secondsSince(startedAt) }));
          out.write(`${took}  ${said(title)}${summary ? `: ${said(summary)}` : ''}  (${inAll})\n`);
        },
      };
    },
  };
}
