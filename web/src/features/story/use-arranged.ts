/** How a story is told here: order and hidden steps, kept in the address, and notes, kept in this browser alone. */
import { useState } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { besideName, besideNamed, stepsNamed } from '../../../../server/domain/story/steps.ts';
import { goToAddress, useAddress } from '../../lib/location.ts';
import { BROWSER, read, write } from '../../lib/shelf.ts';
import type { Story, StoryStep } from './queries.ts';

type StepId = StoryStep['id'];

export interface Arranged {
  /** Every step, those that are hidden after the others. */
  readonly all: readonly StoryStep[];
  readonly shown: readonly StoryStep[];
  readonly move: (id: StepId, by: -1 | 1) => void;
  readonly toggle: (id: StepId) => void;
  readonly second: PlaceRef | undefined;
  /** Undefined: no second place. */
  readonly putBeside: (place: PlaceRef | undefined) => void;
}

export function useArranged(story: Story, fixed: string | undefined): Arranged {
  const asked = new URL(useAddress()).searchParams.get('steps');
  const named = stepsNamed(fixed ?? asked ?? '');
  const usual = story.steps.filter(({ isEmpty }) => !isEmpty);
  const shown = named ? named.flatMap((id) => story.steps.find((step) => step.id === id) ?? []) : usual;
  const all = [...shown, ...story.steps.filter((step) => !shown.includes(step))];
  const second = besideNamed(fixed ?? asked ?? '');
  const keep = (steps: readonly StoryStep[]) => keepNames(namesOf(steps, second));
  return {
    all,
    shown,
    second,
    putBeside: (place) => {
      const names = shown.filter(({ id }) => id !== 'beside').map(({ id }): string => id);
      const at = names.findIndex((name) => name === 'ask' || name === 'thanks');
      const added = place ? [besideName(place)] : [];
      keepNames(names.toSpliced(at < 0 ? names.length : at, 0, ...added));
    },
    move: (id, by) => {
      const from = shown.findIndex((step) => step.id === id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= shown.length) return;
      keep(shown.toSpliced(from, 1).toSpliced(to, 0, ...shown.slice(from, from + 1)));
    },
    toggle: (id) => {
      const isShown = shown.some((step) => step.id === id);
      keep(isShown ? shown.filter((step) => step.id !== id) : [...shown, ...all.filter((step) => step.id === id)]);
    },
  };
}

/** The steps as an address names them. */
export function namesOf(steps: readonly StoryStep[], second: PlaceRef | undefined): string[] {
  return steps.flatMap(({ id }) => (id !== 'beside' ? [id] : second ? [besideName(second)] : []));
}

function keepNames(names: readonly string[]): void {
  if (names.length === 0) return;
  const address = new URL(location.href);
  address.searchParams.set('steps', names.join(','));
  const kept = address.href.slice(address.origin.length).replaceAll('%2C', ',').replaceAll('%3A', ':');
  goToAddress(kept, 'replace');
}

export interface Notes {
  readonly of: (step: StoryStep) => string;
  readonly write: (id: StepId, words: string) => void;
}

export function useNotes({ kind, id }: PlaceRef): Notes {
  const shelf = `gapmap.story-notes.${kind}.${id}`;
  const [kept, setKept] = useState<Readonly<Record<string, string>>>(() => notesOn(shelf));
  return {
    of: (step) => kept[step.id] ?? step.note,
    write: (step, words) => {
      const next = { ...kept, [step]: words };
      setKept(next);
      write(BROWSER, shelf, JSON.stringify(next));
    },
  };
}

function notesOn(shelf: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(read(BROWSER, shelf) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}
