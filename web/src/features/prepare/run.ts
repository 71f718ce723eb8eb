/**
 * One file being prepared, from its choice to its saving. No React: the page subscribes, tests drive it with doors of their own.
 * After each answer of the worker it continues from the current state, not from the state when it asked.
 */

import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { createKey, type DistrictKey, isLeaId, readKey } from '../../../../server/domain/anonymize/key-file.ts';
import type { SaidKind } from '../../../../server/domain/anonymize/residence/residence-values.ts';
import { writtenIn } from '../../../../server/domain/messages/language.ts';
import { phrase } from '../../../../server/domain/messages/phrase.ts';
import { getLanguage } from '../../lib/catalog.ts';
import { todayHere } from '../../lib/format.ts';
import { rememberDistrict } from '../../lib/remembered-district.ts';
import type { Doors } from './doors.ts';
import { HeldRun, phraseOf } from './held-run.ts';
import { forgetTraces, type KeptTrace, keepTrace } from './kept-trace.ts';
import { mappingOf, namesOf, withColumn, withHomeless } from './mapping.ts';
import type { Checked, MendAsked } from './protocol.ts';
import { forgetChoices, rememberChoices, rememberedChoices } from './remembered.ts';
import { type Actions, FIRST, type Held, NO_CHANGES, UNCHECKED } from './state.ts';
import type { Step } from './steps.ts';
import { isNoTrace } from './trace.ts';

/** Steps after rows with problems were left out. */
const LAST: readonly Step[] = ['preview', 'save'];

export class PrepareRun extends HeldRun implements Actions {
  readonly #doors: Doors;

  constructor(leaId: string, doors: Doors) {
    super({ ...FIRST, leaId });
    this.#doors = doors;
  }

  readonly loaded = () => this.change({ isReady: true });
  readonly failedToLoad = () => this.change({ failure: { about: 'page', said: phrase('prepare.not-loaded') } });

  /** Call when the address names another step. */
  readonly showStep = (wanted: Step | undefined) => this.change({ wanted });

  readonly goTo = (step: Step) => {
    this.change({ wanted: step });
    this.#doors.tellAddress(step);
  };

  readonly setLeaId = (text: string) => this.change({ leaId: text.trim(), key: undefined, ...UNCHECKED });

  readonly makeKey = () =>
    this.#takeKey(createKey(this.held.leaId, this.#doors.secret(), todayHere(this.#doors.now())), true);

  readonly chooseKey = async (file: Blob) => {
    this.#doors.lock();
    try {
      const text = await file.text();
      const { leaId } = this.held;
      this.#takeKey(readKey(text, isLeaId(leaId) ? leaId : undefined), false);
    } catch (error) {
      this.change({ key: undefined, failure: { about: 'key', said: phraseOf(error) } });
    }
  };

  readonly keySaved = () => {
    const { key } = this.held;
    if (key) this.change({ key: { ...key, isSaved: true } });
  };

  readonly forgetKey = () => this.change({ key: undefined, failure: undefined, ...UNCHECKED });

  readonly open = async (file: File, headerLine?: number) => {
    this.#doors.lock();
    this.change({ source: undefined, ...NO_CHANGES, ...UNCHECKED });
    const opened = await this.working('file', (options) =>
      this.#doors.worker.ask('open', { file, headerLine }, options),
    );
    if (!opened) return;
    const source = { name: file.name, bytes: file.size, file, opened };
    const remembered = rememberedChoices(namesOf(source));
    this.change({
      source,
      restoredFrom: undefined,
      mapping: mappingOf(opened, remembered),
      residences: remembered?.residences ?? {},
      isRemembered: remembered !== undefined,
    });
  };

  readonly openAnswers = async (file: File | undefined, headerLine?: number) => {
    this.#doors.lock();
    this.change({ answers: undefined, ...NO_CHANGES, ...UNCHECKED });
    const opened = await this.working('answers', (options) =>
      this.#doors.worker.ask('answers', { file, headerLine }, options),
    );
    if (!file || !opened) return;
    const source = { name: file.name, bytes: file.size, file, opened };
    const remembered = rememberedChoices(namesOf(source));
    const isRemembered = remembered !== undefined;
    this.change({ answers: { source, mapping: mappingOf(opened, remembered), isRemembered } });
  };

  readonly addExport = async (file: File) => {
    const { source } = this.held;
    if (source) {
      const { isChosen, line } = source.opened.header;
      await this.openAnswers(source.file, isChosen ? line : undefined);
    }
    await this.open(file);
  };

  readonly choosePoints = async (file: File | undefined) => {
    this.#doors.lock();
    const answer = await this.working('points', (options) => this.#doors.worker.ask('points', { file }, options));
    const points = file && answer ? { name: file.name, count: answer.points, notes: answer.notes } : undefined;
    this.change({ points, ...UNCHECKED });
  };

  readonly setColumn = (field: Field, column: number | undefined) =>
    this.change({ mapping: withColumn(this.held.mapping, field, column), ...UNCHECKED });

  readonly setHomeless = (columns: readonly number[]) =>
    this.change({ mapping: withHomeless(this.held.mapping, columns), ...UNCHECKED });

  readonly setAnswersColumn = (field: Field, column: number | undefined) =>
    this.#changeAnswers((mapping) => withColumn(mapping, field, column));

  readonly setAnswersHomeless = (columns: readonly number[]) =>
    this.#changeAnswers((mapping) => withHomeless(mapping, columns));

  readonly sayOnePlace = (isRight: boolean) => this.change({ isOnePlaceRight: isRight, isFinished: false });

  readonly sayResidence = async (key: string, kind: SaidKind | undefined) => {
    const { [key]: _, ...others } = this.held.residences;
    this.change({ residences: kind === undefined ? others : { ...others, [key]: kind } });
    await this.#check();
  };

  readonly check = async (then?: Step) => {
    await this.#check(then);
  };

  readonly goOn = async () => {
    const { kept } = this.state();
    const checked = await this.#check('problems');
    if (!kept || !checked) return;
    // Rows that were not left out that day must be shown before they are.
    if (LAST.includes(kept.step) && !checked.onePlace && checked.counts.badRows === kept.leftOut) {
      this.change({ isFinished: true });
      this.goTo(kept.step);
    }
  };

  readonly forgetKept = () => {
    forgetTraces();
    forgetChoices();
    this.change({ ...this.#nothingKept(), isKept: false, isRemembered: false });
  };

  readonly mend = async (group: string, line: number | undefined, mend: MendAsked) => {
    const ask = { group, ...(line === undefined ? {} : { line }), mend };
    this.change({ ...(await this.#doors.worker.ask('mend', ask)), isFinished: false });
    await this.#keep(this.state().step, this.state().kept);
  };

  readonly acceptAll = async (groups: readonly string[]) => {
    for (const group of groups) await this.#doors.worker.ask('mend', { group, mend: { how: 'accept' } });
    await this.#check();
  };

  readonly forgetMends = async () => {
    this.change({ ...(await this.#doors.worker.ask('forget', {})), isFinished: false });
    await this.#keep(this.state().step, this.state().kept, 0);
  };

  readonly finish = () => {
    this.change({ isFinished: true });
    this.goTo('preview');
    if (this.held.checked) void this.#keep('preview', this.state().kept);
  };

  readonly saved = () => {
    this.change({ isSaved: true });
    if (this.held.checked) void this.#keep('save', this.state().kept);
  };

  async #check(then?: Step): Promise<Checked | undefined> {
    const { key, mapping, source, answers, residences } = this.held;
    const { kept } = this.state();
    if (!key || !source) return undefined;
    rememberChoices(namesOf(source), { mapping, residences });
    if (answers) rememberChoices(namesOf(answers.source), { mapping: answers.mapping, residences: {} });
    const checked = await this.working('check', async (options) => {
      if (kept) await this.#doors.worker.ask('restore', { trace: kept.trace });
      const today = todayHere(this.#doors.now());
      const language = writtenIn(getLanguage());
      const settings = { key: key.key, mapping, residences, answers: answers?.mapping, today, language };
      return this.#doors.worker.ask('check', settings, options);
    });
    if (!checked) return undefined;
    const restored = kept ? { ...this.#nothingKept(), restoredFrom: kept.day } : {};
    this.change({ checked, ...NO_CHANGES, ...restored, isFinished: false, isSaved: false });
    if (then) this.goTo(then);
    await this.#keep(then ?? this.state().step, kept);
    return checked;
  }

  /** Stores what was done, or that nothing was, if the browser can. @param before what was stored until now */
  async #keep(step: Step, before: KeptTrace | undefined, leftOut = this.held.checked?.counts.badRows ?? 0) {
    const { key, source, answers } = this.held;
    if (!key || !source) return;
    const trace = await this.#doors.worker.ask('trace', {});
    if (isNoTrace(trace) && before) return;
    const isKept = await keepTrace(
      { secret: key.key.secret, header: namesOf(source) },
      { day: todayHere(this.#doors.now()), step, hasAnswers: answers !== undefined, leftOut, trace },
    );
    this.change({ isKept });
  }

  #nothingKept(): Pick<Held, 'looked'> {
    const { looked } = this.held;
    return { looked: looked && { ...looked, kept: undefined } };
  }

  #takeKey(key: DistrictKey, isNew: boolean): void {
    rememberDistrict(key.leaId);
    const inHand = { key, isNew, isSaved: !isNew };
    this.change({ key: inHand, leaId: key.leaId, restoredFrom: undefined, failure: undefined, ...UNCHECKED });
  }

  #changeAnswers(to: (mapping: Mapping) => Mapping): void {
    const { answers } = this.held;
    if (answers) this.change({ answers: { ...answers, mapping: to(answers.mapping) }, ...UNCHECKED });
  }
}
