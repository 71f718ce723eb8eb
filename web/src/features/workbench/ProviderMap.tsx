import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { CLAIM_COLORS } from '../../lib/claim-colors.ts';
import type { WorkbenchPlace } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { useTechnologyName } from './FilingTable.tsx';
import { workbenchMessages } from './messages.ts';
import { useDrawn } from './queries.ts';

const ClaimsMap = lazy(() => import('../../map/ClaimsMap.tsx'));
const SAYS = ['both', 'fcc', 'puc'] as const;

export function ProviderMap({
  place,
  name,
  hasAreas,
}: {
  readonly place: WorkbenchPlace;
  readonly name: string;
  readonly hasAreas: boolean;
}) {
  const messages = useCatalog(workbenchMessages);
  const nameOf = useTechnologyName();
  const { data, isError } = useDrawn(place);
  const [failed, setFailed] = useState(false);
  const onFailure = useCallback(() => setFailed(true), []);
  const areas = useMemo(
    () =>
      data && {
        ...data.areas,
        features: data.areas.features.map((feature) => {
          const { technology, download, upload } = feature.properties ?? {};
          const speeds = messages.speeds({ download: Number(download), upload: Number(upload) });
          const words = `${nameOf(Number(technology))} ${speeds}`;
          return { ...feature, properties: { ...feature.properties, label: words } };
        }),
      },
    [data, nameOf, messages],
  );
  const coming = <Coming words={messages.mapComing} />;
  return (
    <section>
      <h2>{messages.onMap}</h2>
      <ul className="claims-legend">
        {SAYS.map((says) => (
          <li key={says}>
            <span
              className={`claims-swatch ${says}`}
              style={{ '--claim': CLAIM_COLORS[says] } as React.CSSProperties}
            />
            {messages.says[says]}
          </li>
        ))}
      </ul>
      <p className="note">{hasAreas ? messages.filedAreas : messages.noAreas}</p>
      <div className="claims-map">
        {failed || isError ? (
          <p>{messages.mapFailed}</p>
        ) : data && areas ? (
          <Suspense fallback={coming}>
            <ClaimsMap
              release={data.release}
              label={messages.map({ provider: name })}
              hexes={data.hexes}
              areas={areas}
              onFailure={onFailure}
            />
          </Suspense>
        ) : (
          coming
        )}
      </div>
    </section>
  );
}
