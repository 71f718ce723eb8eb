/** A message whose marks stand for elements of the page: `<name/>` for one, `<name>…</name>` for one around some words. */
import { Fragment, type ReactNode } from 'react';

export interface SaidProps {
  readonly message: string;
  /** By name of the mark; a function receives the words inside. */
  readonly parts: Readonly<Record<string, ReactNode | ((inner: string) => ReactNode)>>;
}

const MARK = /<(\w+)\/>|<(\w+)>(.*?)<\/\2>/g;

export function Said({ message, parts }: SaidProps) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const mark of message.matchAll(MARK)) {
    pieces.push(message.slice(from, mark.index));
    const part = parts[mark[1] ?? mark[2] ?? ''];
    pieces.push(typeof part === 'function' ? part(mark[3] ?? '') : part);
    from = mark.index + mark[0].length;
  }
  pieces.push(message.slice(from));
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message keep their order
  return pieces.map((piece, number) => <Fragment key={number}>{piece}</Fragment>);
}
