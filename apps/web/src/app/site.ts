/** Who runs this installation; set when the web app is built (see README). */
export const site = {
  operator: import.meta.env.VITE_KUER_OPERATOR ?? 'Kür (Demo)',
  contactEmail: import.meta.env.VITE_KUER_CONTACT_EMAIL ?? 'kontakt@demo.example',
  accessibilityEmail: import.meta.env.VITE_KUER_ACCESSIBILITY_EMAIL ?? 'barrierefreiheit@demo.example',
} as const;
