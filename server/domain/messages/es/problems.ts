import type { ProblemMessages } from '../en/problems.ts';

export const problems = {
  titles: {
    400: 'No se entendió',
    401: 'Se necesita un token',
    403: 'Usted no puede leer esto',
    404: 'No se encontró',
    409: 'En conflicto',
    410: 'Retirado',
    413: 'Demasiado grande',
    415: 'No es de este tipo',
    422: 'No se puede hacer',
    429: 'Demasiadas solicitudes',
    503: 'Todavía no está listo',
  },
  unexpected: 'Inesperado',
  toDo: 'Qué hacer',
  collections: 'Recolecciones',
  map: 'El mapa',
  forHelpers: ({ status, code }) => `Para quien le ayude: ${status}, ${code}`,
  signIn: 'Iniciar sesión',
  notSignedIn: {
    title: 'Nadie ha iniciado sesión',
    toDo: 'Empiece otra vez en la página de inicio de sesión. Si no sirve, pregunte a quien administra Gapmap.',
  },
  needsSignIn: {
    title: 'Esta página necesita que inicie sesión',
    toDo: 'Inicie sesión y vuelva aquí.',
  },
  deadInvitation: {
    title: 'Esta invitación no abre nada',
    toDo: 'Si ya la aceptó antes, inicie sesión como entonces. Si no, pida una nueva a quien le invitó.',
  },
  notDone: {
    title: 'No se hizo',
    toDo: 'Vuelva atrás y corríjalo.',
  },
  deadLink: {
    title: 'Este enlace no abre nada',
    happened: 'Venció, lo anuló quien lo hizo o no se copió completo.',
    toDo: 'Ábralo de nuevo desde el mensaje en que llegó. Si eso no ayuda, pida un enlace nuevo a quien coordina su recolección o a quien se lo envió. Nada de lo que envió se ha perdido.',
  },
  sessionEnded: {
    title: 'Su sesión terminó',
    happened:
      'El enlace con que entró venció o fue anulado, o la sesión de este navegador se terminó desde otro. Lo que es público sigue abierto.',
    toDo: 'Abra su enlace otra vez desde el mensaje en que llegó. Si no abre nada, pida uno nuevo a quien coordina su recolección o a quien se lo envió. Nada de lo que envió se ha perdido.',
  },
  needsHttps: {
    title: 'En esta dirección no se pueden abrir enlaces',
    happened:
      'No comienza con https, así que otros podrían leer en el camino lo que usted envía y ve. El enlace sigue siendo válido: no se abrió nada.',
    toDo: 'Avise a quien le envió el enlace. Quien administra Gapmap aquí tiene que servirlo por https, poner esa dirección en PUBLIC_URL y nombrar en TRUSTED_PROXIES el proxy que lo sirve.',
  },
  needsLink: {
    title: 'Para esta página se necesita un enlace',
    happened: 'Es solo para quienes recibieron un enlace, y este navegador no tiene ninguno vigente.',
    toDo: 'Abra el enlace que le enviaron y vuelva aquí. Si no tiene ninguno, o si ya no funciona, pida uno nuevo a quien coordina su recolección.',
  },
  forSomebodyElse: {
    title: 'Esta página es para otra persona',
    happened: 'El enlace con que usted entró abre otras páginas, no esta.',
    toDo: 'Si necesita esta página, pida un enlace propio a quien coordina su recolección.',
  },
  noPage: {
    title: 'Aquí no hay ninguna página',
    happened: 'Puede que la dirección esté mal escrita o incompleta, o que lo que había aquí ya no esté.',
    toDo: 'Revise la dirección. Si llegó en un mensaje, ábrala de nuevo desde allí o pida un enlace nuevo a quien coordina su recolección.',
  },
  withdrawn: {
    title: 'Esta publicación se retiró',
    toDo: 'Use el mapa, que muestra la publicación vigente, si la hay. Lo que haya guardado de esta no es fiable.',
  },
  tooMany: {
    title: 'Demasiadas solicitudes',
    happened: 'Desde donde usted está se pidió más de lo que se contesta en un minuto.',
    toDo: 'Espere un minuto y cargue la página de nuevo.',
  },
  ourFault: {
    title: 'Algo falló de nuestro lado',
    happened: 'Quedó anotado en el registro. Nada de lo que envió se ha perdido.',
    toDo: 'Cargue la página de nuevo en un minuto. Si sigue igual, avise a quien administra Gapmap en su estado; un distrito avisa a quien coordina su recolección.',
  },
  notNow: {
    title: 'Gapmap no puede contestar en este momento',
    happened: 'Su base de datos está ocupada o se está iniciando de nuevo. Nada de lo que envió se ha perdido.',
    toDo: 'Cargue la página de nuevo en medio minuto. Si sigue igual, avise a quien administra Gapmap en su estado; un distrito avisa a quien coordina su recolección.',
  },
  notUnderstood: {
    title: 'No se entendió esta dirección',
    happened: 'Puede que esté mal escrita o incompleta.',
    toDo: 'Revise la dirección. Si llegó en un mensaje, ábrala de nuevo desde allí o pida un enlace nuevo a quien coordina su recolección.',
  },
} satisfies ProblemMessages;
