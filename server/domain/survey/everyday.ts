/**
 * Answers as families and secretaries write them without codes. Compared like codes: ignoring case, accents,
 * spaces and signs.
 */
import type { Question } from '../survey.ts';

type WordsOf = { readonly [Q in Question]?: Readonly<Record<string, readonly string[]>> };

/** Unambiguous: read like the code. */
export const SYNONYMS: WordsOf = {
  barrier: {
    'Not Available': [
      ...['not available at address', 'not available at my address', 'not available here', 'not available in area'],
      ...['not available in our area', 'no service', 'no service available', 'no service at address', 'unavailable'],
      ...['no disponible', 'no está disponible', 'no hay servicio', 'no disponible en nuestra área', 'no se ofrece'],
      ...['not in our area', 'not offered', 'not offered here', 'no provider', 'no internet available'],
    ],
    'Not Affordable': [
      ...[
        'too expensive',
        'expensive',
        'cost',
        'costs',
        'too costly',
        'costs too much',
        'cannot afford',
        'can’t afford',
      ],
      ...['cannot afford it', 'can’t afford it', 'cant afford', 'unaffordable', 'affordability', 'muy caro'],
      ...['demasiado caro', 'cuesta mucho', 'no lo podemos pagar', 'no podemos pagarlo', 'no es asequible'],
    ],
    'Not Desired': [
      ...[
        'don’t want it',
        'do not want it',
        'don’t want',
        'do not want',
        'not wanted',
        'not interested',
        'no interest',
      ],
      ...['no lo queremos', 'no lo quiero', 'no nos interesa', 'no me interesa', 'no deseado', 'no lo necesitamos'],
      ...['no need', 'not needed', 'don’t need it', 'do not need it'],
    ],
  },
  internet_type: {
    'Residential Broadband': [
      ...['cable internet', 'fiber optic', 'fixed wireless', 'home broadband', 'home internet'],
      ...[
        'banda ancha',
        'banda ancha residencial',
        'fibra',
        'fibra óptica',
        'internet residencial',
        'internet por cable',
      ],
    ],
    'Cellular Network': [
      'cellular data',
      'mobile data',
      'phone data',
      'data plan',
      'LTE',
      'datos móviles',
      'red celular',
    ],
    'Hot Spot': [
      'mobile hotspot',
      'school hotspot',
      'school provided hotspot',
      'district hotspot',
      'MiFi',
      'punto de acceso',
      'punto de acceso móvil',
    ],
    Satellite: ['Starlink', 'HughesNet', 'Viasat', 'satellite internet', 'satelital', 'internet satelital'],
    Unknown: ['don’t know', 'do not know', 'not sure', 'unsure'],
  },
  performance: {
    Sometimes: ['some of the time', 'not always', 'on and off', 'inconsistent'],
  },
  device: {
    'Desktop Computer': ['desktop PC'],
    'Laptop Computer': ['MacBook', 'notebook computer', 'laptop PC', 'portátil'],
    Tablet: ['iPad', 'Apple iPad', 'Android tablet', 'Kindle Fire', 'Fire tablet'],
    Smartphone: ['phone', 'iPhone', 'mobile phone', 'Android phone', 'celular', 'teléfono', 'teléfono inteligente'],
    None: ['no device', 'ninguno', 'ninguna', 'sin dispositivo'],
  },
  device_access: {
    Shared: [
      'shared device',
      'shared with sibling',
      'shared with siblings',
      'shared with family',
      'shares with siblings',
      'compartido',
      'compartida',
      'se comparte',
    ],
    'Not Shared': ['no compartido', 'no se comparte', '1:1', 'one to one', 'unshared', 'dedicated', 'own device'],
    Unknown: ['don’t know', 'do not know', 'not sure', 'unsure'],
  },
  device_provider: {
    Personal: [
      'de la familia',
      'familia',
      'propio',
      'propia',
      'personally owned',
      'personal device',
      'family',
      'family owned',
      'parent',
      'parents',
      'own',
      'owned',
    ],
    School: [
      'escuela',
      'de la escuela',
      'la escuela',
      'distrito',
      'del distrito',
      'school issued',
      'school provided',
      'school owned',
      'district',
      'district issued',
      'district provided',
    ],
  },
};

/** Likely meanings: suggested for a person to accept. */
export const LIKELY: WordsOf = {
  internet_access: {
    true: ['-1', 'yes but unreliable', 'yes but slow', 'yes sometimes', 'yep', 'yeah'],
    false: ['none', 'nope', 'no internet', 'not at home'],
  },
  barrier: {
    'Not Affordable': ['price', 'money', 'bill', 'financial'],
    'Not Available': ['too far out', 'no coverage', 'no signal'],
  },
  internet_type: {
    'Residential Broadband': ['Wi-Fi', 'wireless', 'router'],
    'Cellular Network': ['phone', 'cell phone', 'mobile', '4G', '5G'],
  },
  performance: {
    Yes: ['good', 'works well', 'fine', 'great', 'well'],
    Sometimes: ['yes some issues', 'yes but slow', 'slow', 'ok', 'okay', 'fair', 'so so', 'unreliable', 'intermittent'],
    No: ['no buffering', 'no too slow', 'poor', 'bad', 'very slow', 'poorly', 'never'],
  },
  device: {
    'Laptop Computer': ['computer', 'school computer', 'notebook'],
    Smartphone: ['mobile', 'cell'],
  },
  device_access: {
    Shared: ['yes', 'y', 'siblings', 'family'],
    'Not Shared': ['no', 'n', 'personal', 'own'],
  },
  device_provider: {
    Personal: ['home', 'mine', 'student owned'],
    School: ['1:1', 'issued', 'loaner'],
  },
};
