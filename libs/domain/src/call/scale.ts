/** One level of the scale with the sentence that says when it is to be given. */
export interface ScaleLevel {
  readonly value: number;
  readonly label: string;
  readonly descriptor: string;
}

/** A scale from 0 to `max` in steps of `step`; `levels` describe all or some of its values. Default: 0 to 5, step 1. */
export interface Scale {
  readonly max: number;
  readonly step: number;
  readonly levels: readonly ScaleLevel[];
}

/**
 * The scale a new call starts with. The 2020 brochure prints no scale, so the levels are a proposal of the software that
 * a call may change while it is a draft.
 */
export const DEFAULT_SCALE: Scale = {
  max: 5,
  step: 1,
  levels: [
    { value: 0, label: 'nicht erfüllt', descriptor: 'Die Bewerbung geht auf das Kriterium nicht ein.' },
    { value: 1, label: 'kaum erfüllt', descriptor: 'Das Kriterium wird genannt, aber nicht ausgeführt.' },
    { value: 2, label: 'ansatzweise erfüllt', descriptor: 'Einzelne Aspekte sind ausgeführt, wesentliche fehlen.' },
    { value: 3, label: 'erfüllt', descriptor: 'Die wesentlichen Aspekte sind nachvollziehbar ausgeführt.' },
    { value: 4, label: 'gut erfüllt', descriptor: 'Das Kriterium ist umfassend und überzeugend ausgeführt.' },
    { value: 5, label: 'vorbildlich erfüllt', descriptor: 'Die Ausführung ist Vorbild für andere Kommunen.' },
  ],
};

/** Differences smaller than this are rounding noise of floating-point sums, not differences of points. */
export const NUMERIC_TOLERANCE = 1e-9;

/** All values of the scale, ascending. Throws a RangeError where max or step is no positive number. */
export function scaleValues(scale: Scale): number[] {
  if (!(scale.max > 0) || !(scale.step > 0)) throw new RangeError('A scale needs a positive maximum and step.');
  const steps = Math.floor(scale.max / scale.step + NUMERIC_TOLERANCE);
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * scale.step).toPrecision(12)));
}

/** True where the value is a number from 0 to max and a multiple of the step. */
export function isOnScale(value: unknown, scale: Scale): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (value < 0 || value > scale.max) return false;
  const steps = value / scale.step;
  return Math.abs(steps - Math.round(steps)) < NUMERIC_TOLERANCE;
}
