/** The few base colors that all others are mixed from. Light paper is the default; dark and high contrast are options. */

import type { Measure, SourceChoice } from './choice.ts';
import { type Rgb, rgbOf } from './color.ts';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export interface Ground {
  /** The state itself, under the hexes. */
  readonly land: string;
  /** Neighboring states. */
  readonly around: string;
  readonly water: string;
  readonly line: string;
  readonly stateLine: string;
  readonly label: string;
  readonly quietLabel: string;
  readonly halo: string;
  readonly selection: string;
}

/** Land that a provider signed to serve: a class of its own, over whatever the hexes say. Its outline is broken until a filing confirms it. */
export const COMMITTED: Record<Theme, string> = { light: '#3f8f5b', dark: '#7fcf9b', contrast: '#006b2d' };
/** Committed land that a later filing confirms. */
export const CONFIRMED: Record<Theme, string> = { light: '#1c5a78', dark: '#6fb6da', contrast: '#003a8c' };

export const GROUNDS: Record<Theme, Ground> = {
  light: {
    land: '#fbfaf6',
    around: '#efece4',
    water: '#e6eaea',
    line: '#6f6a60',
    stateLine: '#4a463f',
    label: '#23282c',
    quietLabel: '#746f66',
    halo: '#fbfaf6',
    selection: '#14181b',
  },
  dark: {
    land: '#1b2226',
    around: '#12171a',
    water: '#0b1013',
    line: '#7d868b',
    stateLine: '#b3bac0',
    label: '#eef1f2',
    quietLabel: '#8d979d',
    halo: '#12171a',
    selection: '#ffffff',
  },
  contrast: {
    land: '#ffffff',
    around: '#f0f0f0',
    water: '#d4e4ee',
    line: '#000000',
    stateLine: '#000000',
    label: '#000000',
    quietLabel: '#333333',
    halo: '#ffffff',
    selection: '#000000',
  },
};

/** tests/unit/web checks these for contrast against paper and for the common color-vision deficiencies. */
export const HUES = {
  unserved: '#a8321e',
  build: '#a8321e',
  upgrade: '#c27312',
  check: '#7f6bb5',
  connect: '#0f5674',
  ask: '#8c8c84',
  equip: '#5b7f3b',
  disputed: '#8a3f7c',
  coverage: '#2d6a8a',
} as const;

/** The gray of hidden counts, quieter than any step. */
export const HIDDEN_GRAY: Record<Theme, { fill: Rgb; ink: Rgb }> = {
  light: { fill: rgbOf('#efede7'), ink: rgbOf('#cbc8be') },
  dark: { fill: rgbOf('#2a3136'), ink: rgbOf('#4b555b') },
  contrast: { fill: rgbOf('#f1f1f1'), ink: rgbOf('#8a8a8a') },
};

export function hueOf(measure: Exclude<Measure, 'all'>, source: SourceChoice): Rgb {
  return rgbOf(source === 'disputed' ? HUES.disputed : HUES[measure]);
}
