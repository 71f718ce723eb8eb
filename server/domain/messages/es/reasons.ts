import { tierName } from '../../speed.ts';
import type { Verdict } from '../../verdict.ts';
import type { ReasonMessages } from '../en/reasons.ts';
import { wordingIn } from '../wording.ts';
import { technologies } from './technologies.ts';

const { grouped, agree } = wordingIn('es');

const SLOWEST = tierName('25_3');

const VERDICTS: Readonly<Record<Verdict, string>> = {
  served: 'con servicio',
  underserved: 'con servicio insuficiente',
  unserved: 'sin servicio',
  partly: 'con servicio en parte',
  unknown: 'se desconoce',
};

const withMore = (named: readonly string[], more: number) =>
  more > 0 ? `${named.join(', ')} y ${more} más` : named.join(', ');

const locationsOf = (locations: number) => `${grouped(locations)} ${agree(locations, 'ubicación', 'ubicaciones')}`;

export const reasons = {
  noLocation: 'la FCC no informa de ninguna ubicación aquí',
  noOffer: ({ profile, locations }) =>
    `ningún proveedor informa de ${technologies.profiles[profile]} en ninguna de ${locationsOf(locations)}`,
  offers: ({ offers, more, locations }) =>
    withMore(
      offers.map(
        (offer) =>
          `${offer.provider} informa de ${technologies.names[offer.technology]} ${offer.tier ? tierName(offer.tier) : `por debajo de ${SLOWEST}`} en ${grouped(offer.locations)} de ${locationsOf(locations)}`,
      ),
      more,
    ),
  noService: ({ commission }) => `el informe de la ${commission} no muestra ningún servicio`,
  areas: ({ commission, areas, more }) =>
    `el informe de la ${commission} muestra ${withMore(
      areas.map(
        (area) =>
          `${area.provider} ${technologies.names[area.technology]} ${area.downloadMbps}/${area.uploadMbps}${area.isSlow ? ` (por debajo de ${SLOWEST})` : ''} en ${area.percent === 100 ? 'toda la celda' : `${area.percent} % de la celda`}`,
      ),
      more,
    )}`,
  both: ({ fccReason, pucReason }) => `${fccReason}; ${pucReason}`,
  dispute: ({ commission, fcc, puc }) =>
    `la FCC dice ${VERDICTS[fcc]}, el informe de la ${commission} dice ${VERDICTS[puc]}`,
} satisfies ReasonMessages;
