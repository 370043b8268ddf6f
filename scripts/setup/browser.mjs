import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(process.env.HOME ?? '/', 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
];

export const NO_BROWSER =
  'The browser tests need Chromium or Chrome, and none was found: install one (Debian, Ubuntu: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask google-chrome), or give the path of its program in CHROME_PATH.';

/** The Chromium or Chrome of this machine: CHROME_PATH, else by its usual names and places; null where there is none. */
export function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) return isProgram(given) && runs(given) ? given : null;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...PLACES];
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  return candidates.filter(isProgram).find(runs) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Some systems carry a script in its place that only says how to install it. */
function runs(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
