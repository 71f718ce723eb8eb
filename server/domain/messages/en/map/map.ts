/** All that the map page says, as one module that it fetches. */
import { technologies } from '../technologies.ts';
import { amounts } from './amounts.ts';
import { cards } from './cards.ts';
import { panel } from './panel.ts';
import { stage } from './stage.ts';
import { words } from './words.ts';

export const map = { ...panel, amounts, cards, stage, technologies: technologies.names, words };

export type MapMessages = typeof map;
