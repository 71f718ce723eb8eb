/**
 * What the demo state assumes about West Virginia's counties: residents (2020 census, public domain) and an invented
 * character that decides who gets service there. The characters make the map tell a story; they describe no real
 * provider and no real county's service.
 */
export type Character = 'suburban' | 'valley' | 'coalfield' | 'heartland' | 'redbud' | 'threeForks' | 'greensward';

export interface CharacterOfService {
  /** Distance that cable follows the roads out of a town. */
  cableKm: number;
  /** Share of towns under 3,000 residents with cable. */
  smallTownCable: number;
  /** Factor of the loop length at which copper loses each tier. */
  copper: number;
  /** Share of hollows with fiber, by vintage: December 2025, June 2026. */
  fiber: [number, number];
  /** Kilometers of road per tower. */
  towerEveryKm: number;
}

export const CHARACTERS: Record<Character, CharacterOfService> = {
  suburban: { cableKm: 9, smallTownCable: 1, copper: 1.3, fiber: [0.12, 0.2], towerEveryKm: 9 },
  valley: { cableKm: 4.5, smallTownCable: 0.8, copper: 1, fiber: [0.06, 0.1], towerEveryKm: 13 },
  coalfield: { cableKm: 2.2, smallTownCable: 0.55, copper: 0.75, fiber: [0, 0.03], towerEveryKm: 34 },
  heartland: { cableKm: 1.6, smallTownCable: 0.4, copper: 0.7, fiber: [0.02, 0.06], towerEveryKm: 30 },
  redbud: { cableKm: 2, smallTownCable: 0.6, copper: 0.9, fiber: [0.72, 0.82], towerEveryKm: 22 },
  threeForks: { cableKm: 1.5, smallTownCable: 0.4, copper: 0.9, fiber: [0.62, 0.76], towerEveryKm: 24 },
  greensward: { cableKm: 3, smallTownCable: 0.7, copper: 0.9, fiber: [0.42, 0.56], towerEveryKm: 18 },
};

const CHARACTER_OF_COUNTY: Partial<Record<string, Character>> = {
  '54003': 'suburban',
  '54009': 'suburban',
  '54011': 'suburban',
  '54029': 'suburban',
  '54037': 'suburban',
  '54039': 'suburban',
  '54061': 'suburban',
  '54069': 'suburban',
  '54079': 'suburban',
  '54107': 'suburban',
  '54005': 'coalfield',
  '54043': 'coalfield',
  '54045': 'coalfield',
  '54047': 'coalfield',
  '54059': 'coalfield',
  '54109': 'coalfield',
  '54007': 'heartland',
  '54013': 'heartland',
  '54015': 'heartland',
  '54021': 'heartland',
  '54067': 'heartland',
  '54087': 'heartland',
  '54101': 'heartland',
  '54105': 'heartland',
  '54023': 'redbud',
  '54027': 'redbud',
  '54031': 'redbud',
  '54071': 'redbud',
  '54017': 'threeForks',
  '54085': 'threeForks',
  '54095': 'threeForks',
  '54025': 'greensward',
  '54063': 'greensward',
  '54089': 'greensward',
};

export function characterOf(countyFips: string): Character {
  return CHARACTER_OF_COUNTY[countyFips] ?? 'valley';
}

/** Residents in the order of county FIPS codes: 54001, 54003, ... 54109. Source: 2020 census, P.L. 94-171. */
const RESIDENTS = [
  15465, 122076, 21809, 12447, 22559, 94350, 6229, 8051, 7808, 40488, 7408, 10976, 32977, 23093, 29095, 14299, 65921,
  27791, 57701, 180745, 17033, 20463, 32567, 19111, 56205, 30591, 25453, 59664, 26938, 23568, 105822, 12376, 17063,
  24604, 42425, 6143, 7653, 7869, 34216, 57440, 74591, 27932, 8444, 14028, 11959, 16705, 6762, 8313, 23816, 38982, 8378,
  14442, 5194, 84296, 21382,
];

export function residentsOf(countyFips: string): number {
  const residents = RESIDENTS[(Number(countyFips.slice(2)) - 1) / 2];
  if (residents === undefined) throw new RangeError(`no residents known for county ${countyFips}`);
  return residents;
}
