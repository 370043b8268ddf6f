const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Resolves when the script is asked to stop: Ctrl+C, SIGTERM, a closed terminal, or, when npm started it, a killed npm.
 * @returns {Promise<string>} the signal
 */
export function stopRequest() {
  return new Promise((resolve) => {
    // A second Ctrl+C must not cut the orderly end short, so the listeners stay.
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve('SIGTERM');
    }, 500);
    timer.unref();
  });
}
