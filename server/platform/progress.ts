/** Progress of long work: a bar on a terminal, plain lines elsewhere, silence in tests. */
import { SingleBar } from 'cli-progress';

export interface Step {
  /** Work done so far, in the unit of the step. */
  advance(by: number): void;
  /** A note for the person, printed at once. */
  note(text: string): void;
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

/** @param out where to write; draws a bar only on a terminal */
export function progressOn(out: NodeJS.WriteStream): Progress {
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
        note: (text) => {
          bar?.stop();
          out.write(`          ${text}\n`);
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
