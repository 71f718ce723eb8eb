import type { RowMessages } from '../en/rows.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

export const rows = {
  problems: {
    fields: {
      name: 'Cantidad de valores equivocada',
      advice: 'Busque en esta línea un separador de más o unas comillas que falten.',
    },
    student_missing: {
      name: 'Sin número de estudiante',
      advice: 'Escriba el número del estudiante o deje fuera la fila.',
    },
    student_exponent: {
      name: 'Número de estudiante convertido en un exponente',
      advice:
        'Una hoja de cálculo acortó el número (1.23E+08). Escríbalo completo o exporte de nuevo con la columna como texto.',
    },
    student_date: {
      name: 'Número de estudiante convertido en una fecha',
      advice:
        'Una hoja de cálculo tomó el número por una fecha. Escriba el número o exporte de nuevo con la columna como texto.',
    },
    student_rounded: {
      name: 'Número de estudiante redondeado por una hoja de cálculo',
      advice:
        'Una hoja de cálculo guarda quince cifras y escribe ceros en lugar de las demás, como en todos los números largos de esta columna. Exporte de nuevo con la columna como texto.',
    },
    student_not_number: {
      name: 'No es un número de estudiante',
      advice:
        'Es una fórmula o no tiene ninguna cifra. Escriba el número del estudiante, elija otra columna o deje fuera la fila.',
    },
    duplicate: {
      name: 'Estudiante repetido, con otros datos',
      advice: 'Se conserva la primera fila. Deje fuera esta o corrija el número de estudiante.',
    },
    mailing_only: {
      name: 'Solo una dirección postal',
      advice: 'Diga si el estudiante vive ahí: entonces la dirección se toma por la vivienda. O deje fuera la fila.',
    },
    residence: {
      name: 'Tipo de dirección o de falta de vivienda que no se conoce',
      advice:
        'Diga si los estudiantes de este código tienen una vivienda o se cuentan sin lugar: en la página, junto al código; en el comando, con --residence CODE=none o CODE=home, o COLUMN:CODE=none cuando las columnas difieren.',
    },
    no_place: {
      name: 'Sin lugar para la vivienda',
      advice: 'Escriba la latitud y la longitud, elija un archivo de puntos de direcciones o deje fuera la fila.',
    },
    not_found: {
      name: 'Dirección que no está entre los puntos de direcciones',
      advice: 'Corrija la dirección, escriba la latitud y la longitud o deje fuera la fila.',
    },
    point_unreadable: {
      name: 'Coordenadas que no se pueden leer',
      advice: 'Escriba grados con punto decimal, como 38.3512.',
    },
    point_zero: {
      name: 'Coordenadas de cero',
      advice: 'Aquí el cero quiere decir “no se sabe”. Escriba el lugar o deje fuera la fila.',
    },
    point_swapped: {
      name: 'Latitud y longitud intercambiadas',
      advice: 'Acepte el cambio o escriba las dos de nuevo.',
    },
    point_sign: {
      name: 'Longitud sin su signo menos',
      advice: 'Acepte el signo menos o escriba la longitud de nuevo.',
    },
    outside_country: {
      name: 'Coordenadas fuera de los Estados Unidos',
      advice: 'Escriba el lugar de nuevo o deje fuera la fila.',
    },
    outside_state: {
      name: 'Coordenadas en otro estado',
      advice: 'Escriba el lugar de nuevo o deje fuera la fila.',
    },
    other_district: {
      name: 'Fila de otro distrito',
      advice:
        'Déjela fuera: cada distrito envía a sus propios estudiantes. Si el estudiante es suyo, escriba su propio número de distrito.',
    },
    grade: {
      name: 'Grado que no se conoce',
      advice: 'Acepte la sugerencia, elija un grado o déjelo vacío; la fila se conserva sin él.',
    },
    answer: {
      name: 'Respuesta que no se conoce',
      advice: 'Elija una de las respuestas o déjela vacía; la fila se conserva sin ella.',
    },
  },
  unjoined: {
    student_missing: 'Sin número de estudiante',
    student_exponent: 'Número de estudiante convertido en un exponente por una hoja de cálculo',
    student_date: 'Número de estudiante convertido en una fecha por una hoja de cálculo',
    student_not_number: 'No es un número de estudiante, sino por ejemplo un nombre',
    fields: 'Cantidad de valores equivocada',
    unknown: 'Ningún estudiante de la exportación tiene este número',
    again: 'El estudiante respondió más de una vez, y cuenta una fila posterior',
    again_untimed: 'El estudiante respondió más de una vez, y ninguna columna dice cuándo: cuenta la primera fila',
    again_open:
      'El estudiante respondió más de una vez, y las fechas no dicen si va primero el mes o el día: se tomó primero el mes',
    unanswered: 'Sin respuesta en el archivo de respuestas',
  },
  notes: {
    several: 'Varias respuestas en una celda',
    damaged: 'Número cambiado por una hoja de cálculo',
    no_time: 'Respondido de nuevo, a una hora que no se puede leer',
    far: 'Vivienda a más de 50 millas del centro de las demás',
  },
  noteAdvice: {
    several: 'Se contradicen y no cuenta ninguna.',
    several_barrier: 'Cuenta “Not Available” si está marcada; si no, la primera.',
    several_best: 'Cuenta la que mejor sirve.',
    damaged:
      'No se lee: una hoja de cálculo lo acortó (1.2E+04), lo tomó por una fecha (12-Mar) o lo ocultó (#####). El hogar se distingue por los demás datos. Exporte de nuevo con la columna como texto.',
    no_time: 'Cualquier otra fila del estudiante cuenta como la posterior. Escriba la hora así: 2026-09-01 08:00.',
    far: 'Se conserva tal como está. Compruebe que el lugar sea correcto y, si no lo es, corríjalo en su propio archivo.',
  },
  onePlace: ({ students, placed, points }) =>
    `${grouped(students)} de ${grouped(placed)} estudiantes con un lugar están ${points === 1 ? 'en un mismo punto' : `en solo ${grouped(points)} puntos`}. A menudo es una escuela, una parada de autobús o una oficina, y no donde viven. ¿De veras viven ahí, como en una torre de apartamentos o una residencia?`,
  sparse: ({ hexagons, sparse, few, students }) => {
    if (hexagons === 0) return 'Ningún estudiante de este archivo tiene un lugar en el mapa.';
    const all = `Las viviendas de este archivo están en ${plural(hexagons, 'hexágono', 'hexágonos')} de unos 180 acres${agree(hexagons, '', ' cada uno')}.`;
    if (sparse === 0)
      return `${all} ${agree(hexagons, 'Tiene', 'Cada uno tiene')} al menos ${few} hogares del archivo.`;
    const which =
      sparse < hexagons
        ? plural(sparse, 'de ellos tiene', 'de ellos tienen')
        : agree(hexagons, 'Tiene', 'Todos tienen');
    return `${all} ${which} menos de ${few} hogares del archivo; ${plural(students, 'estudiante vive', 'estudiantes viven')} ahí. De un hexágono así no se publica nada por separado: sus estudiantes se cuentan solo en áreas mayores, junto con sus vecinos.`;
  },
  list: {
    file: 'archivo',
    line: 'línea',
    column: 'columna',
    problem: 'problema',
    found: 'lo que hay',
    whatToDo: 'qué hacer',
    leftOut: 'queda fuera',
    what: 'qué pasa',
    files: { export: 'exportación', answers: 'respuestas' },
    row: 'fila',
    answer: 'respuesta',
    nothing: 'nada',
    nameless: ({ columnNumber }) => `columna ${columnNumber}`,
  },
} satisfies RowMessages;
