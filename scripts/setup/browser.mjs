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
  if (process.env.CHROME_PATH) return isProgram(process.env.CHROME_PATH) ? process.env.CHROME_PATH : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inFolders = [...folders, ...PLACES].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inFolders, ...PLACES].find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
