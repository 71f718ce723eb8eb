import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'wouter';
import { addressOf, type Route } from '../lib/route.ts';

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route;
}

/** A link to a page of ours, followed without a reload where that may be (`goToAddress`). */
export function PageLink({ to, ...rest }: PageLinkProps) {
  return <Link href={addressOf(to)} {...rest} />;
}
