import { type CallState, isCallStateFrom, type LocalizedText, type Role } from '@kuer/domain';
import type { Feature, NavigationGroup, NavigationItem } from './feature.js';

export interface NavigationLink {
  readonly label: LocalizedText;
  readonly to: string;
}

export interface NavigationSection {
  readonly group: NavigationGroup;
  readonly links: readonly NavigationLink[];
}

const ORDER: readonly NavigationGroup[] = ['call', 'stage1', 'stage2', 'stage3', 'result', 'audit', 'administration'];

export interface Viewer {
  readonly call: { readonly callId: string; readonly state: CallState } | null;
  readonly roles: readonly Role[];
}

/** What the viewer gets to see of the navigation, in the order of the procedure; groups without links are left out. */
export function navigationFor(features: readonly Feature[], viewer: Viewer): readonly NavigationSection[] {
  const items = features.flatMap((feature) => feature.navigation ?? []);
  return ORDER.map((group) => ({
    group,
    links: items
      .filter((item) => item.group === group && isFor(item, viewer))
      .map(({ label, to }) => ({ label, to: to(viewer.call?.callId ?? '') })),
  })).filter((section) => section.links.length > 0);
}

function isFor(item: NavigationItem, { call, roles }: Viewer): boolean {
  if (!item.roles.some((role) => roles.includes(role))) return false;
  if (item.global) return true;
  return call !== null && (item.from === undefined || isCallStateFrom(call.state, item.from));
}
