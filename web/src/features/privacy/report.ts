/** The privacy report of a release for one audience. */
import { useQuery } from '@tanstack/react-query';
import type { ErrorFigure, PrivacyReport } from '../../../../server/features/releases/contract-report.ts';
import { type Edition, fetchPrivacyReport } from '../../lib/api.ts';
import { useEdition } from '../../lib/queries.ts';

export type { ErrorFigure, PrivacyReport };

export function usePrivacyReport() {
  const edition: Edition = useEdition();
  return useQuery({
    queryKey: ['privacy', edition],
    queryFn: ({ signal }) => fetchPrivacyReport(edition, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
