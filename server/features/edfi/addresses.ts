import { hasNoFixedResidence } from '../../domain/anonymize/index.ts';
import { codeOf, type FieldFault, isCurrent, listIn, textIn } from './fields.ts';

/** A student's home address as the API writes it; blank fields are empty. */
export interface HomeAddress {
  readonly addressType: string;
  readonly address: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** In degrees, as text, like Ed-Fi. */
  readonly latitude: string;
  readonly longitude: string;
}

/** Types of a home address, best first. Mailing, billing, work and other people's addresses are not where a student lives. */
const HOMES = [/^physical/i, /^(primary |home )?residen/i, /^home/i];

/**
 * A student's current home address. A current address whose type means no fixed residence (a shelter, doubled up)
 * outranks all others: such a student is counted and placed nowhere, whatever older address is still on file.
 *
 * @param document a studentEducationOrganizationAssociation up to data standard 5, a studentDirectory from 6
 * @param today YYYY-MM-DD, for addresses that have ended
 * @returns undefined without a home address
 */
export function homeAddressIn(document: unknown, today: string, faults: FieldFault[]): HomeAddress | undefined {
  const current = listIn(document, 'addresses', faults)
    .filter((address) => isCurrent(address, today))
    .map((address) => ({ address, type: codeOf(textIn(address, 'addressTypeDescriptor', faults)) }));
  const unfixed = current.find(({ type }) => hasNoFixedResidence(type));
  if (unfixed) return homeless(unfixed.type);
  for (const home of HOMES) {
    const found = current.find(({ type }) => home.test(type));
    if (found) return addressOf(found.address, found.type, faults);
  }
  return undefined;
}

/** The address of a student without a fixed residence, by whatever source. */
export function homeless(addressType = 'Homeless'): HomeAddress {
  return { ...NOWHERE, addressType };
}

const NOWHERE = { address: '', unit: '', city: '', state: '', zip: '', latitude: '', longitude: '' };

function addressOf(address: object, addressType: string, faults: FieldFault[]): HomeAddress {
  const text = (field: string) => textIn(address, field, faults).trim();
  const building = text('buildingSiteNumber');
  const apartment = text('apartmentRoomSuiteNumber');
  return {
    addressType,
    address: text('streetNumberName'),
    unit: [building === '' ? '' : `BLDG ${building}`, apartment].filter((part) => part !== '').join(' '),
    city: text('city'),
    state: codeOf(text('stateAbbreviationDescriptor')),
    zip: text('postalCode'),
    latitude: text('latitude'),
    longitude: text('longitude'),
  };
}
