import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { isApi } from './web-app.js';

type Directives = Record<string, string[]>;

const NOTHING: Directives = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The two style elements that react-aria adds (scrolling under a dialog, touch on buttons): allowed to the letter, no other one is. */
const COMPONENT_STYLES = [
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/** What the built web app needs, and no more: everything from this server, no inline script. */
const WEB_APP: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", ...COMPONENT_STYLES],
  // The components position overlays by style attributes; these run no code and load nothing from elsewhere.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  // Documents of an application, shown as PDF from memory beside the score sheet; no address of any server can be framed.
  'frame-src': ['blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** The page that shows the API's description brings a style sheet in its HTML. */
const API_DOCS: Directives = { ...WEB_APP, 'style-src': ["'self'", "'unsafe-inline'"] };

const headersWith = (directives: Directives, isProduction: boolean) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });

/** Security headers by what is being answered: the API allows nothing, the pages what they need. API answers are never stored. */
export function securityHeaders(isProduction: boolean) {
  const api = headersWith(NOTHING, isProduction);
  const docs = headersWith(API_DOCS, isProduction);
  const web = headersWith(WEB_APP, isProduction);
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    let send = web;
    if (isApi(request.path)) {
      response.setHeader('Cache-Control', 'no-store');
      send = request.path.startsWith('/api/docs') ? docs : api;
    }
    send(request, response, next);
  };
}
