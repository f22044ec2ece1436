"use client";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { answerView } from "./answer-view";
import { Appointment } from "./appointment";
import styles from "./chat.module.css";
import { type ChatClient, QUESTION_LIMIT, type WorkStatus } from "./chat-client";
import { type Surroundings, SurroundingsProvider } from "./chat-surroundings";
import { Composer } from "./composer";
import { Notice } from "./notice";
import { TurnView } from "./turn-view";
import { turnsOf } from "./turns";
import { useAnnouncer } from "./use-announcer";
import { useChatAnnouncements } from "./use-chat-announcements";
import { useIdleWipe } from "./use-idle-wipe";
import { usePinnedScroll } from "./use-pinned-scroll";

/** What a page outside the chat may do to it. */
export interface ChatHandle {
  ask(question: string): void;
  clear(): void;
  focus(): void;
}

export interface ChatProps {
  readonly client: ChatClient;
  readonly working: WorkStatus;
  readonly surroundings: Surroundings;
  /** Questions these documents answer, shown before the first one is asked. */
  readonly starters: readonly string[];
  /** Minutes without use after which the conversation is wiped; undefined means never. */
  readonly idleMinutes?: number;
  /** Buttons beside "Clear" (a widget's "Close"). */
  readonly tools?: ReactNode;
  onReady?(handle: ChatHandle): void;
  /** A reply came: what became of it and its reference, never its words. */
  onReply?(reply: { outcome: string; reference: string }): void;
}

/** The conversation, the question box and the notice that is always in sight. */
export function Chat(props: ChatProps) {
  const { client, working, surroundings, starters, idleMinutes, tools, onReady, onReply } = props;
  const { messages, status, error, sendMessage, regenerate, stop, setMessages, clearError } =
    client;
  const t = useTranslations("chat");
  const [draft, setDraft] = useState("");
  const [stopped, setStopped] = useState<string>();
  const input = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const turns = useMemo(() => turnsOf(messages), [messages]);
  const busy = status === "submitted" || status === "streaming";
  const newest = turns.at(-1)?.question.id;
  const { scrollRef, contentRef, more, pinNewest, jumpToLatest } = usePinnedScroll(
    newest,
    turns.at(-1)?.answer !== undefined,
  );
  const { announcements, announce } = useAnnouncer();
  useChatAnnouncements({ client, stopped: stopped !== undefined, announce, onReply });

  useEffect(() => {
    if (newest) pinNewest();
  }, [newest, pinNewest]);

  const ask = useCallback(
    (question: string) => {
      if (!question.trim() || question.length > QUESTION_LIMIT) return;
      setStopped(undefined);
      void sendMessage({ text: question.trim() });
    },
    [sendMessage],
  );

  const clear = useCallback(
    (message = t("cleared")) => {
      void stop();
      clearError();
      setMessages([]);
      setStopped(undefined);
      announce(message);
      input.current?.focus({ preventScroll: true });
    },
    [announce, clearError, setMessages, stop, t],
  );

  const halt = useCallback(() => {
    setStopped(newest);
    void stop();
  }, [newest, stop]);

  const again = useCallback(() => {
    setStopped(undefined);
    clearError();
    void regenerate();
    input.current?.focus({ preventScroll: true });
  }, [clearError, regenerate]);

  const wipe = useCallback(() => {
    setDraft("");
    clear(t("clearedIdle"));
  }, [clear, t]);
  useIdleWipe(idleMinutes, messages.length > 0 || draft.length > 0, wipe);

  useEffect(() => {
    onReady?.({ ask, clear: () => clear(), focus: () => input.current?.focus() });
  }, [ask, clear, onReady]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "F6") return;
    event.preventDefault();
    if (document.activeElement === input.current) log.current?.focus();
    else input.current?.focus();
  }

  const hasTurns = turns.length > 0;
  return (
    <SurroundingsProvider value={surroundings}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: F6 moves between the log and the input */}
      <div className={styles.chat} onKeyDown={onKeyDown}>
        <div
          className={styles.log}
          ref={(element) => {
            log.current = element;
            scrollRef(element);
          }}
          role="log"
          aria-live="off"
          aria-label={t("log")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
          tabIndex={0}
        >
          <div className={styles.content} ref={contentRef}>
            {hasTurns && <h1 className="visually-hidden">{t("title")}</h1>}
            {!hasTurns && (
              <div className={styles.welcome}>
                <h1>{t("title")}</h1>
                <p>{t("intro")}</p>
                <noscript>
                  <p className={styles.none}>
                    {t("noScript")}{" "}
                    {/* Only /embed may stand in a frame, so from there the library opens in a tab. */}
                    <a href="/sources" target={surroundings.embedded ? "_blank" : undefined}>
                      {t("noScriptLink")}
                    </a>
                  </p>
                </noscript>
                {starters.length > 0 && (
                  <>
                    <h2>{t("starters")}</h2>
                    <ul className={styles.suggestions}>
                      {starters.map((starter) => (
                        <li key={starter}>
                          <button
                            type="button"
                            className={styles.suggestion}
                            onClick={() => {
                              ask(starter);
                              input.current?.focus({ preventScroll: true });
                            }}
                          >
                            {starter}
                          </button>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </div>
            )}
            {turns.map((turn) => {
              const last = turn.question.id === newest;
              return (
                <TurnView
                  key={turn.question.id}
                  turn={turn}
                  last={last}
                  busy={last && busy}
                  working={working}
                  stopped={stopped === turn.question.id}
                  error={last ? error : undefined}
                  onAsk={ask}
                  onAgain={again}
                  announce={announce}
                  starters={starters}
                />
              );
            })}
          </div>
        </div>
        <div className={styles.foot}>
          {more && (
            <button type="button" className={styles.jump} onClick={jumpToLatest}>
              {t("jump")}
            </button>
          )}
          <Composer
            input={input}
            draft={draft}
            busy={busy}
            onDraft={setDraft}
            onSend={() => {
              if (draft.length > QUESTION_LIMIT || !draft.trim()) return input.current?.focus();
              setDraft("");
              ask(draft);
            }}
            onStop={halt}
          />
          <div className={styles.under}>
            <Notice />
            <div className={styles.row}>
              {hasTurns && (
                <button
                  type="button"
                  className={styles.quiet}
                  aria-label={t("clearAll")}
                  onClick={() => clear()}
                >
                  {t("clear")}
                </button>
              )}
              {tools}
            </div>
          </div>
        </div>
        <div className="visually-hidden" role="status" aria-live="polite">
          {announcements.polite}
        </div>
        <div className="visually-hidden" aria-live="assertive">
          {announcements.assertive}
        </div>
        <Appointment turns={turns.filter(({ answer }) => !answer || answerView(answer).text)} />
      </div>
    </SurroundingsProvider>
  );
}
