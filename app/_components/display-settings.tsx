"use client";
import * as Popover from "@radix-ui/react-popover";
import { useTranslations } from "use-intl";
import { changeSettings, type Settings, useSettings } from "./settings-memory";
import styles from "./site.module.css";

const THEMES = { auto: "themeAuto", light: "themeLight", dark: "themeDark" } as const;
const TEXTS = { normal: "textNormal", large: "textLarge", largest: "textLargest" } as const;

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  onChange(value: T): void;
}

function Choice<T extends string>({ name, legend, options, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={value === option}
            onChange={() => onChange(option)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Colours, text size and the idle wipe. */
export function DisplaySettings() {
  const t = useTranslations("site");
  const settings = useSettings();
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.plainButton}>{t("display")}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.settings}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("display")}
        >
          <Choice<Settings["theme"]>
            name="theme"
            legend={t("theme")}
            value={settings.theme}
            options={(["auto", "light", "dark"] as const).map((o) => [o, t(THEMES[o])])}
            onChange={(theme) => changeSettings({ theme })}
          />
          <Choice<Settings["text"]>
            name="text"
            legend={t("textSize")}
            value={settings.text}
            options={(["normal", "large", "largest"] as const).map((o) => [o, t(TEXTS[o])])}
            onChange={(text) => changeSettings({ text })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={settings.idleWipe}
              onChange={(event) => changeSettings({ idleWipe: event.target.checked })}
            />
            {t("idle")}
          </label>
          <p className={styles.small}>{t("displayNote")}</p>
          <Popover.Close className={styles.plainButton}>{t("close")}</Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
