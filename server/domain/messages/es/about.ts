import type { AboutMessages } from '../en/about.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('es');

export const about = {
  reading: {
    title: 'Cómo leer este mapa',
    lead: 'Dos minutos, y podrá decir qué muestra y qué no.',
    parts: [
      [
        'Lea primero la oración',
        'Está sobre el número y dice qué estudiantes se cuentan: según las declaraciones de quién, a qué velocidad, con satélite o sin él. Cambie una palabra y cambian el número, el mapa y la lista.',
      ],
      [
        'El número',
        'Es de todo el estado, o del lugar que eligió. “Unos” quiere decir que se cambió en unos pocos estudiantes, para que no se pueda encontrar a nadie. Debajo dice según quién y de qué fecha.',
      ],
      [
        'Un hexágono',
        'Contiene muchos hogares, nunca uno. Más oscuro quiere decir más estudiantes por milla cuadrada. La tierra en blanco no tiene estudiantes, o ninguno a quien le falte lo que la oración pregunta.',
      ],
      [
        'Gris rayado',
        'Muy pocos estudiantes para mostrarlos, o ninguna familia respondió. No es cero, y no es buena noticia.',
      ],
      [
        'Construir, mejorar, conectar',
        'Construir: nadie vende ni internet lento. Mejorar: solo se vende internet lento. Conectar: se vende internet rápido y la familia no lo tiene. Verificar y preguntar son dudas abiertas: nadie las suma a una carencia.',
      ],
      [
        'Dos declaraciones',
        'Los proveedores dicen a la FCC, y a la comisión del estado, dónde venden. Donde no coinciden, el mapa lo dice, y cuenta la carencia solo donde todas coinciden.',
      ],
      [
        'Lo que no dice',
        'De quién es la casa. Por qué un proveedor no construyó. Qué piensan las familias que no respondieron. Los estudiantes sin residencia fija no están en ningún mapa.',
      ],
    ],
  },
  method: {
    title: 'Cómo se hacen los números',
    lead: 'Para periodistas, y para quien quiera comprobarlos. Al final usted mismo vuelve a calcular un número con archivos públicos.',
    parts: [
      [
        'Los distritos preguntan a las familias',
        'Siete preguntas, según un plan nacional: internet en casa, por qué no, de qué tipo, si alcanza, y tres sobre el dispositivo.',
      ],
      [
        'Los distritos quitan nombres y lugares',
        'En sus propias computadoras, antes de enviar nada. Una casa pasa a ser un hexágono de unos 180 acres; un estudiante, un seudónimo.',
      ],
      [
        'Las áreas se juntan',
        'Hasta que cada una tiene suficientes estudiantes en suficientes hogares. Cada número publicado es una suma de esas áreas. El hexágono más fino del mapa para todo el mundo tiene unas 2 millas cuadradas.',
      ],
      [
        'Las declaraciones dicen qué se vende',
        'Las de la FCC por ubicación, las de la comisión por área. Un hexágono está servido, en parte o no, a 25/3 y a 100/20.',
      ],
      [
        'Ambas cosas dan un remedio',
        'Lo que se vende y lo que dicen las familias deciden qué ayudaría: construir, mejorar, conectar, verificar, preguntar; y aparte, un dispositivo.',
      ],
      [
        'Los conteos se protegen',
        'Cada uno se cambia un poco, los pequeños se ocultan, y unos programas atacan la publicación antes de que salga.',
      ],
    ],
    example: 'Vuelva a calcular un número',
    exampleLead:
      'El número de estudiantes del estado es la suma de todas las áreas públicas. Ningún paso necesita que usted nos crea.',
    recipe: [
      'Descargue las áreas públicas como tabla. Una fila es un área.',
      'Donde hay más de mil, el encabezado “x-next-cursor” de la respuesta nombra la parte siguiente: pida otra vez con él como “cursor”.',
      'Abra la tabla en una hoja de cálculo y sume la columna “students”.',
      'Compare la suma con “totals”, “students” de la publicación.',
    ],
    patches: 'Áreas públicas (CSV)',
    release: 'La publicación (JSON)',
    compute: 'Hacerlo aquí',
    computing: 'Sumando.',
    failed: 'Los archivos no llegaron',
    computed: ({ places, sum, total }) =>
      `${plural(places, 'área', 'áreas')} suman ${plural(sum, 'estudiante', 'estudiantes')}. La publicación dice ${grouped(total)}.`,
    equal: 'Son iguales.',
    unequal: 'No son iguales. Por favor avise a la agencia: uno de los dos está mal.',
    write: 'Cuando escriba sobre esto',
    writeList: [
      'Diga “unos”, nombre la publicación y la fecha de las declaraciones.',
      'Una estimación “por proporción de ubicaciones” no es un conteo de niños. Diga que es una estimación.',
      'No sume “verificar” ni “preguntar” a quienes no tienen servicio: nadie lo sabe todavía.',
      'Un número oculto no es cero. No reste para hallarlo: también de eso se ocultó.',
    ],
    more: 'Cuánto se desvían los números',
    api: 'Cada dirección de la API',
  },
  accessibility: {
    title: 'Accesibilidad',
    lead: 'Qué se hizo para que todo el mundo pueda usar estas páginas, y qué no funciona todavía.',
    aim: 'La meta',
    aimWords:
      'WCAG 2.1, niveles A y AA. Un programa (axe) revisa las páginas en cada cambio: en un escritorio, en un teléfono, en oscuro y ampliadas al 400 %. Eso halla quizá la mitad de lo que puede estar mal.',
    works: 'Qué funciona',
    worksList: [
      'Cada página solo con el teclado. En el mapa, las flechas van de hexágono en hexágono, y cada uno se dice en voz.',
      'Todo lo que muestra el mapa, como tablas.',
      'Contraste, también en un tema oscuro y en uno de alto contraste; cada color tiene al lado un patrón o una palabra.',
      'El movimiento se detiene donde el sistema pide menos.',
      'Resúmenes y hojas para repartir como PDF etiquetado (PDF/UA-1), en inglés y en español.',
    ],
    fails: 'Qué no funciona',
    failsList: [
      'Nadie que use un lector de pantalla todos los días ha probado aún estas páginas.',
      'El dibujo del mapa no dice nada a un lector de pantalla: lo sustituyen el recorrido con teclas y las tablas.',
      'Dos mapas bajo un divisor: el segundo no tiene recorrido con teclas. La tabla de cambios dice lo mismo.',
      'Las diapositivas e imágenes de los resúmenes (PNG) no tienen texto. El PDF y la página lo tienen.',
      'Un hablante nativo no ha leído el español. No hay lengua de señas ni lectura fácil.',
      'Los PDF se revisaron con un programa, no con un lector de pantalla.',
    ],
    tell: 'Avísenos',
    tellWords:
      'Cuando algo le cierre el paso, escriba a la agencia que publicó este mapa. Es una falla, y queremos saberla.',
    table: 'El mapa como tablas',
  },
} satisfies AboutMessages;
