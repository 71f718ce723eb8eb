import { latLngToCell } from 'h3-js';
import { type Cell, cellFromText, HOME_RESOLUTION, parentOf } from '../../cell.ts';
import type { Point } from './point.ts';

/** The parent of the point's res-9 cell, as for the FCC's locations: near an edge it differs from the point's res-8 cell. */
export function homeCell({ latitude, longitude }: Point): Cell {
  return parentOf(cellFromText(latLngToCell(latitude, longitude, 9)), HOME_RESOLUTION);
}
