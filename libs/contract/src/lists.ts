import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Many, Text, Whole } from './fields.js';

/** What every list understands: `?limit` (default 50, at most 500), `?cursor` of the previous answer, `?sort` (`-` first: descending). */
export class ListQuery {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 500, default: 50, required: false })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  @ApiProperty({ type: String, required: false, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiProperty({ type: String, required: false, maxLength: 60 })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  sort?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}

/** The response class of a list of `item`: `{items, nextCursor, total}`. */
export function pageOf<Item>(item: abstract new (...args: never[]) => Item, name: string): new () => Page<Item> {
  class ListPage implements Page<Item> {
    @Many(() => item)
    items: Item[];
    @Text({ max: 500, nullable: true })
    nextCursor: string | null;
    @Whole({ min: 0, description: 'How many match in all, this page and the others.' })
    total: number;
  }
  Object.defineProperty(ListPage, 'name', { value: name });
  return ListPage;
}

/** A person as others may see them. */
export class PersonRef {
  @Text({ max: 36 })
  id: string;
  @Text({ max: 200 })
  name: string;
}
