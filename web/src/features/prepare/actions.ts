/** What a person can do on the page, and what follows from it. */
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import {
  createKey,
  type DistrictKey,
  isLeaId,
  readKey,
  SECRET_BYTES,
} from '../../../../server/domain/anonymize/key-file.ts';
import { type Progress, Stopped } from '../../lib/work.ts';
import { forgetTraces, keepTrace } from './kept-trace.ts';
import { lockNetwork } from './network-log.ts';
import type { PageParts } from './page-parts.ts';
import { forgetChoices, rememberChoices, rememberDistrict, rememberedChoices, withHomelessness } from './remembered.ts';
import { type Actions, type Failure, type Held, NO_CHANGES, type Prepare, type Source, UNCHECKED } from './state.ts';
import type { Step } from './steps.ts';
import { isNoTrace } from './trace.ts';

export function actionsOn(state: Prepare, change: (part: Partial<Held>) => void, { worker }: PageParts): Actions {
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
    const inHand = { key, isNew, isSaved: !isNew };
    change({ key: inHand, leaId: key.leaId, restoredFrom: undefined, failure: undefined, ...UNCHECKED });
  };
  const nothingKept = () => ({ looked: state.looked && { ...state.looked, kept: undefined } });
  /** Keeps what was done, or that nothing was, as far as the browser does. */
  const keep = async (step: Step, leftOut: number) => {
    const { key, source, answers, kept } = state;
    if (!key || !source) return;
    const trace = await worker.ask('trace', {});
    if (isNoTrace(trace) && kept) return;
    const isKept = await keepTrace(
      { secret: key.key.secret, header: namesOf(source) },
      { day: today(new Date()), step, hasAnswers: answers !== undefined, leftOut, trace },
    );
    change({ isKept });
  };

  const check = async (then?: Step, residences = state.residences) => {
    const { key, mapping, source, answers, kept, restoredFrom } = state;
    if (!key || !source) return undefined;
    rememberChoices(namesOf(source), { mapping, residences });
    if (answers) rememberChoices(namesOf(answers.source), { mapping: answers.mapping, residences: {} });
    const checked = await working('Checking every row', 'check', async (options) => {
      if (kept) await worker.ask('restore', { trace: kept.trace });
      const settings = { key: key.key, mapping, residences, answers: answers?.mapping, today: today(new Date()) };
      return worker.ask('check', settings, options);
    });
    if (!checked) return undefined;
    const restored = kept ? { ...nothingKept(), restoredFrom: kept.day } : { restoredFrom };
    change({ checked, ...NO_CHANGES, ...restored, isFinished: false, isSaved: false });
    if (then) goTo(then);
    await keep(then ?? state.step, checked.counts.badRows);
    return checked;
  };
  const open = async (file: File, headerLine?: number) => {
    lockNetwork();
    change({ source: undefined, ...NO_CHANGES, ...UNCHECKED });
    const opened = await working('Reading the file', 'file', (options) =>
      worker.ask('open', { file, headerLine }, options),
    );
    if (!opened) return;
    const source = { name: file.name, bytes: file.size, file, opened };
    const remembered = rememberedChoices(namesOf(source));
    change({
      source,
      restoredFrom: undefined,
      mapping: remembered ? withHomelessness(remembered, opened.mapping) : opened.mapping,
      residences: remembered?.residences ?? {},
      isRemembered: remembered !== undefined,
    });
  };
  const openAnswers = async (file: File | undefined, headerLine?: number) => {
    lockNetwork();
    change({ answers: undefined, ...NO_CHANGES, ...UNCHECKED });
    const opened = await working('Reading the answers', 'answers', (options) =>
      worker.ask('answers', { file, headerLine }, options),
    );
    if (!file || !opened) return;
    const source = { name: file.name, bytes: file.size, file, opened };
    const remembered = rememberedChoices(namesOf(source));
    const mapping = remembered ? withHomelessness(remembered, opened.mapping) : opened.mapping;
    change({ answers: { source, mapping, isRemembered: remembered !== undefined } });
  };

  return {
    goTo,
    check: async (then) => {
      await check(then);
    },
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
    open,
    openAnswers,
    addExport: async (file) => {
      if (state.source) await openAnswers(state.source.file, headerChosen(state.source));
      await open(file);
    },
    goOn: async () => {
      const { kept } = state;
      const checked = await check('problems');
      if (!kept || !checked) return;
      // Rows that were not left out that day are to be seen before they are.
      if (LAST.includes(kept.step) && !checked.onePlace && checked.counts.badRows === kept.leftOut) {
        change({ isFinished: true });
        goTo(kept.step);
      }
    },
    forgetKept: () => {
      forgetTraces();
      forgetChoices();
      change({ ...nothingKept(), isKept: false, isRemembered: false });
    },
    sayResidence: async (key, kind) => {
      const { [key]: _, ...others } = state.residences;
      const residences = kind === undefined ? others : { ...others, [key]: kind };
      change({ residences });
      await check(undefined, residences);
    },
    setColumn: (field, column) => change({ mapping: withColumn(state.mapping, field, column), ...UNCHECKED }),
    setHomeless: (columns) => change({ mapping: withHomeless(state.mapping, columns), ...UNCHECKED }),
    sayOnePlace: (isRight) => change({ isOnePlaceRight: isRight, isFinished: false }),
    setAnswersHomeless: (columns) => {
      const { answers } = state;
      if (answers) change({ answers: { ...answers, mapping: withHomeless(answers.mapping, columns) }, ...UNCHECKED });
    },
    setAnswersColumn: (field, column) => {
      const { answers } = state;
      if (answers)
        change({ answers: { ...answers, mapping: withColumn(answers.mapping, field, column) }, ...UNCHECKED });
    },
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
      await keep(state.step, state.checked?.counts.badRows ?? 0);
    },
    acceptAll: async (groups) => {
      for (const group of groups) await worker.ask('mend', { group, mend: { how: 'accept' } });
      await check();
    },
    forgetMends: async () => {
      change({ ...(await worker.ask('forget', {})), isFinished: false });
      await keep(state.step, 0);
    },
    finish: () => {
      change({ isFinished: true });
      goTo('preview');
      const { checked } = state;
      if (checked) void keep('preview', checked.counts.badRows);
    },
    saved: () => {
      change({ isSaved: true });
      const { checked } = state;
      if (checked) void keep('save', checked.counts.badRows);
    },
  };
}

/** Steps that come after rows with problems were left out. */
const LAST: readonly Step[] = ['preview', 'save'];

function namesOf({ opened }: Source): readonly string[] {
  return opened.columns.map(({ name }) => name);
}

function headerChosen({ opened: { header } }: Source): number | undefined {
  return header.isChosen ? header.line : undefined;
}

function withHomeless(mapping: Mapping, columns: readonly number[]): Mapping {
  const { homeless: _, ...others } = mapping;
  return columns.length === 0 ? others : { ...others, homeless: columns };
}

function withColumn(mapping: Mapping, field: Field, column: number | undefined): Mapping {
  const { [field]: _, ...others } = mapping;
  return column === undefined ? others : { ...others, [field]: column };
}

/** ISO date by the clock on the wall. */
function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
