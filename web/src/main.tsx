import './app/base.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { CurrentPage } from './app/pages.tsx';
import { usePages } from './lib/location.ts';
import { queryClient } from './lib/queries.ts';
// Last: paper overrules the screen.
import './app/print.css';

const root = document.getElementById('root');
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
