import type { Language } from '../../domain/messages/language.ts';

/** Text of the forms around the questions. Plain words, for a person who is tired and owes us nothing. */
export interface FormWords {
  readonly title: string;
  readonly lead: string;
  readonly privacy: string;
  readonly student: string;
  readonly school: string;
  readonly grade: string;
  readonly tickOne: string;
  readonly goTo: (number: number) => string;
  readonly finished: string;
  readonly thanks: string;
  readonly noConnection: string;
}

export const FORM_WORDS: Readonly<Record<Language, FormWords>> = {
  en: {
    title: 'Learning at home: internet and devices',
    lead: 'A few short questions about one student. There are no wrong answers. You may leave any question empty.',
    privacy:
      'This form stays with your school district. The state gets answers without names, addresses or student numbers.',
    student: 'Student',
    school: 'School',
    grade: 'Grade',
    tickOne: 'Tick one box in each question.',
    goTo: (number) => `Go to question ${number}`,
    finished: 'You are done',
    thanks: 'Thank you. Please return this form to the school.',
    noConnection: 'Nothing connects your home? Then tick “No” in question 1.',
  },
  es: {
    title: 'Aprender en casa: internet y aparatos',
    lead: 'Unas preguntas breves sobre un estudiante. No hay respuestas incorrectas. Puede dejar en blanco cualquier pregunta.',
    privacy:
      'Este formulario se queda en su distrito escolar. El estado recibe las respuestas sin nombres, direcciones ni números de estudiante.',
    student: 'Estudiante',
    school: 'Escuela',
    grade: 'Grado',
    tickOne: 'Marque una casilla en cada pregunta.',
    goTo: (number) => `Pase a la pregunta ${number}`,
    finished: 'Ha terminado',
    thanks: 'Gracias. Por favor, devuelva este formulario a la escuela.',
    noConnection: '¿No hay ninguna conexión en su casa? Entonces marque “No” en la pregunta 1.',
  },
};

export interface PhoneWords {
  readonly title: string;
  readonly before: string;
  readonly beforeSteps: readonly string[];
  readonly opening: string;
  readonly howTo: string;
  readonly orElse: string;
  readonly ifYes: string;
  readonly ifLater: string;
  readonly ifNo: string;
  readonly whenAsked: string;
  readonly replies: readonly (readonly [asked: string, reply: string])[];
  readonly questions: string;
  readonly closing: string;
  readonly closingWords: string;
}

export const PHONE_WORDS: Readonly<Record<Language, PhoneWords>> = {
  en: {
    title: 'Telephone script: internet and devices at home',
    before: 'Before you call',
    beforeSteps: [
      'Speak with a parent or guardian, never with the child alone.',
      'Read the questions as they are written. Do not suggest an answer, and do not comment on one.',
      'Leave no answers on an answering machine, and do not say there what the call is about.',
    ],
    opening:
      'Good day, my name is ____ and I am calling from ____ school. We are asking every family about internet and devices for schoolwork at home, so that places without service can be connected. It takes about two minutes. Is now a good time?',
    howTo:
      'Read out the question and its answers. Write down the word in the box beside the answer they give, and go where its arrow points.',
    orElse: 'If they would rather not say, or do not know: leave it empty and go on.',
    ifYes: 'Yes: begin with question 1.',
    ifLater: 'Later: “When would be better?” Note the day and the hour.',
    ifNo: 'No: “That is fine, thank you for your time.” Note “declined”, leave all answers empty, and do not call again.',
    whenAsked: 'If you are asked',
    replies: [
      [
        'Why do you want to know?',
        'The state plans where internet is built. Only families can say where it is missing, costs too much or keeps stopping.',
      ],
      [
        'Who sees my answers?',
        'The school district. The state gets answers without names, addresses or student numbers, and publishes only sums of many families.',
      ],
      [
        'Will this change anything for my child?',
        'No. It has no effect on grades, benefits or services, whatever you answer.',
      ],
      ['Are you selling internet?', 'No. Nobody will call you to sell anything because of this.'],
      ['Do I have to answer?', 'No. You may skip any question or stop at any time.'],
    ],
    questions: 'The questions',
    closing: 'At the end',
    closingWords: 'Those were all the questions. Thank you very much, and have a good day.',
  },
  es: {
    title: 'Guion telefónico: internet y aparatos en casa',
    before: 'Antes de llamar',
    beforeSteps: [
      'Hable con la madre, el padre o la persona encargada; nunca con el niño a solas.',
      'Lea las preguntas tal como están escritas. No sugiera respuestas ni las comente.',
      'No deje respuestas en un contestador ni diga allí de qué trata la llamada.',
    ],
    opening:
      'Buenos días, me llamo ____ y llamo de la escuela ____. Estamos preguntando a todas las familias por el internet y los aparatos para las tareas en casa, para que se conecten los lugares sin servicio. Toma unos dos minutos. ¿Es buen momento?',
    howTo:
      'Lea la pregunta y sus respuestas. Anote la palabra del recuadro junto a la respuesta que le den y siga su flecha.',
    orElse: 'Si prefiere no contestar o no sabe: déjelo en blanco y siga.',
    ifYes: 'Sí: empiece por la pregunta 1.',
    ifLater: 'Más tarde: “¿Cuándo le conviene?” Anote el día y la hora.',
    ifNo: 'No: “Está bien, gracias por su tiempo.” Anote “no participa”, deje todas las respuestas en blanco y no vuelva a llamar.',
    whenAsked: 'Si le preguntan',
    replies: [
      [
        '¿Para qué lo quieren saber?',
        'El estado planea dónde se instala internet. Solo las familias saben dónde falta, cuesta demasiado o se corta.',
      ],
      [
        '¿Quién ve mis respuestas?',
        'El distrito escolar. El estado recibe las respuestas sin nombres, direcciones ni números de estudiante, y publica solo sumas de muchas familias.',
      ],
      [
        '¿Cambia algo para mi hijo?',
        'No. No afecta calificaciones, beneficios ni servicios, conteste lo que conteste.',
      ],
      ['¿Están vendiendo internet?', 'No. Nadie le llamará para venderle nada por esto.'],
      ['¿Tengo que contestar?', 'No. Puede saltarse cualquier pregunta o terminar cuando quiera.'],
    ],
    questions: 'Las preguntas',
    closing: 'Al final',
    closingWords: 'Esas eran todas las preguntas. Muchas gracias, que tenga un buen día.',
  },
};

/** The workbook's sheets of instructions. */
export const WORKBOOK_WORDS: Readonly<Record<Language, { readonly sheet: string; readonly lines: readonly string[] }>> =
  {
    en: {
      sheet: 'Instructions',
      lines: [
        'How to fill in the sheet “Answers”',
        'One row for each student. Keep the first row as it is.',
        'student_id: the number your district knows the student by. It becomes a key that only your district can make.',
        'address, unit, city, state, zip: where the student lives. With latitude and longitude they may stay empty, but the address tells which students live in one household.',
        'address_type: only where it says that a student has no fixed residence (shelter, doubled-up, hotel or motel, unsheltered). Such students are counted without a place.',
        'The answers: choose from the list, or write the words of the form in English or Spanish. Leave empty what was not answered: no answer is never taken for “Yes”.',
        'Ask only what applies: the column “asked when” of the sheet “Codes” says when.',
        'Do not send this file to anybody. Prepare it in Gapmap (“Prepare a file”): that runs on your computer, and takes names, numbers and addresses out before anything leaves your district.',
      ],
    },
    es: {
      sheet: 'Instrucciones',
      lines: [
        'Cómo llenar la hoja “Answers”',
        'Una fila por estudiante. Deje la primera fila como está.',
        'student_id: el número con que su distrito conoce al estudiante. Se convierte en una clave que solo su distrito puede hacer.',
        'address, unit, city, state, zip: dónde vive el estudiante. Con latitude y longitude pueden quedar en blanco, pero la dirección dice qué estudiantes viven en el mismo hogar.',
        'address_type: solo si indica que el estudiante no tiene vivienda fija (albergue, vivienda compartida, hotel o motel, sin techo). Esos estudiantes se cuentan sin lugar.',
        'Las respuestas: elija de la lista, o escriba las palabras del formulario en español o en inglés. Deje en blanco lo que no se contestó: sin respuesta nunca se toma por “Sí”.',
        'Pregunte solo lo que corresponde: la columna “asked when” de la hoja “Codes” dice cuándo.',
        'No envíe este archivo a nadie. Prepárelo en Gapmap (“Prepare a file”): eso ocurre en su computadora y quita nombres, números y direcciones antes de que nada salga de su distrito.',
      ],
    },
  };
