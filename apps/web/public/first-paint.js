// Runs before the first paint, so that a stored theme does not flash. Keys: see src/shared/look/theme.tsx and src/shared/i18n/locale.tsx.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('kuer.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.kernTheme = theme;
    if (localStorage.getItem('kuer.locale') === 'en') root.lang = 'en';
  } catch {
    // No storage, no preference: the system's theme and German.
  }
})();
