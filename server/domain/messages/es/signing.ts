import type { SigningMessages } from '../en/signing.ts';
import { wordingIn } from '../wording.ts';

const { date, moment, plural } = wordingIn('es');

const browserInWords = (browserName: string, systemName: string) => {
  if (browserName === '') return 'Un navegador que no dijo su tipo';
  return systemName === '' ? browserName : `${browserName} en ${systemName}`;
};

export const signing = {
  enter: {
    title: 'Abrir su enlace',
    opens: {
      agency: 'Este enlace abre el mapa como lo ve la agencia estatal.',
      provider: 'Este enlace abre el mapa como lo ve un proveedor.',
      district: 'Este enlace abre las páginas de un distrito escolar: su recolección y su propia vista del mapa.',
      coordinator: 'Este enlace abre las páginas de quien coordina las recolecciones de un estado.',
    },
    until: ({ expiresAt }) => `Vale hasta el ${date(expiresAt)}.`,
    open: 'Abrirlo en este navegador',
    keeps:
      'La sesión queda abierta en este navegador hasta que usted la cierre o el enlace venza. Para eso el navegador guarda una cookie. En una computadora que otras personas también usan, cierre la sesión al terminar.',
    notYours: 'Si este enlace no era para usted, cierre esta página. Todavía no se ha abierto nada.',
  },
  sessions: {
    title: 'Dónde está abierto su enlace',
    lead: 'En cada uno de estos navegadores se abrió una sesión con su enlace. Termine las que no conozca o ya no use.',
    none: 'Su enlace no está abierto en ningún navegador.',
    browser: ({ browserName, systemName }) => browserInWords(browserName, systemName),
    isThis: 'El navegador que usted está usando',
    begun: ({ at }) => `Sesión abierta el ${moment(new Date(at))}.`,
    used: ({ minutes, at }) => {
      if (minutes <= 5) return 'Se usó en los últimos cinco minutos.';
      if (minutes < 120) return `Se usó por última vez hace unos ${plural(minutes, 'minuto', 'minutos')}.`;
      return `Se usó por última vez el ${moment(new Date(at))}.`;
    },
    end: 'Terminar',
    leave: 'Salir en este navegador',
    endOf: ({ number, browserName, systemName }) =>
      `Terminar la número ${number}: ${browserInWords(browserName, systemName)}`,
    linkStays:
      'Quien tenga el enlace puede abrirlo otra vez. Si uno de estos navegadores no es suyo, pida un enlace nuevo a quien se lo dio, para que el anterior termine.',
    collections: 'Recolecciones',
    map: 'El mapa',
  },
} satisfies SigningMessages;
