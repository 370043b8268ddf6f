import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';

type Handler = ReturnType<typeof securityHeaders>;

function policyFor(path: string): string {
  const headers: Record<string, unknown> = {};
  const response = {
    setHeader: (name: string, value: unknown) => Object.assign(headers, { [name]: value }),
    removeHeader: () => undefined,
  };
  securityHeaders(true)(
    { path } as Parameters<Handler>[0],
    response as unknown as Parameters<Handler>[1],
    () => undefined,
  );
  return String(headers['Content-Security-Policy']);
}

describe('the policy of the web app', () => {
  const components = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));

  it.each(['overlays/usePreventScroll', 'interactions/usePress'])(
    'allows the style element that react-aria adds in %s, as installed',
    (file) => {
      const source = readFileSync(join(components, 'dist/private', `${file}.mjs`), 'utf8');
      const [, template = ''] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source) ?? [];
      const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? '';
      const text = template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
      expect(text).toMatch(/^@layer \{/);
      expect(policyFor('/')).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    },
  );

  it('allows no other inline style element and no inline script', () => {
    expect(policyFor('/')).toMatch(/;script-src 'self';/);
    expect(policyFor('/')).not.toMatch(/style-src [^;]*unsafe-inline/);
  });
});

it('the API allows nothing at all', () => {
  expect(policyFor('/api/v1/calls')).toBe(
    "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  );
  expect(policyFor('/apidocs')).toContain("script-src 'self'");
});
