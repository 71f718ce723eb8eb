/** The statuses one answer set comes down to. Source: CCSSO Home Digital Access Data Collection Blueprint (2020). */
export const HOME_STATUSES = [
  'connected',
  'inadequate',
  'unavailable',
  'unaffordable',
  'undesired',
  'other',
  'unanswered',
] as const;
export type HomeStatus = (typeof HOME_STATUSES)[number];

export const DEVICE_STATUSES = ['own', 'shared', 'unsuitable', 'none', 'unanswered'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];
