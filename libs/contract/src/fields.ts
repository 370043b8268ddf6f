import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * One decorator per field says everything HTTP knows of it: how it is validated (class-validator), how nested classes are built
 * (class-transformer) and how it is documented (OpenAPI). Request and response classes use the same ones.
 */
interface Presence {
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null. */
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

type Decorators = readonly PropertyDecorator[];
type ClassRef = abstract new (...args: never[]) => unknown;

const field = (presence: Presence, schema: Record<string, unknown>, validators: Decorators): PropertyDecorator => {
  const presenceRules: PropertyDecorator[] = [];
  if (presence.optional && presence.nullable) presenceRules.push(IsOptional());
  else if (presence.optional) presenceRules.push(ValidateIf((_object, value) => value !== undefined));
  else if (presence.nullable) presenceRules.push(ValidateIf((_object, value) => value !== null));
  const documented = ApiProperty({
    ...schema,
    required: !presence.optional,
    ...(presence.nullable ? { nullable: true } : {}),
    ...(presence.description ? { description: presence.description } : {}),
    ...(presence.example === undefined ? {} : { example: presence.example }),
  } as Parameters<typeof ApiProperty>[0]);
  return (target, key) => {
    for (const decorate of [...validators, ...presenceRules, documented]) decorate(target, key);
  };
};

/** Text of at least `min` (default 1) and at most `max` characters. */
export const Text = (options: Presence & { min?: number; max: number; pattern?: RegExp }): PropertyDecorator =>
  field(
    options,
    {
      type: String,
      minLength: options.min ?? 1,
      maxLength: options.max,
      ...(options.pattern ? { pattern: options.pattern.source } : {}),
    },
    [
      IsString(),
      MinLength(options.min ?? 1),
      MaxLength(options.max),
      ...(options.pattern ? [Matches(options.pattern)] : []),
    ],
  );

export const Email = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: String, format: 'email', maxLength: 254 }, [IsEmail(), MaxLength(254)]);

/** A UUID; ours are version 7, so that any version is accepted and nothing is revealed by refusing one. */
export const Id = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: String, format: 'uuid' }, [IsUUID('all')]);

export const Ids = (options: Presence & { max?: number } = {}): PropertyDecorator =>
  field(options, { type: String, format: 'uuid', isArray: true }, [
    IsArray(),
    ArrayMaxSize(options.max ?? 10_000),
    IsUUID('all', { each: true }),
  ]);

export const Whole = (options: Presence & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: 'integer', ...bounds(options) }, [IsInt(), ...limits(options)]);

export const Decimal = (options: Presence & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: Number, ...bounds(options) }, [
    IsNumber({ allowNaN: false, allowInfinity: false }),
    ...limits(options),
  ]);

export const Flag = (options: Presence = {}): PropertyDecorator => field(options, { type: Boolean }, [IsBoolean()]);

/** Point in time, RFC 3339 in UTC. */
export const Time = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: String, format: 'date-time' }, [IsISO8601({ strict: true, strictSeparator: true })]);

/** Calendar day, YYYY-MM-DD. */
export const Day = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: String, format: 'date' }, [Matches(/^\d{4}-\d{2}-\d{2}$/), IsISO8601({ strict: true })]);

export const OneOf = (values: readonly string[], options: Presence & { name?: string } = {}): PropertyDecorator =>
  field(options, { enum: [...values], ...(options.name ? { enumName: options.name } : {}) }, [IsIn([...values])]);

export const SomeOf = (
  values: readonly string[],
  options: Presence & { name?: string; min?: number } = {},
): PropertyDecorator =>
  field(options, { enum: [...values], isArray: true, ...(options.name ? { enumName: options.name } : {}) }, [
    IsArray(),
    ...(options.min ? [ArrayMinSize(options.min)] : []),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true }),
  ]);

export const Texts = (options: Presence & { max: number; maxItems?: number; pattern?: RegExp }): PropertyDecorator =>
  field(options, { type: String, isArray: true }, [
    IsArray(),
    ArrayMaxSize(options.maxItems ?? 1000),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
    ...(options.pattern ? [Matches(options.pattern, { each: true })] : []),
  ]);

/** A nested object of the given class (given lazily, so that order of declaration does not matter). */
export const One = (of: () => ClassRef, options: Presence = {}): PropertyDecorator =>
  // Written out, not `type: of`: @nestjs/swagger takes a function for lazy only where its name is "type".
  field(options, { type: () => of() }, [IsObject(), ValidateNested(), Type(of as never)]);

/** A list of nested objects of the given class. */
export const Many = (of: () => ClassRef, options: Presence & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: () => of(), isArray: true }, [
    IsArray(),
    ...(options.min ? [ArrayMinSize(options.min)] : []),
    ArrayMaxSize(options.max ?? 10_000),
    ValidateNested({ each: true }),
    Type(of as never),
  ]);

/** A map from codes to numbers, as group totals by group code. */
export const NumberMap = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: { type: 'number' } }, [IsObject()]);

/** An object whose shape is documented elsewhere (an audit event's payload, say). */
export const Json = (options: Presence = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: true }, [IsObject()]);

const bounds = (options: { min?: number; max?: number }) => ({
  ...(options.min === undefined ? {} : { minimum: options.min }),
  ...(options.max === undefined ? {} : { maximum: options.max }),
});

const limits = (options: { min?: number; max?: number }): PropertyDecorator[] => [
  ...(options.min === undefined ? [] : [Min(options.min)]),
  ...(options.max === undefined ? [] : [Max(options.max)]),
];
