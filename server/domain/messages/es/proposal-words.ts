import type { RuleName } from '../../round/choice.ts';
import type { Departure, ProposalFault } from '../../round/proposal.ts';

export const proposalFaults: Readonly<Record<ProposalFault, string>> = {
  'no-alternative': 'Ofrezca por lo menos una alternativa.',
  'no-lots': 'Elija por lo menos un lote.',
  'lot-unknown': 'Nombra un lote que esta ronda no tiene.',
  'lot-twice': 'Nombra un lote dos veces.',
  'no-such-day': 'Escriba cada fecha como un día que existe.',
  'finish-before-start': 'El final es anterior al comienzo.',
  milestones: 'Las metas suben en orden y terminan con el 100 por ciento a más tardar en el final.',
  'no-signer': 'Nombre a quien puede firmar, con una dirección de correo.',
  slow: 'Diga qué tan rápido es: por lo menos 1 Mbps en cada sentido.',
};

export const ruleWords: Readonly<Record<RuleName, string>> = {
  budget: 'pide más que el presupuesto.',
  'provider-cap': 'un proveedor recibe más que el máximo por proveedor.',
  'lot-twice': 'un lote se da dos veces.',
  'two-alternatives': 'se toman dos alternativas de un mismo proveedor.',
  'must-have': 'falta un lote que debe atenderse.',
};

export const departures: Readonly<Record<Departure, string>> = {
  downloadMbps: 'velocidad de bajada',
  uploadMbps: 'velocidad de subida',
  latencyMs: 'latencia',
  pricePerMonth: 'precio por mes',
  install: 'instalación',
  termMonths: 'meses que vale el precio',
  startBy: 'comienzo de la obra',
  finishBy: 'final',
};
