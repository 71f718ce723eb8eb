/** The commission's workbench. */
export const workbenchRefusals = {
  'workbench.no-filing': 'No filing of these names is loaded that you may read.',
  'workbench.no-note': 'There is no such note that still stands.',
  'workbench.no-provider': 'No filing that you may read names this provider at this speed.',
  'workbench.day': ({ day }: { day: string }) => `${day} is no day. Write it as 2026-12-31.`,
  'workbench.doubt-of-whom': 'A doubt is about one provider: say which.',
  'workbench.window': 'A window closes on the day it opens or later.',
};
