import { SAMPLES, sampleFacts } from './message-samples.ts';

/** A message of a catalog: words, or words of facts. */
export type Message = string | ((facts: never) => string);

/** The same in both languages: names, values of options, and words that happen to be alike. */
const ALIKE = new Set(
  'acres api byte bytes census ceds ctrl dos ed fi homeless internet total fcc frn gapmap host include json maxdown maxup mb nces no oct postgis server tippecanoe token utc utf windows west virginia state broadband initiative'.split(
    ' ',
  ),
);

/** Words of the English message that stand in the Spanish one as well. */
export function englishLeft(english: Message, spanish: Message): string[] {
  const said = new Set(ownWords(english));
  return ownWords(spanish).filter((word) => said.has(word) && !ALIKE.has(word));
}

/** The words of a message, without those of its facts, of commands and of names such as studentDirectories. */
function ownWords(message: Message): string[] {
  const { facts, read } = sampleFacts();
  const said = typeof message === 'string' ? message : (message as (given: unknown) => string)(facts);
  const given = [...read].flatMap((name) => stringsIn(SAMPLES[name])).sort((a, b) => b.length - a.length);
  return (
    given
      .reduce((rest, fact) => rest.replaceAll(fact, ' '), said)
      .replace(/`[^`]*`|--\S+|\S*[_.=/]\w\S*|\p{Ll}+\p{Lu}\p{L}*/gu, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  );
}

function stringsIn(fact: unknown): string[] {
  if (typeof fact === 'string') return [fact];
  return typeof fact === 'object' && fact !== null ? Object.values(fact).flatMap(stringsIn) : [];
}
