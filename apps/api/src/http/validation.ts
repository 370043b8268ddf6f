import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { Refusal, type RefusalDetail } from './refusal.js';

type Params = Readonly<Record<string, unknown>>;

/** Rules that say what kind of value it is; where one fails, the others (length, bounds) have nothing to add. */
const KINDS = new Set([
  'isString',
  'isInt',
  'isNumber',
  'isBoolean',
  'isArray',
  'isObject',
  'nestedValidation',
  'isUuid',
  'isEmail',
]);

const CODES: Readonly<
  Record<string, { readonly code: string; readonly params?: (constraints: readonly unknown[]) => Params }>
> = {
  isString: { code: 'FIELD.NOT_TEXT' },
  minLength: { code: 'FIELD.TOO_SHORT', params: ([min]) => ({ min }) },
  maxLength: { code: 'FIELD.TOO_LONG', params: ([max]) => ({ max }) },
  matches: {
    code: 'FIELD.PATTERN',
    params: ([pattern]) => ({ pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  },
  isEmail: { code: 'FIELD.NOT_EMAIL' },
  isUuid: { code: 'FIELD.NOT_ID' },
  isInt: { code: 'FIELD.NOT_WHOLE' },
  isNumber: { code: 'FIELD.NOT_NUMBER' },
  min: { code: 'FIELD.TOO_SMALL', params: ([min]) => ({ min }) },
  max: { code: 'FIELD.TOO_LARGE', params: ([max]) => ({ max }) },
  isBoolean: { code: 'FIELD.NOT_BOOLEAN' },
  isIso8601: { code: 'FIELD.NOT_TIME' },
  isIn: {
    code: 'FIELD.NOT_ONE_OF',
    params: ([allowed]) => ({ allowed: Array.isArray(allowed) ? allowed.join(', ') : '' }),
  },
  isArray: { code: 'FIELD.NOT_LIST' },
  arrayMinSize: { code: 'FIELD.TOO_FEW', params: ([min]) => ({ min }) },
  arrayMaxSize: { code: 'FIELD.TOO_MANY', params: ([max]) => ({ max }) },
  isObject: { code: 'FIELD.NOT_OBJECT' },
  nestedValidation: { code: 'FIELD.NOT_OBJECT' },
};

/** Bodies and queries are exactly what their class says: nothing unknown, nothing converted on the quiet, every mistake named at once. */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: false },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => Refusal.invalid(detailsOf(errors)),
  });
}

/** One entry per field and mistake, with the path of the field in the body: `groups.0.criteria.3.weight`. */
export function detailsOf(errors: readonly ValidationError[], parent = ''): RefusalDetail[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? (error.property ?? '') : `${parent}.${error.property}`;
    return [...ownDetails(error, path), ...detailsOf(error.children ?? [], path)];
  });
}

function ownDetails(error: ValidationError, path: string): RefusalDetail[] {
  const names = Object.keys(error.constraints ?? {});
  if (names.length === 0) return [];
  if (names.includes('unknownValue')) return [{ path, code: 'FIELD.NOT_OBJECT' }];
  if (names.includes('whitelistValidation'))
    return [{ path, code: 'REQUEST.UNKNOWN_FIELD', params: { field: error.property } }];
  if (error.value === undefined || (error.value === null && !names.includes('nestedValidation')))
    return [{ path, code: 'FIELD.REQUIRED' }];
  const kind = names.find((name) => KINDS.has(name));
  return (kind ? [kind] : names).map((name) => {
    const known = CODES[name];
    if (!known) return { path, code: 'FIELD.INVALID' };
    return { path, code: known.code, params: known.params?.(constraintsOf(error, name)) ?? {} };
  });
}

/** The values that the violated rule was declared with (a length of 12, say): class-validator keeps them with the class only. */
function constraintsOf(error: ValidationError, name: string): readonly unknown[] {
  const target = error.target as object | undefined;
  if (!target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((rule) => rule.propertyName === error.property && rule.name === name)?.constraints ?? [];
}
