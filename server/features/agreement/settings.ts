/** The facts that an agreement states of this instance, each read where it is set. */
import type { Config } from '../../config.ts';
import { PERSON_ROLES, type PersonRole } from '../../domain/actor.ts';
import { FILE_COLUMNS } from '../../domain/anonymize/index.ts';
import { dayOf } from '../../domain/day.ts';
import { DEFAULT_FLOORS, type Floors } from '../../domain/patch.ts';
import { NOISE_DEVIATION } from '../../domain/protect/noise.ts';
import { ROUNDING } from '../../domain/protect/round.ts';
import type { Question } from '../../domain/survey.ts';
import { DAYS_AFTER_WINDOW, HOURS_UNTOUCHED } from '../collect/index.ts';

export interface AgreementSettings {
  readonly day: string;
  readonly stateName: string;
  readonly collection: {
    readonly name: string;
    readonly opensOn: string | null;
    readonly closesOn: string | null;
    readonly questions: readonly Question[];
  };
  /** Undefined: of every district. */
  readonly districtName: string | undefined;
  readonly columns: typeof FILE_COLUMNS;
  /** Of the current release, or those that the first is made with. */
  readonly floors: Floors;
  readonly deviation: number;
  readonly rounding: number;
  /** Of an accepted file; 0: none. */
  readonly keepHours: number;
  readonly hoursUntouched: number;
  readonly linkDays: number;
  readonly roles: readonly PersonRole[];
}

type OfCollection = Pick<AgreementSettings, 'stateName' | 'collection' | 'districtName'>;

export function agreementSettings(
  config: Pick<Config, 'keepUploadsHours'>,
  floors: Floors | undefined,
  of: OfCollection,
): AgreementSettings {
  return {
    ...of,
    day: dayOf(new Date()),
    columns: FILE_COLUMNS,
    floors: floors ?? DEFAULT_FLOORS,
    deviation: NOISE_DEVIATION,
    rounding: ROUNDING,
    keepHours: config.keepUploadsHours,
    hoursUntouched: HOURS_UNTOUCHED,
    linkDays: DAYS_AFTER_WINDOW,
    roles: PERSON_ROLES,
  };
}
