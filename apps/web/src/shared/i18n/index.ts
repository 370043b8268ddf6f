export { createFormats, daysUntil, type Formats } from './formats.js';
export {
  currentLocale,
  LocaleProvider,
  onLocaleChange,
  setLocale,
  suggestLocale,
  useFormats,
  useLabel,
  useLocale,
  useTexts,
} from './locale.js';
export { defineTexts, type SameShape, type Texts, type TextTree } from './texts.js';
