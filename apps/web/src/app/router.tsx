import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { AppRoute, Feature } from './feature.js';
import { RouteError } from './pages/route-error.js';
import { SignedIn } from './session/signed-in.js';
import { Shell } from './shell/shell.js';

/** Pages that belong to no folder of screens. */
const own: readonly AppRoute[] = [
  { path: '', page: () => import('./pages/home-page.js') },
  { path: 'password', page: () => import('./session/password-page.js') },
  { path: 'sign-out', page: () => import('./session/sign-out-page.js') },
  { path: 'sign-in', page: () => import('./session/sign-in-page.js'), access: 'public' },
  { path: 'accessibility', page: () => import('./pages/accessibility-page.js'), access: 'public' },
  { path: 'about', page: () => import('./pages/about-page.js'), access: 'public' },
  { path: '*', page: () => import('./pages/not-found-page.js'), access: 'public' },
];

function toRoute({ path, page, layout }: AppRoute): RouteObject {
  return {
    path,
    handle: { layout },
    ErrorBoundary: RouteError,
    // Each page is a chunk of its own, fetched when somebody goes there.
    lazy: async () => ({ Component: await load(page) }),
  };
}

/** Code that can't be fetched (no connection, a new version on the server) becomes a page that fails, so that its error shows in its place. */
async function load(page: AppRoute['page']): Promise<ComponentType> {
  try {
    return (await page()).default;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** While the first page's code is on its way: main.tsx waits for the session anyway, a moment more makes no flicker. */
const Nothing = () => null;

/** The shell around everything; inside it the pages of all folders, public ones outside of the sign-in. */
export function createRoutes(features: readonly Feature[]): RouteObject[] {
  const all = [...own, ...features.flatMap((feature) => feature.routes)];
  const isPublic = (route: AppRoute) => route.access === 'public';
  return [
    {
      Component: Shell,
      ErrorBoundary: RouteError,
      HydrateFallback: Nothing,
      children: [
        { Component: SignedIn, children: all.filter((route) => !isPublic(route)).map(toRoute) },
        ...all.filter(isPublic).map(toRoute),
      ],
    },
  ];
}

export const createRouter = (features: readonly Feature[]) => createBrowserRouter(createRoutes(features));
