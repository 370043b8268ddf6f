export const asTable = (r) =>
  JSON.stringify(
    r.results.map(({ label, clients, http, sql, memory }) => [
      label,
      clients,
      http.count,
      http.p50,
      sql.p50,
      http.p50 / sql.p50,
      http.perSecond / sql.perSecond,
      memory,
    ]),
    null,
    0,
  ).replaceAll('],', '],\n') + JSON.stringify(r.memory);
export const asDocument = asTable;
