/** Land already paid for. */
export const fundedRefusals = {
  'funded.empty': 'The file holds no area. Lines and points say nothing of land: buffer them first.',
};
