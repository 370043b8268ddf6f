interface ImportMetaEnv {
  readonly VITE_KUER_OPERATOR?: string;
  readonly VITE_KUER_CONTACT_EMAIL?: string;
  readonly VITE_KUER_ACCESSIBILITY_EMAIL?: string;
}
