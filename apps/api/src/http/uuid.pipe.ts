import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Refusal } from './refusal.js';

/** An id in a path. What is no UUID is the id of nothing: 404, as for an id that nobody has. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value, 'all')) throw Refusal.notFound();
    return value.toLowerCase();
  }
}
