import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width an element has got, so that drawings keep their text size whatever the room. */
export function useWidth<Kind extends Element>(fallback: number): [RefObject<Kind | null>, number] {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
