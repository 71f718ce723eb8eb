/** Small numbers and sizes in words, as the steps say them. */
const whole = new Intl.NumberFormat('en-US');

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${whole.format(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
