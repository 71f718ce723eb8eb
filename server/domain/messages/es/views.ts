import type { ViewFacts, ViewsMessages } from '../en/views.ts';
import { wordingIn } from '../wording.ts';

const { plural, agree, grouped } = wordingIn('es');

const NAMES: Readonly<Record<string, string>> = {
  public: 'Vista pública',
  agency: 'Vista de la agencia',
  provider: 'Vista de proveedores',
  district: 'Vista del distrito',
};

const few = (count: number) => (count === 1 ? 'uno' : grouped(count));

function filingsIn({ used, of, older }: ViewFacts): string {
  if (of === 0) return 'Ningún informe.';
  const withheld = of - (used - older);
  if (withheld === 0) return of === 1 ? 'El único informe que hay.' : `Los ${plural(of, 'informe', 'informes')}.`;
  const unread = withheld - older;
  const edition = `de ${few(older)} hay una edición más nueva que no es pública`;
  if (unread === 0) return `${plural(of, 'informe', 'informes')}; ${edition}.`;
  const missing = `${few(unread)} no ${agree(unread, 'es público', 'son públicos')}`;
  return `${grouped(used)} de ${plural(of, 'informe', 'informes')}: ${missing}${older > 0 ? `, y ${edition}` : ''}.`;
}

export const views = {
  name: ({ audience }) => NAMES[audience] ?? audience,
  line: (view) => `${NAMES[view.audience] ?? view.audience}. ${filingsIn(view)}`,
  differs: ({ audience, of, byPublic }) => {
    if (audience === 'public')
      return byPublic < of
        ? 'La vista de la agencia estatal se basa en todos ellos y en hexágonos más pequeños, así que sus estimaciones son distintas; los conteos se basan en los informes públicos en toda vista.'
        : 'Las otras vistas se calculan con hexágonos más pequeños, así que sus estimaciones son algo distintas.';
    return audience === 'agency' && byPublic < of
      ? `La vista pública se basa en ${grouped(byPublic)} de ellos y en hexágonos más grandes, así que sus estimaciones son distintas; los conteos se basan en los informes públicos en toda vista.`
      : 'La vista pública se calcula con hexágonos más grandes, así que sus estimaciones son algo distintas.';
  },
} satisfies ViewsMessages;
