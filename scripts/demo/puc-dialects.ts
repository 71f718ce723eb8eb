import type { TechnologyCode } from '../../server/domain/technology.ts';
import type { Claim } from './claims.ts';
import { brandOf, type Provider, type ProviderKey } from './providers.ts';

export type PucDialect = 'fcc' | 'sbi' | 'form477' | 'utah';
export type Columns = Record<string, string | number>;

/** The columns a filing describes an area with. Source: domain notes, section 3. Shapefile names fit ten characters. */
export const DIALECTS: Record<PucDialect, (claim: Claim, provider: Provider) => Columns> = {
  fcc: ({ provider, technology, downloadMbps, uploadMbps, lowLatency }, { id }) => ({
    providerid: id,
    brandname: brandOf(provider, technology),
    technology,
    maxdown: downloadMbps,
    maxup: uploadMbps,
    lowlatency: lowLatency ? 1 : 0,
    bizrescode: 'X',
  }),
  sbi: ({ provider, technology, downloadMbps, uploadMbps }, { id, name, holding, frns }) => ({
    PROVNAME: name,
    DBANAME: brandOf(provider as ProviderKey, technology),
    FRN: frns[0],
    HOCONUM: String(id + 90_000),
    HOCONAME: holding,
    TRANSTECH: technology,
    MAXADDOWN: String(sbiTier(downloadMbps)),
    MAXADUP: String(sbiTier(uploadMbps)),
  }),
  form477: ({ provider, technology, downloadMbps, uploadMbps }, { id, name, holding, frns }) => ({
    Provider_Id: id,
    FRN: frns[0],
    ProviderName: name,
    DBAName: brandOf(provider, technology),
    HoldingCompanyName: holding,
    TechCode: form477Code(technology),
    Consumer: 1,
    MaxAdDown: downloadMbps,
    MaxAdUp: uploadMbps,
  }),
  utah: ({ technology, downloadMbps, uploadMbps }) => ({
    UTProvCode: 'GRNSWD',
    TransTech: technology,
    MAXADDOWN: downloadMbps,
    MAXADUP: uploadMbps,
  }),
};

/** Upper ends of the State Broadband Initiative's speed tiers 2 to 10, Mbps; 1 is slower, 11 is 1000 and more. */
const SBI_TIERS_BELOW = [0.2, 0.768, 1.5, 3, 6, 10, 25, 50, 100, 1000] as const;

export function sbiTier(mbps: number): number {
  if (mbps <= SBI_TIERS_BELOW[0]) return 1;
  const tier = SBI_TIERS_BELOW.findIndex((below) => mbps < below);
  return tier < 0 ? 11 : tier + 1;
}

/** Form 477 distinguished copper and cable: 30 other copper, 43 DOCSIS 3.1. */
function form477Code(technology: TechnologyCode): number {
  if (technology === 10) return 30;
  return technology === 40 ? 43 : technology;
}
