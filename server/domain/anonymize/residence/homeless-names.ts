/**
 * Names of columns about homelessness. Systems keep it in many forms: a flag, a code of the nighttime residence, the dates
 * of a program, a youth without a guardian. Accepts any name about it, in any word order, with any prefix, in English or
 * Spanish: a false match costs a question, a missed one sends where a homeless student sleeps. Words: McKinney-Vento Act, 42
 * USC 11434a; CEDS 000146, 000149; names of PowerSchool, Infinite Campus, Aeries, eSchoolPlus, Synergy and CALPADS.
 */
import { LONGEST_NAME, plainWords, wordsOf } from '../headers/header-text.ts';

/**
 * Kind of a column's values by its name. `flag`: yes or no. `code`: a kind of residence, possibly abbreviated.
 * `presence`: any value means no fixed residence, as the name of a shelter does. `period`: the day it ended.
 * `housed`: "permanent housing", "not homeless", where yes means the opposite.
 */
export type HomelessColumn = 'flag' | 'code' | 'presence' | 'period' | 'housed';

/** @returns undefined for a column not about homelessness, or not the student's own */
export function homelessColumn(name: string): HomelessColumn | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const words = `${wordsOf(name)} | ${plainWords(name)}`;
  if (!TELLS.some((tells) => tells.test(words)) || isOfOthers(words)) return undefined;
  if (ENDS.test(words)) return 'period';
  if (HOUSED.test(` ${words}`)) return 'housed';
  if (/\b(names?|address|street|location|site|facility|nombre|direccion)\b/.test(words)) return 'presence';
  return CODED.test(words) ? 'code' : 'flag';
}

const TEMPORARY = '(?:temp|temporary|temporarily|temporal|transitional|transitory|emergency|interim)';
const LIVING = '(?:hous(?:e|ed|ing)|living|residen\\w*|lodging|accommodations?|dwelling|home|shelter\\w*)';

const TELLS: readonly RegExp[] = [
  // Not "home lesson".
  /homeless(?!on)|\bhomeles\b|\bhomles|\bhmls|\bhmless|\bhmlss/,
  /mckinn?e?y|\bmckv|\bmkv|\bm ?c? ?k v\b|\bvento\b/,
  /\bm ?v (?:status|code|cd|flag|ind\w*|elig\w*|student|program|yn|y n|residence|type|id\w*|qualif\w*|served|act)\b/,
  /\bmv(?:status|code|flag|ind|eligible|student|type|yn)\b|^(?:(?:is|stu|student) )*m ?v \|/,
  /night ?time (?:re|dw|sta|li|sl|ho|ac|lo|sh|pl|ad|co|cd|ty)|nighttimeres|\bnight(?:ly)? (?:residen|dwelling|stay|lodging)|\bnightres/,
  /\b(?:residen\w*|sleeps?|stays?|lives?) (?:at|during|in) (?:the )?night\b/,
  /\bsleep(?:s|ing)? in (?:an? |the |their )*(?:cars?|vehicles?|shelters?|parks?|street|(?:ho|mo)tels?|tents?|vans?|garages?|public)\b/,
  /\bdonde (?:\w+ )*(?:duerm\w*|pasa\w* la noche|vive\w* (?:ahora|actualmente)|se (?:queda|hospeda|aloja)\w*)|\bduerme en\b|\bpernoct/,
  new RegExp(`\\b${TEMPORARY} ${LIVING}\\b(?! address)`),
  /temp(?:orary)?hous|transitionalhous/,
  /\bsth(?: (?:status|code|flag|ind|type))? \|/,
  /shelter/,
  /doubled? ?up|couch ?surf|\bunhoused\b|\bnot housed\b/,
  /^(?:(?:lives?|living|staying|in|a|student) )*(?:hotels?|motels?)(?: (?:or )?(?:hotels?|motels?))?(?: name)? \|/,
  /\bunaccompanied\b|unaccompaniedyouth|\buhy\b/,
  /\b(?:famil(?:y|ies)|kids|students?|children|youth) in transition\b/,
  /\bhous\w* (?:in|un)(?:secur|stab)|\b(?:in|un)?(?:secure|stable|stably|adequate|adequately) hous|\bpermanent(?:ly)? hous|^(?:(?:student|is|currently) )*housed \||\b(?:live|lives|living|sleep|sleeps|stay|stays) in (?:your|their|our|my|his|her|its) own (?:home|house)\b|\binadequate residence\b|\bsubstandard hous/,
  /\bawaiting foster\b|\btitle (?:x|10)\b|\btitle (?:ix|9) (?:part )?a\b/,
  /\b(?:no|not|lacks?|lacking|without) (?:a )?fixed\b|\bfixed (?:regular|residence|nighttime)\b/,
  /\b(?:sin|falta de) (?:hogar|techo|vivienda|casa|domicilio|residencia)\b|\bsinhogar|\bsintecho/,
  /\b(?:vivienda|residencia|alojamiento|hospedaje|domicilio|hogar|estadia) (?:nocturn|tempora|transitori|provisional|compartid|inestable|inadecuad)/,
  /viviendatemporal|residencianocturna/,
  /(?:^|\| )where (?:does|do|is|are|did)\b.*\b(?:living|sleep|sleeping|stay|staying|live (?:now|currently|presently))\b(?: (?:now|currently|presently|at night|tonight))* ?(?:\||$)/,
  /\b(?:live|lives|living|stay\w*) with (?:another|other) (?:famil\w*|people|relatives)|\bloss of housing\b|\beconomic hardship\b|\beviction\b|\brunaway\b/,
  /albergue|\brefugios?\b|desamparad|deambulante|situacion de (?:la )?calle|\bno acompanad/,
];

/** A liaison's telephone, a drill, an animal: additional words that change the meaning. */
function isOfOthers(words: string): boolean {
  if (/\b(?:phone|telephone|telefono|cell|fax|e ?mail|email|correo|url|website)\b/.test(words)) return true;
  if (
    /\b(?:volunteer\w*|hours|drill|training|course|essay|donation\w*|fundrais\w*|club|sheltered instruction|sheltered english|pet|animal|dog|cat|humane|travel|trip|permission)\b/.test(
      words,
    )
  )
    return true;
  if (/\bshelter ?in ?place|\b(?:storm|tornado|bomb|fallout|bus|picnic|rain|evacuation|tax) ?shelter/.test(words))
    return true;
  const isContact = /\b(?:liaison|contact|coordinator|counselor|case ?worker|case ?manager|advocate|enlace)\b/.test(
    words,
  );
  return isContact && !/\b(?:status|determin\w*|identif\w*|verif\w*|confirm\w*|elig\w*|flag|yn|y n)\b/.test(words);
}

const ENDS =
  /\b(?:end(?:ed|ing|s)?|exit(?:ed)?|expir\w*|terminat\w*|closed?|thru|until|through|fin|salida)\b(?: \w+)? (?:date|dt|day|on)\b|\b(?:date|dt|day|fecha)(?: \w+)? (?:end(?:ed)?|exit(?:ed)?|expir\w*|fin|salida|until)\b|(?:end|exit)(?:date|dt)\b/;

const HOUSED =
  /(?<!\b(?:no|not|non|lacks?|lacking|without)(?: an?)?) \b(?:fixed (?:regular|residence|nighttime)|(?:permanent(?:ly)?|stabl[ey]|secure|adequate(?:ly)?) hous)|\b(?:not|non) (?:currently )?homeless\b|(?<=[ |])(?:student |is |currently )*housed \||\b(?:live|lives|living|sleep|sleeps|stay|stays) in (?:your|their|our|my|his|her|its) own (?:home|house)\b/;

const CODED =
  /\b(?:code|cd|codes|type|typ|desc\w*|residen\w*|res|dwelling|reason|category|cat|situation|arrangement|living|night ?\w*|kind|codigo|tipo|residencia)\b|(?:code|cd|type|residence|nighttimeres)\b/;
