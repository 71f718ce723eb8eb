import '@fontsource-variable/public-sans/index.css';
import './app/styles.css';
import './app/panel.css';
import './app/table.css';
import './app/document.css';
import './app/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PageAt } from './app/pages.tsx';
import { onLanguage } from './lib/catalog.ts';
import { filingsMessages, shellMessages } from './lib/messages.ts';
import { queryClient } from './lib/queries.ts';
import { settleLanguage } from './lib/use-messages.ts';

await settleLanguage();
// Answers carry words of the server in the language they were asked in.
onLanguage(() => void queryClient.invalidateQueries());

const root = document.getElementById('root');
await Promise.all([shellMessages.load(), filingsMessages.load()]);
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PageAt path={location.pathname} />
      </QueryClientProvider>
    </StrictMode>,
  );
