/** The workbench as one answer, and one provider's file. */
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { countyNames } from '../places/index.ts';
import { releaseNamed } from '../releases/index.ts';
import type { ProviderFile, ProviderLine, Workbench } from './contract.ts';
import { type Asked, disagreements } from './disagreement.ts';
import { byCounty, type Evidence, evidenceOf } from './evidence.ts';
import { filedBy, filingLines } from './filings.ts';
import { doubts, windows } from './notes.ts';
import type { Worker } from './who.ts';

export async function workbenchFor(tx: Tx, { role }: Worker, asked: Asked): Promise<Workbench> {
  const release = await releaseNamed(tx, 'current', asked.stateFips);
  return {
    role,
    state: { fips: release.state_fips, name: release.state_name },
    release: { id: release.id, name: release.name },
    profile: asked.profile,
    tier: asked.tier,
    providers: await providerLines(tx, asked, await evidenceOf(tx, asked, release.id)),
    filings: await filingLines(tx, asked.stateFips),
    windows: await windows(tx),
  };
}

async function providerLines(tx: Tx, asked: Asked, evidence: readonly Evidence[]): Promise<ProviderLine[]> {
  const standing = await doubts(tx);
  return (await disagreements(tx, asked)).map((line) => {
    const own = evidence.filter(({ key }) => key === line.key);
    return {
      ...line,
      families: { patches: own.length, students: own.reduce((sum, { students }) => sum + students, 0) },
      doubts: standing.filter(({ key }) => key === line.key).length,
    };
  });
}

/** @throws Refusal 404 when no filing that the reader may know names the provider */
export async function providerFile(tx: Tx, asked: Asked, key: string): Promise<ProviderFile> {
  const release = await releaseNamed(tx, 'current', asked.stateFips);
  const evidence = await evidenceOf(tx, asked, release.id, key);
  const line = (await providerLines(tx, asked, evidence)).find((one) => one.key === key);
  if (!line) throw refusal('workbench.no-provider', 404);
  const areas = await filedBy(tx, asked.stateFips, key);
  const filings = await filingLines(tx, asked.stateFips);
  return {
    line,
    release: { id: release.id, name: release.name },
    counties: byCounty(
      evidence,
      await countyNames(
        tx,
        evidence.flatMap(({ county }) => county ?? []),
      ),
    ),
    doubts: (await doubts(tx)).filter((doubt) => doubt.key === key),
    areas,
    filings: filings.filter(
      ({ source, publisher, title }) =>
        source === 'fcc' || areas.some((area) => area.publisher === publisher && area.title === title),
    ),
    windows: await windows(tx),
  };
}
