import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE_DECLARATION, type RouteDeclaration } from '../auth/permission.js';

export interface Route {
  readonly method: string;
  /** With its prefix and placeholders: /api/v1/reviews/:id. */
  readonly path: string;
  readonly declaration: RouteDeclaration;
  /** Class and method, for messages. */
  readonly handler: string;
}

/** All routes of the API. Refuses the start when one of them does not say who may use it. */
@Injectable()
export class RouteCatalogue implements OnModuleInit {
  private known: readonly Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly config: ApplicationConfig,
  ) {}

  get routes(): readonly Route[] {
    return this.known;
  }

  onModuleInit(): void {
    const routes: Route[] = [];
    const undeclared: string[] = [];
    for (const wrapper of this.discovery.getControllers()) {
      const controller = wrapper.metatype as (abstract new () => unknown) | null;
      if (!controller) continue;
      for (const name of this.scanner.getAllMethodNames(controller.prototype)) {
        const handler: unknown = controller.prototype[name];
        if (typeof handler !== 'function' || Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
        const declaration: RouteDeclaration | undefined = Reflect.getMetadata(ROUTE_DECLARATION, handler);
        const label = `${controller.name}.${name}`;
        if (!declaration) {
          undeclared.push(label);
          continue;
        }
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] as string;
        for (const path of this.pathsOf(controller, handler))
          routes.push({ method, path, declaration, handler: label });
      }
    }
    if (undeclared.length > 0) {
      throw new Error(
        `No permission is declared on ${undeclared.join(', ')}; add @Permission(…), @OwnAccount() or @Public()`,
      );
    }
    this.known = routes;
  }

  /** Methods that this path is known with; none when it is no path of the API. */
  methodsAt(path: string): string[] {
    const segments = segmentsOf(path);
    const methods = new Set<string>();
    for (const route of this.known) {
      const pattern = segmentsOf(route.path);
      const matches =
        pattern.length === segments.length &&
        pattern.every((part, index) => part.startsWith(':') || part === segments[index]);
      if (matches) methods.add(route.method);
    }
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  }

  private pathsOf(controller: object, handler: object): string[] {
    const bases = listOf(Reflect.getMetadata(PATH_METADATA, controller));
    const paths = listOf(Reflect.getMetadata(PATH_METADATA, handler));
    const full = bases.flatMap((base) =>
      paths.map((path) => `/${[...segmentsOf(base), ...segmentsOf(path)].join('/')}`),
    );
    const excluded = this.config.getGlobalPrefixOptions().exclude ?? [];
    return full.map((path) =>
      excluded.some((entry) => entry.pathRegex.test(path)) ? path : `/${this.config.getGlobalPrefix()}${path}`,
    );
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value ?? '')]);

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
