/**
 * Sends request after request from `clients` clients at once, each the next one when its last one was answered, until the
 * time is over or enough were sent; at least one from each.
 * @param {(client: number) => Promise<unknown>} send
 * @returns {Promise<{times: number[], seconds: number}>} milliseconds of each request, and how long all of them took
 */
export async function slice(send, { clients, milliseconds, most }) {
  const times = [];
  const start = performance.now();
  let sent = 0;
  const loop = async (client) => {
    do {
      sent += 1;
      const before = performance.now();
      await send(client);
      times.push(performance.now() - before);
    } while (performance.now() - start < milliseconds && sent < most);
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return { times, seconds: (performance.now() - start) / 1000 };
}

/**
 * Measures the ways of doing the same thing in turns, so that what else the machine does falls on all of them alike.
 * @param {Record<string, (client: number) => Promise<unknown>>} ways
 * @returns {Promise<Record<string, {count: number, p50: number, p95: number, perSecond: number}>>}
 */
export async function inTurns(ways, { rounds, ...limits }) {
  const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = Object.keys(ways);
    // Forwards and backwards: nobody always comes second.
    if (round % 2 === 1) order.reverse();
    for (const name of order) taken[name].push(await slice(ways[name], limits));
  }
  return Object.fromEntries(Object.entries(taken).map(([name, slices]) => [name, summaryOf(slices)]));
}

function summaryOf(slices) {
  const times = slices.flatMap((one) => one.times).sort((a, b) => a - b);
  const seconds = slices.reduce((sum, one) => sum + one.seconds, 0);
  return {
    count: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: times.length / seconds,
  };
}

/** The smallest time that so large a part of all requests did not exceed. */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
