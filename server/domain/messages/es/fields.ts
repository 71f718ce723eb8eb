import type { FieldMessages } from '../en/fields.ts';
import { questions } from './questions.ts';

const PART_OF_ADDRESS = 'parte de la dirección, que pasa a formar parte de un seudónimo del hogar; se queda aquí';
const ANSWER = 'el código estándar de la respuesta';

export const fields = {
  student_id: { name: 'Número de estudiante', becomes: 'un seudónimo; el número mismo se queda aquí' },
  address: { name: 'Dirección', becomes: 'parte de un seudónimo del hogar; la dirección misma se queda aquí' },
  house_number: {
    name: 'Número de la casa, cuando la calle va aparte',
    becomes: 'parte de un seudónimo del hogar; el número mismo se queda aquí',
  },
  number_prefix: { name: 'Antes del número de la casa (N6W2)', becomes: PART_OF_ADDRESS },
  number_suffix: { name: 'Después del número de la casa (B, 1/2)', becomes: PART_OF_ADDRESS },
  street_modifier: { name: 'Antes del nombre de la calle: una palabra como Old', becomes: PART_OF_ADDRESS },
  street_direction: { name: 'Antes del nombre de la calle: dirección cardinal', becomes: PART_OF_ADDRESS },
  street_pretype: { name: 'Antes del nombre de la calle: tipo (County Road)', becomes: PART_OF_ADDRESS },
  street_separator: { name: 'Antes del nombre de la calle: palabras de enlace (of the)', becomes: PART_OF_ADDRESS },
  street_type: { name: 'Después del nombre de la calle: tipo (St, Rd)', becomes: PART_OF_ADDRESS },
  street_postdirection: { name: 'Después del nombre de la calle: dirección cardinal', becomes: PART_OF_ADDRESS },
  street_postmodifier: {
    name: 'Después del nombre de la calle: una palabra como Extension',
    becomes: PART_OF_ADDRESS,
  },
  unit_type: { name: 'Tipo de unidad (Apt, Lot)', becomes: PART_OF_ADDRESS },
  unit: { name: 'Apartamento o unidad', becomes: 'parte de un seudónimo del hogar; la unidad misma se queda aquí' },
  city: { name: 'Ciudad', becomes: 'parte de un seudónimo del hogar; la ciudad misma se queda aquí' },
  state: { name: 'Estado de la dirección', becomes: 'se usa para comparar la dirección; se queda aquí' },
  zip: { name: 'Código postal', becomes: 'parte de un seudónimo del hogar; el código postal mismo se queda aquí' },
  latitude: { name: 'Latitud', becomes: 'un hexágono de unos 180 acres; la coordenada misma se queda aquí' },
  longitude: { name: 'Longitud', becomes: 'un hexágono de unos 180 acres; la coordenada misma se queda aquí' },
  point: {
    name: 'Latitud y longitud en una columna',
    becomes: 'un hexágono de unos 180 acres; el punto mismo se queda aquí',
  },
  address_type: {
    name: 'Tipo de dirección',
    becomes: 'distingue a los estudiantes sin vivienda fija, que se cuentan sin lugar; el tipo mismo se queda aquí',
  },
  homeless: {
    name: 'Falta de vivienda',
    becomes: 'distingue a los estudiantes sin vivienda fija, que se cuentan sin lugar; lo que dice se queda aquí',
  },
  household_id: { name: 'Número de hogar', becomes: 'un seudónimo del hogar; el número mismo se queda aquí' },
  grade_level: { name: 'Grado', becomes: 'un código de grado' },
  answered_at: {
    name: 'Cuándo se respondió',
    becomes: 'dice qué respuestas de un estudiante son las últimas; la hora misma se queda aquí',
  },
  district: { name: 'Distrito (LEAID)', becomes: 'el distrito, para dejar fuera las filas de otros' },
  internet_access: { name: questions.names.internet_access, becomes: ANSWER },
  barrier: { name: questions.names.barrier, becomes: ANSWER },
  internet_type: { name: questions.names.internet_type, becomes: ANSWER },
  performance: { name: questions.names.performance, becomes: ANSWER },
  device: { name: questions.names.device, becomes: ANSWER },
  device_access: { name: questions.names.device_access, becomes: ANSWER },
  device_provider: { name: questions.names.device_provider, becomes: ANSWER },
} satisfies FieldMessages;
