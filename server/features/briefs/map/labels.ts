/** Places names of towns so that none overlap or leave the map. */
import { HEIGHT, WIDTH } from './frame.ts';

export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel extends Label {
  /** Of its point. */
  readonly side: 'right' | 'left';
}

const SIZE = 13;
/** Mean width of a letter of Public Sans, as a part of its size. */
const LETTER = 0.57;
const MOST = 9;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name that does not fit at the right of its point goes to its left. @param asked largest first @param taken where other marks are */
export function labelsThatFit(asked: readonly Label[], taken: readonly Box[] = []): PlacedLabel[] {
  const boxes: Box[] = [...taken];
  const labels: PlacedLabel[] = [];
  const fits = (box: Box) =>
    box.left > 4 &&
    box.right < WIDTH - 4 &&
    box.top > 4 &&
    box.bottom < HEIGHT - 4 &&
    !boxes.some((other) => overlap(box, other));
  for (const label of asked) {
    const side = SIDES.find((one) => fits(boxOf(label, one)));
    if (!side) continue;
    boxes.push(boxOf(label, side));
    labels.push({ ...label, side });
    if (labels.length === MOST) break;
  }
  return labels;
}

const SIDES = ['right', 'left'] as const;

function boxOf({ name, x, y }: Label, side: PlacedLabel['side']): Box {
  const length = 8 + name.length * SIZE * LETTER;
  const [left, right] = side === 'right' ? [x - 5, x + length] : [x - length, x + 5];
  return { left, right, top: y - SIZE, bottom: y + SIZE };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
