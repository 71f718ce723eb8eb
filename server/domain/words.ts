/** Numbers and times as readers in the United States write them. */

const whole = new Intl.NumberFormat('en-US');

/** "1,240" */
export function grouped(value: number): string {
  return whole.format(value);
}

/** "1 student", "1,240 students" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "812 bytes", "48 kB", "2.7 MB", "1.4 GB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' });

/** "Nov 9, 2026, at 4:02 PM UTC" */
export function momentInWords(time: Date): string {
  return `${day.format(time)}, at ${minute.format(time).replace(/\u202f/g, ' ')} UTC`;
}
