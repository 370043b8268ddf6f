/** What a message or a state means; each has its colour and its icon. */
export type Tone = 'info' | 'success' | 'warning' | 'danger';
