"use client";
import { type ReactNode, useEffect } from "react";
import { IntlProvider } from "use-intl";
import type { Language } from "./locale";
import type { Messages } from "./site";

interface LocalizedProps {
  readonly language: Language;
  readonly messages: Partial<Messages>;
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

/** Dates are shown as written, whatever the reader's own time zone. */
const TIME_ZONE = "UTC";

/** The fixed words of a page, and the language of the document when a link changes it in place. */
export function Localized({ language, messages, nonce, children }: LocalizedProps) {
  useEffect(() => {
    // The dialog's scroll lock adds a style element and looks for its nonce under this name.
    Object.assign(window, { __webpack_nonce__: nonce });
  }, [nonce]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={language} messages={messages} timeZone={TIME_ZONE}>
      {children}
    </IntlProvider>
  );
}
