"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { localPath } from "../local-path";
import { useSurroundings } from "./chat-surroundings";

interface SourceLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a page of this site: in place here, in a new tab from inside another site. */
export function SourceLink({ href, className, children }: SourceLinkProps) {
  const surroundings = useSurroundings();
  const path = localPath(href, surroundings);
  if (surroundings.embedded)
    return (
      <a className={className} href={path} target="_blank" rel="noopener">
        {children}
      </a>
    );
  return (
    <Link className={className} href={path} prefetch={false}>
      {children}
    </Link>
  );
}
