/**
 * One upload from the chosen file to its acceptance. No React: the page subscribes, tests drive it with doors of their own.
 * The server holds the state; a reopened page resumes from it.
 */
import type { AcceptBody, Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { ApiProblem } from '../../../lib/http.ts';
import type { Kept } from './kept.ts';
import { type Patience, persist, type Trouble } from './persist.ts';
import type { ReadFile } from './read-file.ts';
import { send } from './send.ts';

export type Phase =
  | { readonly at: 'choose'; readonly unfinished?: Upload }
  | { readonly at: 'reading'; readonly share: number }
  | { readonly at: 'kept'; readonly kept: Kept }
  | {
      readonly at: 'sending';
      readonly sent: number;
      readonly bytes: number;
      readonly isPaused: boolean;
      readonly trouble?: Trouble;
    }
  | { readonly at: 'checking'; readonly trouble?: Trouble }
  | { readonly at: 'checked' | 'refused'; readonly upload: Upload }
  | { readonly at: 'accepting'; readonly upload: Upload }
  | { readonly at: 'accepted'; readonly uploadId: string }
  | { readonly at: 'same'; readonly acceptedAt: string }
  | { readonly at: 'failed'; readonly status: number; readonly message: string };

/** Everything outside that an upload depends on. */
export interface Doors {
  read(file: Blob, signal: AbortSignal, onShare: (share: number) => void): Promise<ReadFile>;
  begin(
    file: { fileName: string; bytes: number; sha256: string },
    signal: AbortSignal,
  ): Promise<Upload | { state: 'same'; acceptedAt: string }>;
  put(id: string, offset: number, chunk: Blob, signal: AbortSignal): Promise<{ received: number }>;
  check(id: string, signal: AbortSignal): Promise<Upload>;
  accept(id: string, said: AcceptBody, signal: AbortSignal): Promise<unknown>;
  fetch(id: string): Promise<Upload>;
  discard(id: string): Promise<unknown>;
  wait: Patience['wait'];
}

export class UploadRun {
  #phase: Phase = { at: 'choose' };
  #stop = new AbortController();
  #file: File | undefined;
  #sha256 = '';
  #upload: Upload | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #doors: Doors;

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
  readonly phase = () => this.#phase;

  /** Looks up the last upload, and resumes an unfinished one. */
  async pickUp(id: string): Promise<void> {
    if (this.#phase.at !== 'choose') return;
    const upload = await this.#doors.fetch(id).catch(() => undefined);
    if (!upload || this.#phase.at !== 'choose') return;
    if (upload.state === 'receiving') this.#to({ at: 'choose', unfinished: upload });
    else if (upload.state === 'received') await this.#attempt(() => this.#check(upload));
    else if (upload.state === 'checked') this.#to({ at: 'checked', upload });
  }

  async choose(file: File): Promise<void> {
    await this.#attempt(async (signal) => {
      this.#to({ at: 'reading', share: 0 });
      const read = await this.#doors.read(file, signal, (share) => this.#to({ at: 'reading', share }));
      if (read.kept) {
        this.#to({ at: 'kept', kept: read.kept });
        return;
      }
      this.#file = file;
      this.#sha256 = read.sha256;
      await this.#begin(file, signal);
    });
  }

  pause(): void {
    if (this.#phase.at !== 'sending') return;
    this.#stop.abort();
    const { trouble, ...phase } = this.#phase;
    this.#to({ ...phase, isPaused: true });
  }

  /** Resumes after a pause, or at once instead of waiting. */
  async goOn(): Promise<void> {
    const file = this.#file;
    if (file) await this.#attempt((signal) => this.#begin(file, signal));
    else if (this.#upload) await this.#attempt(() => this.#check(this.#upload as Upload));
  }

  /** The result of the check, in the page's current language. */
  async sayAnew(): Promise<void> {
    const phase = this.#phase;
    if (phase.at !== 'checked' && phase.at !== 'refused') return;
    const upload = await this.#doors.fetch(phase.upload.id).catch(() => undefined);
    if (upload?.state === phase.upload.state && this.#phase === phase) this.#to({ ...phase, upload });
  }

  async accept(said: AcceptBody): Promise<void> {
    if (this.#phase.at !== 'checked') return;
    const { upload } = this.#phase;
    await this.#attempt(async (signal) => {
      this.#to({ at: 'accepting', upload });
      try {
        await this.#doors.accept(upload.id, said, signal);
      } catch (error) {
        if (error instanceof ApiProblem && (error.code === 'collect.changed' || error.code === 'collect.replaces')) {
          await this.#check(upload);
          return;
        }
        // The answer may have been lost: the server knows whether it accepted.
        const now = await this.#doors.fetch(upload.id).catch(() => undefined);
        if (!now) throw error;
        if (now.state !== 'accepted' && now.state !== 'accepted_with_notes') {
          this.#to({ at: 'checked', upload });
          throw error;
        }
      }
      this.#to({ at: 'accepted', uploadId: upload.id });
    });
  }

  /** Deletes what was sent, and starts over. */
  async discard(): Promise<void> {
    this.#stop.abort();
    const phase = this.#phase;
    const id = 'upload' in phase ? phase.upload.id : phase.at === 'choose' ? phase.unfinished?.id : this.#upload?.id;
    if (id)
      await this.#attempt(async () => {
        await this.#doors.discard(id);
        this.startOver();
      });
    else this.startOver();
  }

  readonly startOver = (): void => {
    this.#stop.abort();
    this.#file = undefined;
    this.#upload = undefined;
    this.#to({ at: 'choose' });
  };

  async #begin(file: File, signal: AbortSignal, isSecondTime = false): Promise<void> {
    this.#to({ at: 'sending', sent: this.#upload?.received ?? 0, bytes: file.size, isPaused: false });
    const patience = this.#patience();
    const { name: fileName, size: bytes } = file;
    const begun = await persist(
      () => this.#doors.begin({ fileName, bytes, sha256: this.#sha256 }, signal),
      patience,
      signal,
    );
    if (begun.state === 'same') {
      this.#to({ at: 'same', acceptedAt: begun.acceptedAt });
      return;
    }
    this.#upload = begun;
    const showSent = (sent: number) => {
      this.#upload = { ...begun, received: sent };
      this.#to({ at: 'sending', sent, bytes, isPaused: false });
    };
    showSent(begun.received);
    try {
      const put = (offset: number, chunk: Blob, stop: AbortSignal) => this.#doors.put(begun.id, offset, chunk, stop);
      await send({ file, received: begun.received, put, onReceived: showSent }, patience, signal);
    } catch (error) {
      // Untouched for so long that the server deleted it: start over.
      if (!(error instanceof ApiProblem && error.status === 404) || isSecondTime) throw error;
      this.#upload = undefined;
      await this.#begin(file, signal, true);
      return;
    }
    await this.#check(begun);
  }

  async #check(upload: Upload): Promise<void> {
    const { signal } = this.#stop;
    this.#upload = upload;
    this.#to({ at: 'checking' });
    const checked = await persist(() => this.#doors.check(upload.id, signal), this.#patience(), signal);
    this.#to({ at: checked.state === 'refused' ? 'refused' : 'checked', upload: checked });
  }

  #patience(): Patience {
    return {
      wait: this.#doors.wait,
      onTrouble: (trouble) => {
        const phase = this.#phase;
        if (phase.at !== 'sending' && phase.at !== 'checking') return;
        const { trouble: _before, ...rest } = phase;
        if (trouble || phase.trouble) this.#to(trouble ? { ...rest, trouble } : rest);
      },
    };
  }

  async #attempt(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    try {
      await act(stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      this.#to({ at: 'failed', status: error.status, message: error.message });
    }
  }

  #to(phase: Phase): void {
    this.#phase = phase;
    for (const listener of this.#listeners) listener();
  }
}
