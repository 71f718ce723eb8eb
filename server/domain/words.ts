/** Numbers as readers in the United States write them. */

const whole = new Intl.NumberFormat('en-US');

/** "1,240" */
export function grouped(value: number): string {
  return whole.format(value);
}

/** "1 student", "1,240 students" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
