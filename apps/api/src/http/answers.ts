import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiNoContentResponse, ApiResponse } from '@nestjs/swagger';

/** What a route answers with when all goes well: status and class, for HTTP and for the OpenAPI document alike. */
export const Answers = (
  type: Type<unknown>,
  options: { status?: 200 | 201 | 202; description?: string } = {},
): MethodDecorator => {
  const status = options.status ?? 200;
  return applyDecorators(HttpCode(status), ApiResponse({ status, type, description: options.description ?? '' }));
};

/** The route answers 204, without a body. */
export const AnswersNothing = (): MethodDecorator => applyDecorators(HttpCode(204), ApiNoContentResponse());

/** The route answers with something that is not JSON: a file, a stream, a page. */
export const AnswersFile = (mediaType: string, options: { description?: string } = {}): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({
      status: 200,
      description: options.description ?? '',
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
    }),
  );
