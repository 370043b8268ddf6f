import type { CallState, LocalizedText, Role } from '@kuer/domain';
import type { ComponentType } from 'react';
import type { Membership } from '../api/me.js';

/**
 * What a folder of screens brings: its routes.tsx exports `routes`, and where it has them `navigation` and `workItems`.
 * The file itself is small and part of the first load; pages are loaded when somebody goes there.
 */
export interface Feature {
  readonly routes: readonly AppRoute[];
  readonly navigation?: readonly NavigationItem[];
  readonly workItems?: WorkItems;
}

export interface AppRoute {
  /** Pattern of the address, without a slash in front: calls/:callId/applications */
  readonly path: string;
  /** () => import('./pages/applications-page.js'); its default export is the page. */
  readonly page: () => Promise<{ default: ComponentType }>;
  /** Default: signed in. */
  readonly access?: 'signedIn' | 'public';
  /** focus: without the navigation at the side. bare: nothing but the page (projector). Default: standard. */
  readonly layout?: Layout;
}

export type Layout = 'standard' | 'focus' | 'bare';

export type NavigationGroup = 'call' | 'stage1' | 'stage2' | 'stage3' | 'result' | 'audit' | 'administration';

export interface NavigationItem {
  readonly label: LocalizedText;
  /** Gets the id of the call that is being worked on; an item of the whole installation ignores it. */
  readonly to: (callId: string) => string;
  readonly group: NavigationGroup;
  /** Shown to whoever has one of these roles in the call. */
  readonly roles: readonly Role[];
  /** Shown from this stage of the call on. */
  readonly from?: CallState;
  /** Not about a call: shown even where the person has none. */
  readonly global?: boolean;
}

export interface WorkItemsProps {
  readonly call: Membership;
  readonly roles: readonly Role[];
}

/** Tiles of „Meine Arbeit“ for people with one of the roles, once per call. The component returns <WorkTile>s or nothing. */
export interface WorkItems {
  readonly roles: readonly Role[];
  readonly from?: CallState;
  readonly until?: CallState;
  readonly component: () => Promise<{ default: ComponentType<WorkItemsProps> }>;
}
