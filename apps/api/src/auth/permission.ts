import type { Action } from '@kuer/domain';
import { SetMetadata } from '@nestjs/common';

/** How a route may be reached. Every route declares exactly one; the start is refused otherwise. */
export type RouteDeclaration =
  | { readonly kind: 'permission'; readonly actions: readonly Action[] }
  | { readonly kind: 'public' }
  | { readonly kind: 'own-account' };

export const ROUTE_DECLARATION = 'kuer:route-declaration';
export const WITHOUT_TRANSACTION = 'kuer:without-transaction';

/**
 * The route needs this permission, and its service must decide it (`access.require`): a request that ends well without one of
 * `actions` having been decided is rolled back and answered 500. Several: whichever the service decides.
 */
export const Permission = (...actions: [Action, ...Action[]]) =>
  SetMetadata(ROUTE_DECLARATION, {
    kind: 'permission',
    actions,
  } satisfies RouteDeclaration);

/** Anybody, without a sign-in. */
export const Public = () => SetMetadata(ROUTE_DECLARATION, { kind: 'public' } satisfies RouteDeclaration);

/** Anybody who is signed in, about nothing but their own account. */
export const OwnAccount = () =>
  SetMetadata(ROUTE_DECLARATION, {
    kind: 'own-account',
  } satisfies RouteDeclaration);

/** The route opens its units of work itself (sign-in, which must not hold a connection while hashing; streams). */
export const WithoutTransaction = () => SetMetadata(WITHOUT_TRANSACTION, true);
