/** Reads how districts respond: steps and states as the coordinator, contacts and log as the outreacher. */
import type { Coordinator, Outreacher } from '../../domain/actor.ts';
import { DAY_MS, dayOf } from '../../domain/day.ts';
import type { OutreachMessages } from '../../domain/messages/en/outreach.ts';
import {
  type Callable,
  callOrder,
  type ResponseStep,
  responseByDay,
  STAGES,
  type Stage,
  type StepTaken,
  stageOf,
} from '../../domain/outreach/response.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type CollectionDetail, collectionFor, detailOf } from '../collect/index.ts';
import { contactsOf, type LogRow, logOf } from './contacts.ts';
import type { ContactFields } from './contract-messages.ts';
import type { ResponseAnswer } from './contract-response.ts';

interface Asked {
  readonly coordinator: Coordinator;
  readonly outreacher: Outreacher;
  readonly id: number;
}

/** @throws Refusal collect.unknown */
export async function responseOf(
  db: Db,
  { coordinator, outreacher, id }: Asked,
  messages: OutreachMessages['reasons'],
): Promise<ResponseAnswer> {
  const now = new Date();
  const { detail, steps } = await db.as(coordinator, async (tx) => ({
    detail: await detailOf(tx, await collectionFor(tx, id)),
    steps: await stepsOf(tx, id),
  }));
  const { contacts, entries } = await db.as(outreacher, async (tx) => ({
    contacts: await contactsOf(tx),
    entries: await logOf(tx, id),
  }));
  const districts = districtsOf(detail, steps, entries);
  return {
    collection: detail.name,
    total: districts.length,
    days: daysOf(detail, { steps, entries, today: dayOf(now) }),
    stages: STAGES.map((stage) => ({ stage, districts: districts.filter((one) => one.stage === stage).length })),
    districts: districts.map(({ enrolled: _, lastSign: __, lastReached: ___, sentTo, ...district }) => ({
      ...district,
      messages: sentTo.map(({ sentAt, message }) => ({ on: dayOf(sentAt), message })),
    })),
    calls: callOrder(districts, now).map((district) =>
      callOf(district, contacts.get(district.leaId), { messages, now }),
    ),
  };
}

export function stepsOf(tx: Tx, collection: number): Promise<StepTaken[]> {
  return tx.rows<{ leaId: string; step: ResponseStep; at: Date }>(
    'select lea_id as "leaId", step, at from collect.steps where collection_id = $1 order by at',
    [collection],
  );
}

type Responding = Callable &
  Omit<ResponseAnswer['districts'][number], 'messages'> & {
    /** The oldest first. */
    readonly sentTo: readonly LogRow[];
  };

/** Stages in which a file exists, also one that a command loaded, which leaves no step. */
const HOLDS_FILE: ReadonlySet<Stage> = new Set(['sent', 'taken_back', 'accepted']);

function districtsOf(detail: CollectionDetail, steps: readonly StepTaken[], entries: readonly LogRow[]): Responding[] {
  return detail.districtStates.map(({ leaId, name, state, enrolled, lastSeenAt, acceptedAt }) => {
    const own = steps.filter((taken) => taken.leaId === leaId);
    const stage = stageOf(state, lastSeenAt !== null);
    const sentTo = entries.filter((entry) => entry.leaId === leaId).toReversed();
    const first = (step: ResponseStep) => {
      const found = own.find((taken) => taken.step === step);
      return found ? dayOf(found.at) : null;
    };
    return {
      leaId,
      name,
      stage,
      enrolled,
      lastSign: lastSeenAt === null ? (own.at(-1)?.at ?? null) : new Date(lastSeenAt),
      lastReached: sentTo.findLast(({ reached }) => reached === true)?.sentAt ?? null,
      openedOn: first('opened'),
      preparedOn: first('prepared'),
      sentOn: first('sent'),
      acceptedOn: acceptedAt?.slice(0, 10) ?? null,
      files: Math.max(own.filter(({ step }) => step === 'sent').length, HOLDS_FILE.has(stage) ? 1 : 0),
      sentTo,
    };
  });
}

interface Dated {
  readonly steps: readonly StepTaken[];
  readonly entries: readonly LogRow[];
  readonly today: string;
}

/** From the first message, step or day of the window to the last, today at the latest. */
function daysOf({ opensOn, closesOn }: CollectionDetail, { steps, entries, today }: Dated): ResponseAnswer['days'] {
  const happened = [...steps.map(({ at }) => dayOf(at)), ...entries.map(({ sentAt }) => dayOf(sentAt))];
  const known = [...happened, ...(opensOn !== null && opensOn <= today ? [opensOn] : [])].sort();
  const [from] = known;
  if (from === undefined) return [];
  const ends = [...happened, closesOn !== null && closesOn < today ? closesOn : today].sort();
  return responseByDay(steps, { from, to: ends.at(-1) ?? today }).map((day) => ({
    ...day,
    messages: countsOf(entries.filter(({ sentAt }) => dayOf(sentAt) === day.on)),
  }));
}

function countsOf(entries: readonly LogRow[]): { message: string; districts: number }[] {
  const districts = Map.groupBy(entries, ({ message }) => message);
  return [...districts].map(([message, own]) => ({ message, districts: new Set(own.map(({ leaId }) => leaId)).size }));
}

function callOf(
  { leaId, name, stage, enrolled, files, lastSign, lastReached, sentTo }: Responding,
  contact: ContactFields | undefined,
  { messages, now }: { messages: OutreachMessages['reasons']; now: Date },
): ResponseAnswer['calls'][number] {
  const written = sentTo.filter(({ message }) => message !== 'call');
  const last = written.at(-1);
  return {
    leaId,
    name,
    contact: contact?.name ?? '',
    telephone: contact?.telephone ?? '',
    reasons: [
      messages.stage[stage]({ count: files }),
      ...(enrolled === null ? [messages.unknownSize] : [messages.size({ enrolled })]),
      ...(last ? [messages.written({ count: written.length, on: dayOf(last.sentAt) })] : [messages.neverWritten]),
      ...(lastSign && stage !== 'nothing' ? [messages.silent({ days: wholeDays(lastSign, now) })] : []),
      ...(lastReached ? [messages.reached({ on: dayOf(lastReached) })] : []),
    ],
  };
}

function wholeDays(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}
