import './app/base.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { CurrentPage } from './app/pages.tsx';
import { onLanguage } from './lib/catalog.ts';
import { usePages } from './lib/location.ts';
import { filingsMessages, mapMessages, shellMessages } from './lib/messages.ts';
import { queryClient } from './lib/query-client.ts';
import { routeOf } from './lib/route.ts';
import { settleLanguage } from './lib/use-messages.ts';
// Last: print styles override the screen's.
import './app/print.css';

/** Not at the top level: what it loads imports this file's chunk, and would wait for it while it waits. */
async function begin(): Promise<void> {
  await settleLanguage();
  // Answers contain the server's words in the language of the request.
  onLanguage(() => void queryClient.invalidateQueries());

  const root = document.getElementById('root');
  const { page } = routeOf(new URL(location.href));
  const ofPage = page === 'map' || page === 'table' ? [mapMessages.load()] : [];
  await Promise.all([shellMessages.load(), filingsMessages.load(), ...ofPage]);
  if (root)
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Router hook={usePages}>
            <CurrentPage />
          </Router>
        </QueryClientProvider>
      </StrictMode>,
    );
}

void begin();
