import type { proposalRefusals as english } from '../../en/refusals/proposals.ts';
import { wordingIn } from '../../wording.ts';
import { proposalFaults, ruleWords } from '../proposal-words.ts';

const { grouped, list } = wordingIn('es');

export const proposalRefusals = {
  'proposals.closed': 'La ronda no está abierta: no se acepta nada antes de su apertura ni después de su plazo.',
  'proposals.amended':
    'La ronda recibió una enmienda después de que usted la leyó. Lea la enmienda y vuelva a enviar o a confirmar.',
  'proposals.not-qualified':
    'Su organización no está calificada en este estado. Solicítelo primero; una calificación sirve para todas las rondas.',
  'proposals.incomplete': ({ flaw, alternative }) =>
    `${alternative > 0 ? `Alternativa ${grouped(alternative)}: ` : ''}${proposalFaults[flaw]}`,
  'proposals.none': 'En esta ronda no hay nada suyo que confirmar o retirar.',
  'proposals.not-pdf': 'Este archivo no es un PDF. Adjunte un PDF, o agregue un archivo de cobertura como tal.',
  'proposals.attachments-enough': ({ most }) =>
    `Una propuesta lleva hasta ${grouped(most)} archivos, contando los de borradores anteriores.`,
  'proposals.attachment-unknown': 'Esta propuesta no tiene ese archivo.',
  'proposals.sealed':
    'Esto está sellado para las personas que abren la ronda: nadie puede leerlo antes de que dos de ellas la abran.',
  'proposals.openers-closed':
    'Las personas que abren se nombran antes de que la ronda se abra al público, y son tres a lo sumo.',
  'proposals.opener-twice': 'Usted ya es una de las personas que abren esta ronda.',
  'proposals.not-opener': 'Usted no es una de las personas que abren esta ronda: la abren dos de esas tres.',
  'proposals.passphrase': 'Esta no es la frase secreta que usted dio para esta ronda.',
  'proposals.unseal-closed': 'La ronda no espera que la abran: todavía no ha cerrado, o ya está abierta.',
  'proposals.unseal-same': 'Usted la abrió primero: otra persona tiene que ser la segunda.',
  'proposals.not-unsealed': 'Las propuestas están selladas hasta que dos personas abran la ronda.',
  'proposals.unknown': 'Esta ronda no tiene tal propuesta o alternativa.',
  'proposals.clarification-waits':
    'El proveedor todavía puede responder lo que se le preguntó. Espere la respuesta, o a que termine su plazo.',
  'proposals.clarification-past': 'Dé al proveedor un plazo que no haya pasado.',
  'proposals.clarification-unknown': 'No se preguntó nada así sobre su propuesta.',
  'proposals.clarification-answered': 'Esto ya está respondido, y la respuesta queda como está.',
  'proposals.clarification-over': 'El plazo para esta respuesta terminó.',
  'proposals.criterion-unknown': ({ count }) =>
    `Nombre cada criterio una vez, por su número del 1 al ${grouped(count)}.`,
  'proposals.key-lost': ({ rounds }) =>
    `No se cambió nada: solo el secreto perdido abre las propuestas de ${rounds.length === 1 ? `la ronda ${rounds[0]}` : `las rondas ${list(rounds)}`}. Recupere el secreto, o pida al personal que cancele lo que ya no se puede abrir; después repita esto.`,
  'proposals.bid-unknown': 'La elección nombra una propuesta o un lote que no está entre los que se pueden elegir.',
  'proposals.choice-broken': ({ brokenRule }) => `Esta elección rompe una regla: ${ruleWords[brokenRule]}`,
} satisfies typeof english;
