/**
 * That somebody went from here to prepare a file, as long as this tab is open: who comes back means to upload it. Neither page
 * tells the other more, and a browser that keeps nothing only asks once more to prepare.
 */
const PREPARING = 'gapmap.collect.preparing';

export function rememberPreparing(leaId: string): void {
  try {
    sessionStorage.setItem(PREPARING, leaId);
  } catch {
    // Nothing depends on it.
  }
}

export function wasPreparing(leaId: string): boolean {
  try {
    return sessionStorage.getItem(PREPARING) === leaId;
  } catch {
    return false;
  }
}
