const ANSWERS = ['text/html', 'application/json', 'application/problem+json'];

/** Whether an Accept header names a page before JSON. False if it names neither, such as a script's. */
export function prefersPage(accept = ''): boolean {
  const named = accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { type, weight: Number(weight) };
    })
    .filter(({ type, weight }) => ANSWERS.includes(type) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return named[0]?.type === 'text/html';
}
