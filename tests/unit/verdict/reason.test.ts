import { describe, expect, it } from 'vitest';
import { filings } from '../../../server/domain/messages/en/filings.ts';
import { reasons } from '../../../server/domain/messages/en/reasons.ts';
import { provenanceInWords } from '../../../server/domain/provenance.ts';
import { fccReason, noFilingWords, type OfferFact, pucReason } from '../../../server/domain/reason.ts';

const WIRED = { profile: 'wired', commission: 'PUC' } as const;

function anOffer(given: Partial<OfferFact> = {}): OfferFact {
  return {
    provider: 'Frontier',
    technology: 10,
    locations: 20,
    locationsAt: { '25_3': 12, '100_20': 0, '1000_100': 0 },
    ...given,
  };
}

describe('the reason of a verdict', () => {
  it('says who reports what to how many, and what the state filing shows', () => {
    const fcc = fccReason(reasons, { locations: 40, offers: [anOffer()] }, 'bead_2022');
    expect(
      reasons.both({ fccReason: fcc, pucReason: pucReason(reasons, [], { profile: 'bead_2022', commission: 'PUC' }) }),
    ).toBe('Frontier reports copper 25/3 to 12 of 40 locations; the PUC filing shows no service');
  });

  it('leaves out technologies the profile does not count', () => {
    const offers = [anOffer({ provider: 'Starlink', technology: 61 })];
    expect(fccReason(reasons, { locations: 40, offers }, 'wired')).toBe(
      'no provider reports wired only to any of 40 locations',
    );
    expect(fccReason(reasons, { locations: 1, offers }, 'any')).toBe(
      'Starlink reports low-orbit satellite 25/3 to 12 of 1 location',
    );
  });

  it('names the fastest three and counts the others', () => {
    const at = (fast: number) => ({ '25_3': 20, '100_20': 20, '1000_100': fast });
    const offers = ['D', 'C', 'B', 'A'].map((provider, i) => anOffer({ provider, technology: 50, locationsAt: at(i) }));
    expect(fccReason(reasons, { locations: 20, offers }, 'wired')).toBe(
      'A reports fiber 1000/100 to 3 of 20 locations, B reports fiber 1000/100 to 2 of 20 locations, ' +
        'C reports fiber 1000/100 to 1 of 20 locations and 1 more',
    );
  });

  it('says so when an offer is below 25/3', () => {
    const slow = anOffer({ locationsAt: { '25_3': 0, '100_20': 0, '1000_100': 0 } });
    expect(fccReason(reasons, { locations: 40, offers: [slow] }, 'wired')).toBe(
      'Frontier reports copper below 25/3 to 20 of 40 locations',
    );
  });

  it('distinguishes no filing, no location and no service', () => {
    expect(noFilingWords(filings, 'fcc', 'public')).toBe('no FCC filing is in this release');
    expect(fccReason(reasons, { locations: 0, offers: [] }, 'any')).toBe('the FCC reports no location here');
    expect(noFilingWords(filings, 'puc', 'agency')).toBe('no utility commission filing is in this release');
    expect(pucReason(reasons, [], { profile: 'any', commission: 'PSC' })).toBe('the PSC filing shows no service');
  });

  it('does not reveal a confidential filing to a reader who may not know of it', () => {
    for (const audience of ['public', 'provider', 'district'])
      expect(noFilingWords(filings, 'puc', audience)).toBe('no utility commission filing is public');
  });

  it('says how much of a cell a state filing covers', () => {
    const area = { provider: 'Citynet', technology: 50, downloadMbps: 1000, uploadMbps: 1000 } as const;
    expect(pucReason(reasons, [{ ...area, share: 5 / 7 }], WIRED)).toBe(
      'the PUC filing shows Citynet fiber 1000/1000 over 71 % of the cell',
    );
    expect(pucReason(reasons, [{ ...area, share: 1, downloadMbps: 10, uploadMbps: 1 }], WIRED)).toBe(
      'the PUC filing shows Citynet fiber 10/1 (below 25/3) over all of the cell',
    );
  });
});

describe('a source in words', () => {
  const fcc = { publisher: 'FCC', title: 'Broadband Data Collection', asOf: '2025-12-31', revision: '2026-07-14' };
  const whole = 'FCC Broadband Data Collection, as of December 31, 2025';

  it('names publisher, as-of and revision date', () => {
    expect(provenanceInWords({ ...fcc, technologies: [] })).toBe(`${whole}, revised July 14, 2026`);
  });

  it('names technologies only where they were revised on different days', () => {
    const of = (technology: number, revision: string) => ({ technology, revision });
    const same = [of(10, '2026-07-14'), of(40, '2026-07-14')];
    expect(provenanceInWords({ ...fcc, technologies: same })).toBe(`${whole}, revised July 14, 2026`);
    const technologies = [of(10, '2026-05-12'), of(40, '2026-07-14'), of(50, '2026-05-12'), of(61, '2026-05-12')];
    expect(provenanceInWords({ ...fcc, technologies })).toBe(
      `${whole}: cable revised July 14, 2026; copper, fiber and low-orbit satellite revised May 12, 2026`,
    );
    expect(provenanceInWords({ ...fcc, technologies: technologies.slice(0, 2) }, (date) => date.slice(5))).toBe(
      'FCC Broadband Data Collection, as of 12-31: cable revised 07-14; copper revised 05-12',
    );
  });
});
