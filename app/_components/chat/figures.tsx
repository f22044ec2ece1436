"use client";
import * as Dialog from "@radix-ui/react-dialog";
import { useTranslations } from "use-intl";
import type { AnswerFigure } from "@/lib/answer/events";
import styles from "./chat.module.css";

function FigureView({ figure }: { figure: AnswerFigure }) {
  const t = useTranslations("answer");
  return (
    <figure className={styles.figure}>
      <Dialog.Root>
        <Dialog.Trigger className={styles.enlarge} aria-label={t("enlarge", { alt: figure.alt })}>
          {/* biome-ignore lint/performance/noImgElement: figures are small drawings of our own */}
          <img src={figure.src} alt="" />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className={styles.overlay} />
          <Dialog.Content className={styles.dialog} aria-describedby={undefined}>
            <Dialog.Title className={styles.soft}>{figure.caption || figure.alt}</Dialog.Title>
            {/* biome-ignore lint/performance/noImgElement: figures are small drawings of our own */}
            <img src={figure.src} alt={figure.alt} />
            <Dialog.Close className={styles.quiet}>{t("close")}</Dialog.Close>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <figcaption>{figure.caption || figure.alt}</figcaption>
    </figure>
  );
}

/** The pictures of the cited sections, each of which enlarges. */
export function Figures({ figures }: { figures: readonly AnswerFigure[] }) {
  return figures.map((figure) => <FigureView key={figure.src} figure={figure} />);
}
