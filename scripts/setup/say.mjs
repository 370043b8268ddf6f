const start = Date.now();

/** A line of progress, with the seconds since the script began. */
export function say(text) {
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${text}`);
}

/** Says every ten seconds that a long piece of work goes on; call what it returns when it is over. */
export function sayStillBusy(text) {
  const timer = setInterval(() => say(`… ${text}`), 10_000);
  return () => clearInterval(timer);
}
