/** Calendar days as `YYYY-MM-DD` (ISO 8601), in UTC. */

export const DAY_MS = 86_400_000;

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Whether a text is an existing day: February 30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && dayOf(time) === text;
}

/** How many days later a day is; negative: earlier. */
export function daysFrom(day: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS);
}
