/** An empty state: why there is nothing to show, and what to do next. */
import './message.css';
import type { ReactNode } from 'react';

export interface MessageProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly words: string; readonly act: () => void };
  readonly tone?: 'plain' | 'good' | 'warning' | 'failed';
}

export function Message({ title, children, action, tone = 'plain' }: MessageProps) {
  return (
    <div className={`message ${tone}`} role={tone === 'failed' ? 'alert' : undefined}>
      <p className="message-title">{title}</p>
      {children && <div className="message-body">{children}</div>}
      {action && (
        <button type="button" className="button" onClick={action.act}>
          {action.words}
        </button>
      )}
    </div>
  );
}
