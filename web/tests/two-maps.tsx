/** Two maps on one page, each with a session of its own; the query `maps` says which views, by their queries. */
import '../src/app/base.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { MapStage } from '../src/app/MapStage.tsx';
import { Legend } from '../src/features/legend/index.ts';
import { Sentence } from '../src/features/sentence/index.ts';
import { filingsMessages, mapMessages, shellMessages } from '../src/lib/messages.ts';
import { queryClient } from '../src/lib/query-client.ts';
import { viewOf } from '../src/lib/view.ts';
import { viewsInMemory } from '../src/lib/views.ts';
import { MapSessionProvider } from '../src/map/MapSessionProvider.tsx';

const MAPS = new URL(location.href).searchParams.getAll('map').map((query) => ({
  query,
  views: viewsInMemory(viewOf(new URL(`/?${query}`, location.href))),
}));

/** Not at the top level, as in `src/main.tsx`. */
async function begin(): Promise<void> {
  await Promise.all([shellMessages.load(), filingsMessages.load(), mapMessages.load()]);

  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <QueryClientProvider client={queryClient}>
        {MAPS.map(({ query, views }, number) => (
          <MapSessionProvider key={query} views={views}>
            <section aria-label={`Map ${number + 1}`}>
              <Sentence />
              <div style={{ position: 'relative', blockSize: 320 }}>
                <MapStage isHidden={false} />
              </div>
              <Legend />
            </section>
          </MapSessionProvider>
        ))}
      </QueryClientProvider>,
    );
}

void begin();
