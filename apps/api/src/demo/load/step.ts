import type { Moment } from '../demo-call.js';
import type { PersonaKey } from '../personas.js';
import type { DemoServices } from './demo-services.js';
import type { StoryIds } from './story-ids.js';

/** Parts of a call, in their order; each is announced when it begins. */
export type Chapter = 'receipt' | 'formal check' | 'review' | 'jury and decision';

/** What a step works with: the services of the application, and the ids of what came before. */
export interface Desk {
  readonly services: DemoServices;
  readonly ids: StoryIds;
}

/** One act of one person at one moment of the story. */
export interface Step {
  readonly at: Moment;
  readonly by: PersonaKey;
  readonly chapter: Chapter;
  readonly act: (desk: Desk) => Promise<unknown>;
}

/** Steps of the same person at the same moment: one transaction. */
export interface Turn {
  readonly at: Moment;
  readonly by: PersonaKey;
  readonly chapter: Chapter;
  readonly steps: readonly Step[];
}

/** Puts the steps in the order of the story, so that the trail tells it as it happened; of the same moment the first one told comes first. */
export function turnsOf(steps: readonly Step[]): Turn[] {
  const turns: { at: Moment; by: PersonaKey; chapter: Chapter; steps: Step[] }[] = [];
  const inOrder = [...steps].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const step of inOrder) {
    const last = turns.at(-1);
    if (last && last.by === step.by && last.chapter === step.chapter && Date.parse(last.at) === Date.parse(step.at)) {
      last.steps.push(step);
    } else turns.push({ at: step.at, by: step.by, chapter: step.chapter, steps: [step] });
  }
  return turns;
}

/** A moment that many minutes later, or earlier. */
export function minutesAfter(moment: Moment, minutes: number): Moment {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

export const dayOf = (moment: Moment): string => moment.slice(0, 10);
