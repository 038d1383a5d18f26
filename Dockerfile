# The desk without its embedded database: it needs DATABASE_URL (see compose.yaml and docs/operating.md).
FROM node:24-bookworm-slim AS pages
WORKDIR /vigie
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src ./src
COPY tsconfig.json ./
RUN node node_modules/vite/bin/vite.js build src/web

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4780 VIGIE_DATA=/data
WORKDIR /vigie
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY db ./db
COPY src ./src
COPY --from=pages /vigie/dist ./dist
# The key that seals the channel tokens is made here at the first start: keep this folder, and a copy of /data/key elsewhere.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4780
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/server/cli/main.ts"]
CMD ["serve"]
