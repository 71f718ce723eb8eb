/** Names of towns that neither cover each other nor leave the map. */
import { HEIGHT, WIDTH } from './frame.ts';

export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
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

/** @param asked largest first @param taken where other marks are */
export function labelsThatFit(asked: readonly Label[], taken: readonly Box[] = []): Label[] {
  const boxes: Box[] = [...taken];
  const labels: Label[] = [];
  for (const label of asked) {
    const box = boxOf(label);
    const isInside = box.left > 4 && box.right < WIDTH - 4 && box.top > 4 && box.bottom < HEIGHT - 4;
    if (!isInside || boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    labels.push(label);
    if (labels.length === MOST) break;
  }
  return labels;
}

function boxOf({ name, x, y }: Label): Box {
  return { left: x - 5, right: x + 8 + name.length * SIZE * LETTER, top: y - SIZE, bottom: y + SIZE };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
