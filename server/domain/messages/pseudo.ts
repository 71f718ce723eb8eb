/** The pseudo-locale: every message of a catalog in brackets, so that a test finds words that come from no message. */

const OPEN = '⟦';
const CLOSE = '⟧';

export function pseudo<M>(messages: M): M {
  if (typeof messages === 'string') return bracketed(messages) as M;
  if (typeof messages === 'function')
    return ((...facts: unknown[]) => pseudo((messages as unknown as (...given: unknown[]) => unknown)(...facts))) as M;
  if (Array.isArray(messages)) return messages.map((message) => pseudo(message)) as M;
  if (typeof messages === 'object' && messages !== null)
    return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudo(message)])) as M;
  return messages;
}

/** Brackets each piece of a message with marks for links or choices, as each piece is a text of its own. */
function bracketed(text: string): string {
  return text
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.trim() === '' || piece.startsWith('<') ? piece : `${OPEN}${piece}${CLOSE}`))
    .join('');
}

/** The part of a text outside all brackets; empty if every word comes from a message. */
export function outsideOfMessages(text: string): string {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === OPEN) depth++;
    else if (sign === CLOSE) depth--;
    else if (depth === 0) outside += sign;
  }
  return outside.trim();
}
