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
import { queryClient } from './lib/queries.ts';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PageAt path={location.pathname} />
      </QueryClientProvider>
    </StrictMode>,
  );
