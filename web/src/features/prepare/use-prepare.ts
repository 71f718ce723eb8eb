/** The state of the page and what a person can do with it. Steps show it, the worker does the work. */
import { useEffect, useState } from 'react';
import { type Field, type Mapping, mappingFaults, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import {
  createKey,
  type DistrictKey,
  isLeaId,
  readKey,
  SECRET_BYTES,
} from '../../../../server/domain/anonymize/key-file.ts';
import type { SaidKind, SaidResidences } from '../../../../server/domain/anonymize/residence-values.ts';
import { lockNetwork } from './network-log.ts';
import { loadPage, type PageParts } from './page-parts.ts';
import type { Checked, MendAsked, Opened, Progress, Unchecked } from './protocol.ts';
import {
  type Choices,
  rememberChoices,
  rememberDistrict,
  rememberedChoices,
  rememberedDistrict,
} from './remembered.ts';
import { type Done, type Step, stepAt } from './steps.ts';
import { Stopped } from './stopped.ts';

export interface Source {
  readonly name: string;
  readonly bytes: number;
  /** To be read again. */
  readonly file: File;
  readonly opened: Opened;
}

export interface KeyInHand {
  readonly key: DistrictKey;
  /** A new key is nobody's yet until it is saved. */
  readonly isNew: boolean;
  readonly isSaved: boolean;
}

export interface Work {
  readonly title: string;
  readonly progress: Progress;
  readonly stop: () => void;
}

export interface Prepare {
  /** Everything is loaded, so that the network may go. */
  readonly isReady: boolean;
  readonly failure: Failure | undefined;
  readonly leaId: string;
  readonly key: KeyInHand | undefined;
  readonly source: Source | undefined;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
  /** What the person said that address types mean. */
  readonly residences: SaidResidences;
  readonly points: { readonly name: string; readonly count: number; readonly notes: readonly string[] } | undefined;
  readonly checked: Checked | undefined;
  /** Rows with a change that the last check has not seen yet. */
  readonly pending: number;
  /** Suggestions accepted since then. */
  readonly accepted: number;
  /** The person said that the many students in one place live there. */
  readonly isOnePlaceRight: boolean;
  readonly isFinished: boolean;
  readonly isSaved: boolean;
  readonly work: Work | undefined;
  readonly done: Done;
  readonly step: Step;
}

/** What went wrong, and at which step it is shown. */
export interface Failure {
  readonly about: 'page' | 'key' | 'file' | 'points' | 'check';
  readonly message: string;
}

type Held = Omit<Prepare, 'done' | 'step'> & { readonly hash: string };

const FIRST: Held = {
  isReady: false,
  failure: undefined,
  leaId: '',
  key: undefined,
  source: undefined,
  mapping: {},
  isRemembered: false,
  residences: {},
  points: undefined,
  checked: undefined,
  pending: 0,
  accepted: 0,
  isOnePlaceRight: false,
  isFinished: false,
  isSaved: false,
  work: undefined,
  hash: '',
};

/** What a change of file, columns or key makes void. */
const UNCHECKED = { checked: undefined, isOnePlaceRight: false, isFinished: false, isSaved: false } as const;
const NO_CHANGES: Unchecked = { pending: 0, accepted: 0 };

export interface Actions {
  setLeaId(text: string): void;
  makeKey(): void;
  chooseKey(file: File): Promise<void>;
  keySaved(): void;
  forgetKey(): void;
  /** @param headerLine the line that names the columns, where the person said so */
  open(file: File, headerLine?: number): Promise<void>;
  /** Says what an address type means, or takes that back, and checks again. @param key as the check gave it */
  sayResidence(key: string, kind: SaidKind | undefined): Promise<void>;
  setColumn(field: Field, column: number | undefined): void;
  /** Which columns tell of homelessness. */
  setHomeless(columns: readonly number[]): void;
  /** That students who stand in one place live there, or that nobody has said so. */
  sayOnePlace(isRight: boolean): void;
  choosePoints(file: File | undefined): Promise<void>;
  /** Reads the whole file with the columns and mends as they are, then goes to a step. */
  check(then?: Step): Promise<void>;
  mend(group: string, line: number | undefined, mend: MendAsked): Promise<void>;
  /** Reads the suggested values in all of these groups, and checks again. */
  acceptAll(groups: readonly string[]): Promise<void>;
  forgetMends(): Promise<void>;
  finish(): void;
  saved(): void;
  goTo(step: Step): void;
}

export function usePrepare(): { readonly state: Prepare; readonly actions: Actions; readonly parts: PageParts } {
  const parts = loadPage();
  const [held, setHeld] = useState<Held>(() => ({
    ...FIRST,
    leaId: rememberedDistrict(location.hash),
    hash: location.hash,
  }));
  useEffect(() => {
    let isHere = true;
    parts.ready.then(
      () => isHere && setHeld((now) => ({ ...now, isReady: true })),
      (error: Error) => isHere && setHeld((now) => ({ ...now, failure: { about: 'page', message: error.message } })),
    );
    return () => {
      isHere = false;
    };
  }, [parts]);
  useEffect(() => {
    const moved = () => setHeld((now) => ({ ...now, hash: location.hash }));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const isUnsaved = held.source !== undefined && !held.isSaved;
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  const done: Done = {
    hasFile: held.source !== undefined,
    hasKey: held.key !== undefined && (!held.key.isNew || held.key.isSaved),
    isMapped: mappingFaults(held.mapping).length === 0,
    isChecked: held.checked !== undefined,
    isFinished: held.isFinished,
  };
  const state: Prepare = { ...held, done, step: stepAt(held.hash, done) };
  const actions = actionsOn(state, (change) => setHeld((now) => ({ ...now, ...change })), parts);
  return { state, actions, parts };
}

function actionsOn(state: Prepare, change: (part: Partial<Held>) => void, { worker }: PageParts): Actions {
  const goTo = (step: Step) => {
    if (location.hash !== `#${step}`) history.pushState(null, '', `#${step}`);
    change({ hash: `#${step}` });
  };
  const working = async <T>(
    title: string,
    about: Failure['about'],
    act: (options: { signal: AbortSignal; progress: (progress: Progress) => void }) => Promise<T>,
  ): Promise<T | undefined> => {
    const stopper = new AbortController();
    const stop = () => stopper.abort();
    const progress = (now: Progress) => change({ work: { title, progress: now, stop } });
    progress({ share: undefined, words: 'Beginning.' });
    change({ failure: undefined });
    try {
      return await act({ signal: stopper.signal, progress });
    } catch (error) {
      if (!(error instanceof Stopped)) change({ failure: { about, message: (error as Error).message } });
      return undefined;
    } finally {
      change({ work: undefined });
    }
  };
  const takeKey = (key: DistrictKey, isNew: boolean) => {
    rememberDistrict(key.leaId);
    change({ key: { key, isNew, isSaved: !isNew }, leaId: key.leaId, failure: undefined, ...UNCHECKED });
  };

  const check = async (then?: Step, residences = state.residences) => {
    const { key, mapping, source } = state;
    if (!key || !source) return;
    rememberChoices(
      source.opened.columns.map(({ name }) => name),
      { mapping, residences },
    );
    const checked = await working('Checking every row', 'check', (options) =>
      worker.ask('check', { key: key.key, mapping, residences, today: today(new Date()) }, options),
    );
    if (!checked) return;
    change({ checked, ...NO_CHANGES, isFinished: false, isSaved: false });
    if (then) goTo(then);
  };

  return {
    goTo,
    check: (then) => check(then),
    setLeaId: (text) => change({ leaId: text.trim(), key: undefined, ...UNCHECKED }),
    makeKey: () => {
      const random = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
      takeKey(createKey(state.leaId, random, today(new Date())), true);
    },
    chooseKey: async (file) => {
      lockNetwork();
      try {
        takeKey(readKey(await file.text(), isLeaId(state.leaId) ? state.leaId : undefined), false);
      } catch (error) {
        change({ key: undefined, failure: { about: 'key', message: (error as Error).message } });
      }
    },
    keySaved: () => state.key && change({ key: { ...state.key, isSaved: true } }),
    forgetKey: () => change({ key: undefined, failure: undefined, ...UNCHECKED }),
    open: async (file, headerLine) => {
      lockNetwork();
      change({ source: undefined, ...NO_CHANGES, ...UNCHECKED });
      const opened = await working('Reading the file', 'file', (options) =>
        worker.ask('open', { file, headerLine }, options),
      );
      if (!opened) return;
      const remembered = rememberedChoices(opened.columns.map(({ name }) => name));
      change({
        source: { name: file.name, bytes: file.size, file, opened },
        mapping: remembered ? withHomelessness(remembered, opened.mapping) : opened.mapping,
        residences: remembered?.residences ?? {},
        isRemembered: remembered !== undefined,
      });
    },
    sayResidence: async (key, kind) => {
      const { [key]: _, ...others } = state.residences;
      const residences = kind === undefined ? others : { ...others, [key]: kind };
      change({ residences });
      await check(undefined, residences);
    },
    setColumn: (field, column) => {
      const { [field]: _, ...others } = state.mapping;
      change({ mapping: column === undefined ? others : { ...others, [field]: column }, ...UNCHECKED });
    },
    setHomeless: (columns) => {
      const { homeless: _, ...others } = state.mapping;
      change({ mapping: columns.length === 0 ? others : { ...others, homeless: columns }, ...UNCHECKED });
    },
    sayOnePlace: (isRight) => change({ isOnePlaceRight: isRight, isFinished: false }),
    choosePoints: async (file) => {
      lockNetwork();
      const answer = await working('Reading the address points', 'points', (options) =>
        worker.ask('points', { file }, options),
      );
      change({
        points: file && answer ? { name: file.name, count: answer.points, notes: answer.notes } : undefined,
        ...UNCHECKED,
      });
    },
    mend: async (group, line, mend) => {
      const unchecked = await worker.ask('mend', { group, ...(line === undefined ? {} : { line }), mend });
      change({ ...unchecked, isFinished: false });
    },
    acceptAll: async (groups) => {
      for (const group of groups) await worker.ask('mend', { group, mend: { how: 'accept' } });
      await check();
    },
    forgetMends: async () => {
      change({ ...(await worker.ask('forget', {})), isFinished: false });
    },
    finish: () => {
      change({ isFinished: true });
      goTo('preview');
    },
    saved: () => change({ isSaved: true }),
  };
}

/** What was chosen before columns of homelessness could be, with those that this file has. */
function withHomelessness({ mapping, neverAskedOfHomelessness }: Choices, { homeless = [] }: Mapping): Mapping {
  const used = new Set(usesOf(mapping).map(({ column }) => column));
  const found = neverAskedOfHomelessness ? homeless.filter((column) => !used.has(column)) : [];
  return found.length > 0 ? { ...mapping, homeless: found } : mapping;
}

/** ISO date by the clock on the wall. */
function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
