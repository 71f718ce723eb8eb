/** The steps of a brief's map and what they mean. */
import type { BriefMessages } from '../../../domain/messages/en/brief.ts';
import { escaped } from '../../../platform/page.ts';
import { WIDTH } from './frame.ts';
import type { MapFacts } from './types.ts';

export interface DensityStep {
  /** Students on a square mile, at least. */
  readonly from: number;
  readonly fill: string;
}

/** The same on every map, so that two districts can be laid beside each other. Each is darker than the one before, in gray too. */
export const DENSITY_STEPS: readonly DensityStep[] = [
  { from: 0, fill: '#efd5bd' },
  { from: 1, fill: '#dfa076' },
  { from: 3, fill: '#b95735' },
  { from: 10, fill: '#7f2012' },
];
export const ROAD = '#5f5b52';
export const WATER = '#7fa3b5';
export const NO_STUDENTS = '#ffffff';

/** Undefined where nobody is. */
export function stepOf(density: number): number | undefined {
  if (density === 0) return undefined;
  return DENSITY_STEPS.findLastIndex(({ from }) => density >= from);
}

const INK = '#1b2125';
const SIZE = 12;
const LETTER = 0.58;

export function legend(facts: MapFacts, messages: BriefMessages['map'], top: number): string {
  const title = facts.isOfLacking ? messages.legend : messages.legendStudents;
  const items = [
    { mark: swatch(NO_STUDENTS), words: messages.none },
    ...DENSITY_STEPS.map(({ fill }, step) => ({ mark: swatch(fill), words: stepWords(step, messages) })),
    ...(facts.clusters.length > 0
      ? [{ mark: clusterMark, words: facts.clustersAre === 'all' ? messages.cluster : messages.clusterNamed }]
      : []),
    ...(facts.roads.length > 0 ? [{ mark: wayMark(ROAD), words: messages.road }] : []),
    ...(facts.water.length > 0 ? [{ mark: wayMark(WATER), words: messages.water }] : []),
    ...(facts.schools.length > 0 ? [{ mark: schoolMark, words: messages.school }] : []),
  ];
  let x = 0;
  const drawn = items.map(({ mark, words }) => {
    const at = x;
    x += 26 + words.length * SIZE * LETTER + 14;
    return `${mark(at, top + 34)}<text x="${(at + 26).toFixed(1)}" y="${top + 45}" fill="${INK}">${escaped(words)}</text>`;
  });
  const titleSize = Math.min(SIZE, WIDTH / (title.length * LETTER));
  const squeeze = Math.min(1, WIDTH / x);
  return `<g font-size="${SIZE}"><text x="0" y="${top + 20}" font-size="${titleSize.toFixed(1)}" font-weight="600" fill="${INK}">${escaped(title)}</text><g transform="translate(0 ${((1 - squeeze) * (top + 40)).toFixed(1)}) scale(${squeeze.toFixed(3)})">${drawn.join('')}</g></g>`;
}

function stepWords(step: number, messages: BriefMessages['map']): string {
  const [lowest, highest] = [DENSITY_STEPS[step]?.from ?? 0, DENSITY_STEPS[step + 1]?.from];
  if (highest === undefined) return messages.over({ lowest });
  return lowest === 0 ? messages.under({ highest }) : messages.between({ lowest, highest });
}

type Mark = (x: number, y: number) => string;

function swatch(fill: string): Mark {
  return (x, y) =>
    `<rect x="${x + 0.5}" y="${y}" width="20" height="13" fill="${fill}" stroke="#8d8778" stroke-width="0.6"/>`;
}

function wayMark(color: string): Mark {
  return (x, y) => `<path d="M${x} ${y + 6.5}h20" stroke="${color}" stroke-width="1.6"/>`;
}

const clusterMark: Mark = (x, y) =>
  `<rect x="${x + 1}" y="${y + 1}" width="19" height="11" fill="none" stroke="${INK}" stroke-width="1.5" stroke-dasharray="5 2.5"/>`;
const schoolMark: Mark = (x, y) =>
  `<rect x="${x + 8}" y="${y + 3.5}" width="6" height="6" fill="#fff" stroke="${INK}" stroke-width="1.2"/>`;
