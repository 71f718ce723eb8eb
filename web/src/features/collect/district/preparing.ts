/**
 * Remembers, while this tab is open, that somebody left to prepare a file: on return they mean to upload it. The two pages
 * exchange nothing else. A browser that keeps nothing only asks again to prepare.
 */
const PREPARING = 'gapmap.collect.preparing';

export function rememberPreparing(leaId: string): void {
  try {
    sessionStorage.setItem(PREPARING, leaId);
  } catch {
    // Failure does not matter.
  }
}

export function wasPreparing(leaId: string): boolean {
  try {
    return sessionStorage.getItem(PREPARING) === leaId;
  } catch {
    return false;
  }
}
