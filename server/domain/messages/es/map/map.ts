import type { MapMessages } from '../../en/map/map.ts';
import { technologies } from '../technologies.ts';
import { amounts } from './amounts.ts';
import { cards } from './cards.ts';
import { edition } from './edition.ts';
import { guide } from './guide.ts';
import { near } from './near.ts';
import { panel } from './panel.ts';
import { print } from './print.ts';
import { ranking } from './ranking.ts';
import { segments } from './segments.ts';
import { stage } from './stage.ts';
import { words } from './words.ts';

export const map = {
  ...panel,
  amounts,
  cards,
  edition,
  guide,
  near,
  print,
  ranking,
  segments,
  stage,
  technologies: technologies.names,
  words,
} satisfies MapMessages;
