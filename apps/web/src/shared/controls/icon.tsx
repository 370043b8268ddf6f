/** Icons that come with KERN, as CSS masks. */
type KernIcon =
  | 'account-circle'
  | 'add'
  | 'arrow-down'
  | 'arrow-up'
  | 'arrow-forward'
  | 'arrow-back'
  | 'autorenew'
  | 'calendar-today'
  | 'check'
  | 'checklist'
  | 'chevron-left'
  | 'chevron-right'
  | 'close'
  | 'content-copy'
  | 'danger'
  | 'dark-mode'
  | 'dehaze'
  | 'delete'
  | 'download'
  | 'draft'
  | 'drive-folder-upload'
  | 'edit'
  | 'help'
  | 'home'
  | 'info'
  | 'language'
  | 'light-mode'
  | 'logout'
  | 'mail'
  | 'more-vert'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'visibility'
  | 'visibility-off'
  | 'warning';

/** What KERN lacks, drawn here on a grid of 24. */
const OWN = {
  columns: 'M4 5h4.5v14H4zm5.75 0h4.5v14h-4.5zm5.75 0H20v14h-4.5z',
  filter: 'M4 6h16v2H4zm3 5h10v2H7zm3 5h4v2h-4z',
  keyboard:
    'M3 6h18v12H3zm2 2v2h2V8zm3.5 0v2h2V8zM12 8v2h2V8zm3.5 0v2H19V8zM5 11.5v2h2v-2zm3.5 0v2h2v-2zm3.5 0v2h2v-2zm3.5 0v2H19v-2zM8 15v1.5h8V15z',
  lock: 'M7 10V8a5 5 0 0 1 10 0v2h1.5v10h-13V10zm2 0h6V8a3 3 0 0 0-6 0zm2 4v3h2v-3z',
  print: 'M7 4h10v4H7zm-3 5h16v8h-3v3H7v-3H4zm5 6v3h6v-3z',
  sort: 'M8 4l4 5H4zm8 16l-4-5h8zM7 10h2v10H7zm8-6h2v10h-2z',
  undo: 'M9 5v4h5a5 5 0 0 1 0 10H8v-2h6a3 3 0 0 0 0-6H9v4L4 10z',
  theme: 'M12 4a8 8 0 1 0 0 16zm0-1a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
} as const;

export type IconName = KernIcon | keyof typeof OWN;

/** Decorative: what it means stands beside it as text, or in the label of its button. */
export function Icon({ name }: { name: IconName }) {
  if (name in OWN) {
    return (
      <svg className="kuer-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path fillRule="evenodd" d={OWN[name as keyof typeof OWN]} />
      </svg>
    );
  }
  return <span className={`kern-icon kern-icon--${name} kuer-icon`} aria-hidden="true" />;
}
