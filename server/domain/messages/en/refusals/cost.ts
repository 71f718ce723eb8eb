/** Why an estimate of costs is not made. */
export const costRefusals = {
  'cost.order': ({ name }: { name: string }) =>
    `The low case of ${name} may not be dearer than the median one, nor that than the high one.`,
  'cost.scenario-unknown': 'There is no such saved scenario. It may have been deleted.',
};
