import './shared/look/index.css';
import './app/shell/shell.css';
import './app/shell/work-and-search.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { session } from './api/browser-session.js';
import { features } from './app/features.js';
import { Providers } from './app/providers.js';
import { createRouter } from './app/router.js';
import { printInLight } from './shared/look/theme.js';

printInLight();
const resumed = session.resume();
const router = createRouter(features);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// First it must be known whether somebody is signed in: otherwise the sign-in page would flash.
void resumed.then(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  ),
);
