/** The package of a round. */
export const procurementRefusals = {
  'procurement.unknown': 'You have no such round or lot.',
};
