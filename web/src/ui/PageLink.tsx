import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'wouter';
import { addressOf, type Route } from '../lib/route.ts';

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route;
}

/** A link to one of our pages, followed without a reload where allowed (`goToAddress`). */
export function PageLink({ to, ...rest }: PageLinkProps) {
  return <Link href={addressOf(to)} {...rest} />;
}
