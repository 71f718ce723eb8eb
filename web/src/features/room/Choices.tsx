/** The choices of the list, each in the address. */
import { useId } from 'react';
import { goToAddress } from '../../lib/location.ts';
import { LEAST_STUDENTS, MILES, ROOM_WORDS, type RoomChoice } from '../../lib/room-choice.ts';
import { addressOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { roomMessages } from './messages.ts';
import type { Room } from './queries.ts';

export function Choices({ room, choice }: { readonly room: Room; readonly choice: RoomChoice }) {
  const { demand: messages, sources } = useCatalog(roomMessages);
  const change = (part: Partial<RoomChoice>) =>
    goToAddress(addressOf({ page: 'room', choice: { ...choice, ...part } }), 'replace');
  const filers = new Set(room.filings.map(({ source }) => source));
  const answerable = ROOM_WORDS.source.filter(
    (source) => source === 'agreed' || (filers.size === 2 && filers.has(source)),
  );
  return (
    <div className="room-choices">
      <Choice
        label={messages.within}
        value={choice.miles}
        options={[...new Set([...MILES, choice.miles])].sort((a, b) => a - b)}
        words={(count) => messages.miles({ count })}
        onChange={(miles) => change({ miles })}
      />
      <Choice
        label={messages.lacking}
        value={choice.of}
        options={ROOM_WORDS.of}
        words={(of) => messages.measures[of] ?? of}
        onChange={(of) => change({ of })}
      />
      <Choice
        label={messages.by}
        value={choice.source}
        options={answerable}
        words={(source) => sources[source] ?? source}
        onChange={(source) => change({ source })}
      />
      <Choice
        label={messages.atLeast}
        value={choice.students}
        options={[...new Set([...LEAST_STUDENTS, choice.students])].sort((a, b) => a - b)}
        words={(count) => (count === 0 ? messages.any : messages.count({ count }))}
        onChange={(students) => change({ students })}
      />
      <Choice
        label={messages.rivals}
        value={choice.rivals}
        options={ROOM_WORDS.rivals}
        words={(rivals) => messages.rivalries[rivals] ?? rivals}
        onChange={(rivals) => change({ rivals })}
      />
      <Choice
        label={messages.sort}
        value={choice.sort}
        options={ROOM_WORDS.sort}
        words={(sort) => messages.orders[sort] ?? sort}
        onChange={(sort) => change({ sort })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly words: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, value, options, words, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={String(value)}
        onChange={(event) => {
          const chosen = options.find((option) => String(option) === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={String(option)}>
            {words(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
