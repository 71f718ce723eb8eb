/**
 * People's own column names for the seven questions, beyond the shared vocabularies and our own wording, which are in
 * `survey/column.ts`. Matches whole names, not words within them: "Internet use agreement" and "Device serial number" are
 * no answers of a family.
 */
import { questionOfColumn } from '../../survey/column.ts';
import { QUESTIONS, type Question } from '../../survey.ts';
import { plainWords, wordsOf } from './header-text.ts';
import { questionAsked } from './question-asked.ts';

/** 0: a name of the vocabularies or of our forms; 1: an everyday name; 2: a question in other words. */
export function questionNamed(name: string): { readonly field: Question; readonly rank: number } | undefined {
  const text = name.replace(NUMBERED, '');
  const exact = questionOfColumn(name) ?? questionOfColumn(text);
  if (exact) return { field: exact, rank: 0 };
  const words = plainWords(text);
  const spaced = wordsOf(text);
  const field = QUESTIONS.find((question) => EVERYDAY[question].test(words) || EVERYDAY[question].test(spaced));
  if (field) return { field, rank: 1 };
  const asked = questionAsked(words) ?? questionAsked(spaced);
  return asked && { field: asked, rank: 2 };
}

/** "Q1: ", "Question 2. ", "3) ". */
const NUMBERED = /^\s*(?:(?:q|question|pregunta)\s*\d+[a-z]?\s*[.:)-]?\s*|\d+\s*[.:)]\s+)/i;

const NET = '(?:internet|wi ?fi|broadband)(?: access| service| connection| connectivity)?';
const AT_HOME = '(?:(?:at|in) )?(?:(?:the|your|their) )?(?:student s )?(?:home|house|household|residence)';
const SOMEBODY = '(?:you|they|the student|the family|the household|your (?:child|student|family|household))';
const DEVICE = '(?:(?:the|this|your|a) )?(?:primary |main |home |learning )*(?:device|computer|laptop)';

/** Whole names, in lower case without accents and signs. */
const EVERYDAY: Readonly<Record<Question, RegExp>> = {
  internet_access: oneOf(
    `(?:do(?:es)? ${SOMEBODY} (?:currently )?have )?(?:reliable )?${NET}(?: available)? ${AT_HOME}(?: access)?`,
    `(?:has|have|home|household)(?: home)? ${NET}(?: y n| yes no)?`,
    `(?:is|whether) there (?:is )?(?:reliable )?${NET} ${AT_HOME}`,
    '(?:tiene|hay) (?:acceso a )?internet en (?:su |la )?casa',
    'internet en (?:su |la )?casa',
  ),
  barrier: oneOf(
    `(?:${NET} )?barriers?(?: to (?:home )?${NET})?(?: ${AT_HOME})?`,
    `(?:if (?:no|not|none) )?why (?:not|no ${NET}|there is (?:none|no ${NET})|is there no ${NET}|do ${SOMEBODY} not have ${NET})(?: ${AT_HOME})?`,
    `(?:main |primary )?reasons? (?:for |there is |of )?(?:no|not having|lack of|without) ${NET}(?: ${AT_HOME})?`,
    'what stands in the way',
    '(?:por que no|razon|motivo).* internet(?: en (?:su |la )?casa)?',
  ),
  internet_type: oneOf(
    `(?:what )?(?:kind|type) of (?:home )?(?:${NET}|connection)(?: .*${AT_HOME})?`,
    `(?:home )?(?:${NET}|connection) (?:type|kind)`,
    'what (?:kind|type)(?: it is| is it)?',
    `how do(?:es)? ${SOMEBODY} connect(?: to (?:the )?internet)?(?: ${AT_HOME})?`,
    'tipo de (?:internet|conexion)(?: en (?:su |la )?casa)?',
  ),
  performance: oneOf(
    `(?:home )?(?:${NET}|connection) (?:performance|quality|reliability)`,
    `how well does (?:it|(?:(?:the|your) )?(?:home )?(?:${NET}|connection)) (?:work|perform)(?: ${AT_HOME})?`,
    `(?:(?:whether|does) )?(?:it|(?:(?:the|your) )?${NET}) works? well(?: enough)?`,
    `is (?:the|your|their) (?:home )?(?:${NET}|connection) (?:reliable|good enough|fast enough)`,
    `can ${SOMEBODY} (?:stream|watch) .*video.*`,
  ),
  device: oneOf(
    `${DEVICE} (?:used most|most used|used(?: ${AT_HOME})?|${AT_HOME}|for learning|to learn on|for (?:home|school) ?work)`,
    '(?:primary|main|learning|home|primary learning) device(?: type)?|device type',
    `(?:what|which) (?:kind of |type of )?(?:device|computer) do(?:es)? ${SOMEBODY} use.*`,
    'what the student learns on',
    'aparato(?: principal| que usa.*)?',
  ),
  device_access: oneOf(
    'shared(?: device| or not| y n)?',
    `(?:is )?(?:it|${DEVICE}) (?:is )?shared(?: or not| y n)?(?: with .*)?`,
    `(?:do(?:es)? )?${SOMEBODY} shares? ${DEVICE}(?: with .*)?`,
    '(?:own or shared|shared or own) device',
    'whether that is shared',
    'compartido|aparato compartido',
  ),
  device_provider: oneOf(
    '(?:device )?provider',
    `(?:who|what) (?:provides|provided|owns|gave) (?:it|${DEVICE})`,
    'whose (?:(?:device|computer|laptop) )?(?:is it|it is|is the (?:device|computer))',
    `where (?:(?:is|does|did) )?(?:(?:it|${DEVICE}) )?(?:is |come |comes )?from`,
    `${DEVICE} (?:owner|ownership|source|from)`,
    'de quien es(?: el aparato)?',
  ),
};

function oneOf(...names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`);
}
