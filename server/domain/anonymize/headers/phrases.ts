/** Column names as questions in forms, in English and Spanish: lower-case words without accents and signs. */
import type { OwnField } from '../fields.ts';

/** 2: as sure as the least common name in systems. */
const RANK = 2;

export function phraseNames(words: string): { readonly field: OwnField; readonly rank: number } | undefined {
  if (words === '' || words.length > LONGEST) return undefined;
  for (const [field, phrases] of PHRASES)
    if (phrases.some((phrase) => phrase.test(words))) return { field, rank: RANK };
  return undefined;
}

const LONGEST = 140;

const ASK =
  '(?:please|what|which|is|enter|type|write|provide|list|give|select|choose|the|your|his|her|their|my|each|cual|es|su|sus|el|la|escriba|ingrese|seleccione|indique|en|que)';
const STUDENT = '(?:students?|child|childs|children|pupil|scholar|learner|kid|s)';
const OF_STUDENT =
  '(?:de|del|el|la|su|sus|hijo|hija|hijo a|estudiante|estudiantil|alumno|alumna|alumno a|nino|nina|menor|escolar|o|a|of|for|the|your|student|child|s)';
const PLACE_WORD =
  '(?:home|house|residence|residential|primary|current|full|complete|physical|permanent|legal|family|household|street)';
const DE_CASA =
  '(?:de|del|la|su|el|casa|hogar|residencia|residencial|fisica|fisico|completa|completo|actual|particular|estudiante|alumno|familia|familiar|vivienda|donde|vive|calle|y|numero)';

const PHRASES: readonly (readonly [OwnField, readonly RegExp[]])[] = [
  [
    'student_id',
    [
      new RegExp(
        `^(?:${ASK} )*(?:${STUDENT} )+(?:(?:school|district|local|state|lunch|schooltool|powerschool|infinite|campus|skyward|aeries|synergy|official|unique|assigned|permanent|\\w+ digit) )*(?:id|ids|i d|identification|identifier|number)(?: (?:number|no|num|code|digits))*(?: ${OF_STUDENT})*$`,
      ),
      /^(?:school |district |local )?(?:id|identification)(?: number)? (?:of|for) (?:the |your )?(?:student|child|pupil)$/,
      new RegExp(
        `^(?:${ASK} )*(?:numero|no|num|nro|id|identificacion|codigo|clave|matricula)(?: (?:de|id|identificacion|identidad|matricula|numero))*(?: ${OF_STUDENT})* (?:estudiante|estudiantil|alumno|alumna|hijo|hija|escolar)(?: ${OF_STUDENT})*$`,
      ),
      /^(?:numero de )?matricula$/,
    ],
  ],
  [
    'grade_level',
    [
      new RegExp(
        `^(?:(?:in|current|present) |${ASK} )*(?:${STUDENT} )*(?:current |present )*(?:grade|grade level|grade in school)(?: (?:level|is|in|for|of|this|the|school|year|fall|spring|sy|20\\d\\d(?: \\d\\d)?|your|currently|enrolled|he|she|they|are|will|be|entering|next|does|attend\\w*)| ${STUDENT})*$`,
      ),
      /^(?:en que |cual es el |que )*(?:grado|nivel de grado|grado escolar)(?: (?:escolar|actual|de|del|en|el|la|que|esta|su|cursa|academico|estudiante|alumno|alumna|hijo|hija|nivel))*$/,
    ],
  ],
  [
    'address',
    [
      new RegExp(
        `^(?:${ASK} |${STUDENT} |${PLACE_WORD} |parent |guardian )*address(?: (?:line )?1)?(?: (?:where|at which) (?:the |your )?(?:student|child|family|you)(?: s)? (?:lives?|resides?|live|reside)(?: .*)?)?(?: of (?:the |your )?(?:student|home|residence|family|child))?$`,
      ),
      /^(?:house |street )?number and street(?: name)?$|^street (?:number and name|name and number)$|^calle y numero$/,
      new RegExp(`^(?:${ASK} )*(?:direccion|domicilio)(?: ${DE_CASA})*$`),
    ],
  ],
  [
    'unit',
    [
      /^(?:apt|apartment|unit|suite|apartamento|apto|depto|departamento|lot|lote|trailer)(?: (?:or|o|apt|unit|suite|lot|number|no|num|numero|if|applicable|any|de|apartamento))*$/,
    ],
  ],
  [
    'city',
    [
      new RegExp(`^(?:${ASK} |${STUDENT} |${PLACE_WORD} )*(?:city|town|city town|city or town|city of residence)$`),
      /^(?:ciudad|pueblo|municipio|localidad)(?: (?:de|del|la|residencia|hogar|casa|o|ciudad|pueblo|municipio))*$/,
    ],
  ],
  [
    'zip',
    [
      new RegExp(
        `^(?:${ASK} |${STUDENT} |${PLACE_WORD} |five |5 |digit )*(?:zip|zip code|postal code|zip postal code)(?: (?:of|the|home|residence|5|digits?))*$`,
      ),
      /^(?:codigo|zona) postal(?: (?:de|del|la|residencia|hogar|casa))*$/,
    ],
  ],
  [
    'latitude',
    [
      new RegExp(
        `^(?:${PLACE_WORD} |${STUDENT} |address |location |of |the )*latitude?(?: (?:of|the|home|student|residence|address|in|decimal|degrees|dd|y|wgs|wgs84|84)| ${DE_CASA})*$`,
      ),
    ],
  ],
  [
    'longitude',
    [
      new RegExp(
        `^(?:${PLACE_WORD} |${STUDENT} |address |location |of |the )*longitude?(?: (?:of|the|home|student|residence|address|in|decimal|degrees|dd|x|wgs|wgs84|84)| ${DE_CASA})*$`,
      ),
    ],
  ],
  ['household_id', [/^(?:numero|no|id|codigo) (?:de |del |de la )?(?:hogar|familia)$/]],
];
