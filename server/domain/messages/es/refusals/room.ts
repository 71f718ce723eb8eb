import type { roomRefusals as inEnglish } from '../../en/refusals/room.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

export const roomRefusals = {
  'room.no-file': 'Envíe los bytes de un archivo como application/octet-stream.',
  'room.plans-enough': ({ most }) =>
    `Esta sala ya guarda ${grouped(most)} planes. Borre uno que ya no necesite y después cargue este.`,
  'room.plan-too-large': ({ hexes }) =>
    `Este archivo cubre más de ${grouped(hexes)} hexágonos, más que un estado. Cargue una parte.`,
  'room.plan-unknown': 'Esta sala no guarda ese plan.',
  'room.filing-unknown': 'Esto no es un informe vigente de la comisión estatal que usted pueda leer.',
  'room.filing-of-others': 'Este informe no dice nada de usted, así que no hay en él nada suyo que corregir.',
  'room.filing-newer':
    'El informe tiene una edición más nueva que la de esta corrección, o alguien ya la decidió entretanto. Lea la lista de nuevo; el proveedor puede corregir la edición más nueva.',
  'room.correction-waiting': 'Una corrección de este informe espera su decisión. Presente la siguiente después.',
  'room.correction-unknown': 'Aquí no hay esa corrección.',
  'room.correction-decided': 'Esta corrección ya está decidida. Una decisión no cambia.',
  'room.alert-address': 'Esto no es una dirección de correo. Escriba una sola, como nombre@example.org.',
  'room.alert-known': 'A esta dirección ya se le escribe. Deténgalo primero para cambiar su distancia o su idioma.',
  'room.alerts-enough': ({ most }) =>
    `Ya se escribe a ${grouped(most)} direcciones. Detenga una que ya no necesite y después añada esta.`,
  'room.alert-unknown': 'Esta sala no escribe a esa dirección.',
  'room.locations-elsewhere':
    'Las filas de este informe de la FCC no se guardan en este servidor, así que no puede dar los números de las ubicaciones. Quien lo administra puede importar los archivos otra vez.',
} satisfies typeof inEnglish;
