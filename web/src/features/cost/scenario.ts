/** What is asked: clusters in the address, the rest on the page until it is saved. */
import {
  type CostCase,
  type CostInputs,
  isInOrder,
  type OwnInputs,
  PRICE_NAMES,
  PRICES,
  type PriceName,
  RATES,
  type RateName,
} from '../../../../server/domain/cost/inputs.ts';
import type { ScenarioBody } from './queries.ts';

export const START: ScenarioBody = {
  of: 'underserved',
  source: 'agreed',
  clusters: [],
  inputs: {},
  levers: ['fiber', 'wireless', 'hotspot', 'sponsored'],
  withDevices: false,
  case: 'median',
  budget: 5_000_000,
};

/** Own inputs with one price of one case changed; those of the other cases stay as they are shown. */
export function withPrice(own: OwnInputs, shown: CostInputs, name: PriceName, of: CostCase, value: number): OwnInputs {
  return { ...own, [name]: { ...shown[name], [of]: value } };
}

export function withRate(own: OwnInputs, name: RateName, value: number): OwnInputs {
  return { ...own, [name]: value };
}

/** Without inputs that the server would refuse: those keep the last values that held. */
export function isTaken(inputs: CostInputs): boolean {
  return (
    PRICE_NAMES.every((name) => isInOrder(inputs[name]) && Object.values(inputs[name]).every(within(PRICES[name]))) &&
    (Object.keys(RATES) as RateName[]).every((name) => within(RATES[name])(inputs[name]))
  );
}

function within({ least, most }: { readonly least: number; readonly most: number }) {
  return (value: number) => Number.isFinite(value) && value >= least && value <= most;
}
