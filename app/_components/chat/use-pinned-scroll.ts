"use client";
/**
 * A scrolling log in; where it should stand while an answer arrives, and whether more of the answer
 * is below, out.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useStickToBottom } from "use-stick-to-bottom";

/** Room left above a question that is pinned to the top: CSS pixels. */
const PIN_GAP = 12;

/**
 * Keeps the newest question at the top, so that a long answer is read from its start. Only a reader
 * who asks for the latest is taken along with it, and any scroll up ends that.
 */
export function usePinnedScroll(newest: string | undefined, hasAnswer: boolean) {
  const followLatest = useRef(false);
  const [more, setMore] = useState(false);
  const { scrollRef, contentRef, scrollToBottom } = useStickToBottom({
    resize: "instant",
    initial: "instant",
    targetScrollTop: (bottom, { scrollElement, contentElement }) => {
      const last = contentElement.querySelector<HTMLElement>("[data-turn]:last-of-type");
      if (!last) return 0;
      if (followLatest.current) return bottom;
      const offset = last.getBoundingClientRect().top - scrollElement.getBoundingClientRect().top;
      return scrollElement.scrollTop + offset - PIN_GAP;
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has another end
  useEffect(() => {
    const log = scrollRef.current;
    const ends = log?.querySelectorAll("[data-end]");
    const end = ends?.item(ends.length - 1);
    if (!log || !end) return setMore(false);
    const observer = new IntersectionObserver(
      ([entry]) => {
        const below = entry && entry.boundingClientRect.top > (entry.rootBounds?.bottom ?? 0);
        setMore(Boolean(entry && !entry.isIntersecting && below));
      },
      { root: log },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [scrollRef, newest, hasAnswer]);

  /** Call once a new question is on the page. */
  const pinNewest = useCallback(() => {
    followLatest.current = false;
    const log = scrollRef.current;
    // Where there is too little height for a log of its own, the page scrolls instead.
    if (log && getComputedStyle(log).overflowY === "visible")
      log.querySelector("[data-turn]:last-of-type")?.scrollIntoView({ block: "start" });
    void scrollToBottom({ animation: "instant", ignoreEscapes: true });
  }, [scrollRef, scrollToBottom]);

  const jumpToLatest = useCallback(() => {
    followLatest.current = true;
    const log = scrollRef.current;
    if (log) log.scrollTop = log.scrollHeight;
    void scrollToBottom({ animation: "instant" });
  }, [scrollRef, scrollToBottom]);

  return { scrollRef, contentRef, more, pinNewest, jumpToLatest };
}
