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

const momentUtc = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** "Nov 9, 2026, 4:02 PM UTC" */
export function momentInWords(time: Date): string {
  return `${momentUtc.format(time).replace(/\u202f/g, ' ')} UTC`;
}
