import type { Phrases } from '../en/phrases.ts';
import { exportPhrases } from './exports.ts';
import { findings } from './findings.ts';
import { fccNotes } from './notes/fcc.ts';
import { gisNotes } from './notes/gis.ts';
import { groundNotes } from './notes/ground.ts';
import { placeNotes } from './notes/places.ts';
import { pucNotes } from './notes/puc.ts';
import { anonymizeProgress } from './progress/anonymize.ts';
import { coverageProgress } from './progress/coverage.ts';
import { homeProgress } from './progress/homes.ts';
import { placeProgress } from './progress/places.ts';
import { releaseProgress } from './progress/releases.ts';
import { runningProgress } from './progress/running.ts';
import { accountRefusals } from './refusals/accounts.ts';
import { anonymizeRefusals } from './refusals/anonymize.ts';
import { apiRefusals } from './refusals/api.ts';
import { briefRefusals } from './refusals/briefs.ts';
import { changeRefusals } from './refusals/changes.ts';
import { collectRefusals } from './refusals/collect.ts';
import { commitmentRefusals } from './refusals/commitments.ts';
import { costRefusals } from './refusals/cost.ts';
import { csvRefusals } from './refusals/csv.ts';
import { databaseRefusals } from './refusals/database.ts';
import { edfiRefusals } from './refusals/edfi.ts';
import { fccRefusals } from './refusals/fcc.ts';
import { fundedRefusals } from './refusals/funded.ts';
import { geocodeRefusals } from './refusals/geocode.ts';
import { gisRefusals } from './refusals/gis.ts';
import { groundRefusals } from './refusals/ground.ts';
import { intakeRefusals } from './refusals/intake.ts';
import { mailRefusals } from './refusals/mail.ts';
import { memberRefusals } from './refusals/members.ts';
import { outreachRefusals } from './refusals/outreach.ts';
import { peopleRefusals } from './refusals/people.ts';
import { placeFaults } from './refusals/place-faults.ts';
import { placeRefusals } from './refusals/places.ts';
import { procurementRefusals } from './refusals/procurement.ts';
import { proposalRefusals } from './refusals/proposals.ts';
import { providerRefusals } from './refusals/providers.ts';
import { pucRefusals } from './refusals/puc.ts';
import { releaseRefusals } from './refusals/releases.ts';
import { roomRefusals } from './refusals/room.ts';
import { roundRefusals } from './refusals/rounds.ts';
import { sheetRefusals } from './refusals/sheet.ts';
import { surveyKitRefusals } from './refusals/survey-kit.ts';
import { tileRefusals } from './refusals/tiles.ts';
import { valueWords } from './refusals/values.ts';
import { workbenchRefusals } from './refusals/workbench.ts';
import { warnings } from './warnings.ts';

export const phrases = {
  ...accountRefusals,
  ...anonymizeProgress,
  ...anonymizeRefusals,
  ...briefRefusals,
  ...apiRefusals,
  ...changeRefusals,
  ...collectRefusals,
  ...commitmentRefusals,
  ...costRefusals,
  ...proposalRefusals,
  ...csvRefusals,
  ...databaseRefusals,
  ...edfiRefusals,
  ...coverageProgress,
  ...fccNotes,
  ...fccRefusals,
  ...geocodeRefusals,
  ...fundedRefusals,
  ...gisNotes,
  ...gisRefusals,
  ...groundNotes,
  ...groundRefusals,
  ...homeProgress,
  ...intakeRefusals,
  ...outreachRefusals,
  ...peopleRefusals,
  ...mailRefusals,
  ...memberRefusals,
  ...placeFaults,
  ...placeNotes,
  ...placeProgress,
  ...placeRefusals,
  ...procurementRefusals,
  ...providerRefusals,
  ...pucNotes,
  ...pucRefusals,
  ...releaseProgress,
  ...releaseRefusals,
  ...roomRefusals,
  ...roundRefusals,
  ...runningProgress,
  ...sheetRefusals,
  ...surveyKitRefusals,
  ...tileRefusals,
  ...valueWords,
  ...workbenchRefusals,
  ...exportPhrases,
  ...findings,
  ...warnings,
} satisfies Phrases;
