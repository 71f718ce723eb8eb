import { latLngToCell } from 'h3-js';
import { type Cell, cellFromText } from '../../cell.ts';
import type { Point } from './point.ts';

const HOME_RESOLUTION = 9;

export function homeCell({ latitude, longitude }: Point): Cell {
  return cellFromText(latLngToCell(latitude, longitude, HOME_RESOLUTION));
}
