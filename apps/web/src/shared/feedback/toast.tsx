import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../controls/button.js';
import { Icon } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { useProblemWords } from './problem-words.js';
import type { Tone } from './tone.js';

export interface ToastMessage {
  tone?: Tone;
  title: string;
  text?: string;
  /** One thing to do about it („Rückgängig“). */
  action?: { label: string; onPress(): void };
}

interface Shown extends ToastMessage {
  id: number;
}

export interface Toasts {
  show(message: ToastMessage): void;
  success(title: string, text?: string): void;
  /** An error in words; stays until it is closed. */
  problem(error: unknown): void;
}

const LIFETIME_MS = 7000;
const MOST = 4;
const ToastContext = createContext<Toasts | null>(null);

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider around it');
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const words = useRef(useProblemWords());
  words.current = useProblemWords();

  const show = useCallback((message: ToastMessage) => {
    next.current += 1;
    const id = next.current;
    // The same message twice is one message.
    setShown((before) =>
      [...before.filter((one) => one.title !== message.title || one.text !== message.text), { ...message, id }].slice(
        -MOST,
      ),
    );
  }, []);
  const close = useCallback((id: number) => setShown((before) => before.filter((one) => one.id !== id)), []);
  const value = useMemo<Toasts>(
    () => ({
      show,
      success: (title, text) => show({ tone: 'success', title, text }),
      problem(error) {
        const { title, cause, details } = words.current(error);
        show({ tone: 'danger', title, text: [cause, ...details].join(' ') });
      },
    }),
    [show],
  );

  return (
    <ToastContext value={value}>
      {children}
      <ToastRegion shown={shown} onClose={close} />
    </ToastContext>
  );
}

function ToastRegion({ shown, onClose }: { shown: readonly Shown[]; onClose(id: number): void }) {
  const urgent = shown.filter((one) => one.tone === 'danger');
  const calm = shown.filter((one) => one.tone !== 'danger');
  return (
    <div className="kuer-toasts">
      <div role="alert">
        {urgent.map((one) => (
          <Toast key={one.id} message={one} onClose={onClose} />
        ))}
      </div>
      <div role="status">
        {calm.map((one) => (
          <Toast key={one.id} message={one} onClose={onClose} />
        ))}
      </div>
    </div>
  );
}

function Toast({ message, onClose }: { message: Shown; onClose(id: number): void }) {
  const t = useTexts(sharedTexts);
  const [held, setHeld] = useState(false);
  const tone = message.tone ?? 'info';
  // Errors and offers to act wait for the person; the rest goes by itself, but not while someone reads or points at it.
  const stays = tone === 'danger' || held || message.action !== undefined;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => onClose(message.id), LIFETIME_MS);
    return () => clearTimeout(timer);
  }, [stays, message.id, onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it open longer
    <div
      className={`kern-alert kern-alert--${tone} kuer-toast`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone} />
      <div className="kuer-toast__text">
        <p className="kuer-strong">{message.title}</p>
        {message.text && <p>{message.text}</p>}
        {message.action && (
          <Button
            size="small"
            onClick={() => {
              message.action?.onPress();
              onClose(message.id);
            }}
          >
            {message.action.label}
          </Button>
        )}
      </div>
      <Button size="small" variant="tertiary" icon="close" iconOnly onClick={() => onClose(message.id)}>
        {t.close}
      </Button>
    </div>
  );
}
