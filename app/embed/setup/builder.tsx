"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { copyToClipboard } from "../../_components/chat/copy-text";
import styles from "./setup.module.css";
import {
  attributesOf,
  DEFAULT_CHOICES,
  elementSnippet,
  scriptSnippet,
  type WidgetChoices,
} from "./snippet";

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.field}>
      <span>{label}</span>
      {children}
    </label>
  );
}

/** The widget itself, loaded from this server as a host page would load it. */
function Preview({ choices }: { choices: WidgetChoices }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (customElements.get("pamphlet-chat")) return;
    const script = document.createElement("script");
    script.src = "/widget.js";
    script.dataset.manual = "";
    document.head.append(script);
  }, []);
  useEffect(() => {
    const widget = document.createElement("pamphlet-chat");
    widget.setAttribute("host", location.origin);
    for (const [name, value] of attributesOf(choices)) widget.setAttribute(name, value);
    place.current?.replaceChildren(widget);
    return () => widget.remove();
  }, [choices]);
  return <div ref={place} className={choices.mode === "inline" ? styles.inline : undefined} />;
}

function Snippet({ title, code }: { title: string; code: string }) {
  const t = useTranslations("setup");
  const [copied, setCopied] = useState(false);
  return (
    <section>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line must scroll by keyboard too */}
      <pre className={styles.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <button
        type="button"
        className={styles.button}
        onClick={async () => setCopied(await copyToClipboard(code))}
      >
        {t("copy")}
      </button>{" "}
      <span role="status">{copied && t("copied")}</span>
    </section>
  );
}

/** Choices on the one side, the line to paste and the widget on the other. */
export function Builder({ fallback }: { fallback: string }) {
  const t = useTranslations("setup");
  const site = useTranslations("site");
  const [choices, setChoices] = useState(DEFAULT_CHOICES);
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(location.origin), []);
  const set = (change: Partial<WidgetChoices>) => setChoices({ ...choices, ...change });
  return (
    <>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <Field label={t("mode")}>
          <select
            value={choices.mode}
            onChange={({ target }) => set({ mode: target.value as WidgetChoices["mode"] })}
          >
            <option value="launcher">{t("modeLauncher")}</option>
            <option value="inline">{t("modeInline")}</option>
          </select>
        </Field>
        <Field label={t("label")}>
          <input
            value={choices.label}
            placeholder={t("buttonLabel")}
            maxLength={60}
            onChange={({ target }) => set({ label: target.value })}
          />
        </Field>
        <Field label={t("position")}>
          <select
            value={choices.position}
            onChange={({ target }) => set({ position: target.value as WidgetChoices["position"] })}
          >
            <option value="end">{t("positionEnd")}</option>
            <option value="start">{t("positionStart")}</option>
          </select>
        </Field>
        <Field label={t("language")}>
          <select
            value={choices.lang}
            onChange={({ target }) => set({ lang: target.value as WidgetChoices["lang"] })}
          >
            <option value="">{t("languageAuto")}</option>
            <option value="en" lang="en">
              English
            </option>
            <option value="es" lang="es">
              Español
            </option>
          </select>
        </Field>
        <Field label={t("scheme")}>
          <select
            value={choices.scheme}
            onChange={({ target }) => set({ scheme: target.value as WidgetChoices["scheme"] })}
          >
            <option value="">{site("themeAuto")}</option>
            <option value="light">{site("themeLight")}</option>
            <option value="dark">{site("themeDark")}</option>
          </select>
        </Field>
        <div className={styles.field}>
          <label htmlFor="accent">{t("accent")}</label>
          <div className={styles.accent}>
            <input
              id="accent"
              type="color"
              value={choices.accent || "#0b5c58"}
              onChange={({ target }) => set({ accent: target.value })}
            />
            {choices.accent && (
              <button type="button" className={styles.button} onClick={() => set({ accent: "" })}>
                {t("accentDefault")}
              </button>
            )}
          </div>
        </div>
        <Field label={t("suggestions")}>
          <textarea
            rows={3}
            value={choices.suggestions}
            onChange={({ target }) => set({ suggestions: target.value })}
          />
        </Field>
      </form>
      <Snippet title={t("snippet")} code={scriptSnippet(origin, choices, fallback)} />
      <Snippet title={t("element")} code={elementSnippet(origin, choices)} />
      <section>
        <h2>{t("preview")}</h2>
        <Preview choices={choices} />
      </section>
    </>
  );
}
