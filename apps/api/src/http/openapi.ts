import { Problem } from '@kuer/contract';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { RouteDeclaration } from '../auth/permission.js';
import { RouteCatalogue } from './route-catalogue.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document of the running routes: types of the web client are made from it. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kür')
    .setDescription(
      'Selection of model projects in three stages. Refusals are problem details (RFC 9457) in German or English, by Accept-Language.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'accessToken')
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [Problem] });
  describeRoutes(document, app.get(RouteCatalogue));
  return document;
}

/** Serves the document and a page to browse it; both from this server alone. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  const build = () => {
    document ??= openApiDocument(app);
    return document;
  };
  SwaggerModule.setup('api/docs', app, build, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kür: API',
    swaggerOptions: { persistAuthorization: false, tryItOutEnabled: false },
  });
}

/** Adds what holds for every route, from the same declarations that guard it: who may, and what a refusal looks like. */
function describeRoutes(document: OpenAPIObject, catalogue: RouteCatalogue): void {
  const declarations = new Map(
    catalogue.routes.map(
      (route) => [`${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`, route.declaration] as const,
    ),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const declaration = declarations.get(`${method.toUpperCase()} ${path}`);
      operation.description = [operation.description, permissionText(declaration)].filter(Boolean).join('\n\n');
      if (declaration?.kind !== 'public') operation.security = [{ accessToken: [] }];
      operation.responses.default = {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      };
      if (method === 'post' && declaration?.kind === 'permission') {
        operation.parameters = [
          ...(operation.parameters ?? []),
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', minLength: 8, maxLength: 200 },
          },
        ];
      }
    }
  }
}

function permissionText(declaration: RouteDeclaration | undefined): string {
  if (declaration === undefined || declaration.kind === 'public') return 'Open to everybody.';
  if (declaration.kind === 'own-account') return 'For everybody who is signed in, about their own account.';
  return `Permission: ${declaration.actions.join(', ')}`;
}
