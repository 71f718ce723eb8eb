import type { OfficeMessages } from '../../en/collect/office.ts';
import { wordingIn } from '../../wording.ts';

const { date, grouped, momentHere, plural } = wordingIn('es');

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'pública',
  agency: 'agencia',
  provider: 'proveedor',
  district: 'distrito',
  coordinator: 'coordinación',
};

export const office = {
  links: {
    title: 'Enlace',
    isGood: ({ createdAt, expiresAt }) =>
      `Hecho el ${date(createdAt)}, válido hasta el ${date(expiresAt)}. Uno nuevo toma su lugar.`,
    noneGood: 'Este distrito no tiene ningún enlace que siga siendo válido.',
    makeOne: 'Hacer un enlace',
    makeNew: 'Hacer un enlace nuevo',
    makeFor: ({ districtName }) => `Hacer un enlace para ${districtName}`,
    revoke: 'Anularlo',
    revokeOf: ({ districtName }) => `Anular el enlace de ${districtName}`,
    notRevoked: 'El enlace no se anuló.',
    endOf: ({ districtName }) => `¿Anular el enlace de ${districtName}?`,
    endMeans:
      'Quien lo tenga ya no podrá abrir la recolección. Lo enviado queda. Usted puede hacer un enlace nuevo en cualquier momento.',
    end: 'Anular el enlace',
    keep: 'Conservarlo',

    makeChosen: 'Hacer enlaces para los elegidos',
    make: ({ links }) => `Hacer ${plural(links, 'enlace', 'enlaces')}`,
    whoeverOpens: 'Quien abre un enlace ve ese distrito y envía por él, y por ningún otro.',
    replaced: ({ districtCount }) =>
      `${plural(districtCount, 'distrito de estos tiene un enlace', 'distritos de estos tienen un enlace')}: termina cuando se hace el nuevo.`,
    goodFor: 'Válido por',
    goodForCollection: 'la recolección y 14 días después de que cierre',
    days: ({ days }) => plural(days, 'día', 'días'),
    noneMade: 'No se hizo ningún enlace.',
    making: 'Haciéndolos…',

    shownNow: ({ links }) =>
      plural(links, 'enlace nuevo; se muestra solo ahora', 'enlaces nuevos; se muestran solo ahora'),
    takeThem:
      'Gapmap guarda solo una huella de cada uno, así que cópielos o descárguelos antes de cerrar esto. Envíe cada uno a su propio distrito: abre la puerta del distrito.',
    newLinks: 'Enlaces nuevos',
    district: 'Distrito',
    goodUntil: 'Válido hasta',
    on: ({ expiresAt }) => date(expiresAt),
    copy: 'Copiar',
    linkOf: ({ districtName }) => `Enlace de ${districtName}`,
    copyOf: ({ districtName }) => `Copiar el enlace de ${districtName}`,
    copied: ({ districtName }) => `Se copió el enlace de ${districtName}.`,
    notCopied: 'El navegador no permitió copiar. Seleccione el enlace y cópielo, o descargue la lista.',
    copyAll: 'Copiar todos',
    allCopied: ({ links }) => `Se copiaron ${grouped(links)} enlaces, uno por línea.`,
    download: 'Descargar como CSV, para combinar correspondencia',
    fileName: ({ collection }) => `enlaces ${collection}.csv`,
    close: 'Ya los tengo, cerrar',
  },

  log: {
    title: 'Registro de divulgaciones',
    lead: 'A quién se le dio qué, cuándo y con qué fundamento, como pide FERPA (34 CFR 99.32). Las publicaciones, los enlaces y los certificados se anotan solos; agregue lo que se dio a mano, como un informe enviado por correo. Las anotaciones nunca se cambian ni se quitan: corrija una con otra.',
    add: 'Agregar una anotación',
    download: 'Descargar el registro (CSV)',
    onItsWay: 'El registro está en camino.',
    didNotCome: 'El registro no llegó.',
    nothing: 'Todavía no se ha divulgado nada.',
    older: 'Anotaciones anteriores',
    olderOnTheirWay: 'Las anotaciones anteriores están en camino',
    caption: 'Divulgaciones, las más recientes primero',
    columns: {
      when: 'Cuándo',
      who: 'Quién',
      what: 'Qué',
      view: 'Vista',
      ground: 'Fundamento',
      enteredBy: 'Anotado por',
    },
    view: ({ audience }) => AUDIENCES[audience] ?? audience,
    at: ({ time }) => momentHere(time),

    newEntry: 'Nueva anotación',
    whoReceived: 'Quién lo recibió',
    whoNote: 'Una organización o una función. Nunca un estudiante ni una familia.',
    whoFault: 'Indique quién lo recibió.',
    whatReceived: 'Qué recibió',
    whatFault: 'Indique qué recibió.',
    whichView: 'Qué vista de los números',
    views: {
      public: 'pública: lo que cualquiera puede ver',
      agency: 'agencia: la vista más fina del estado',
      provider: 'proveedor: lo que los proveedores pueden ver',
      district: 'distrito: sus propios números',
      coordinator: 'coordinación: qué tan avanzados están los distritos',
    },
    onWhatGround: 'Con qué fundamento',
    groundFault: 'Indique con qué fundamento, por ejemplo “34 CFR 99.31(b), sin identidad”.',
    grounds: {
      deidentified: '34 CFR 99.31(b), sin identidad',
      official: '34 CFR 99.31(a)(1), funcionario escolar',
      audit: '34 CFR 99.31(a)(3) y 99.35, auditoría o evaluación',
      study: '34 CFR 99.31(a)(6), estudio',
    },
    note: 'Nota, si la hay',
    notEntered: 'No se anotó.',
    enter: 'Anotarlo de forma definitiva',
  },
} satisfies OfficeMessages;
