/** A button that saves bytes made on this page to the person's own disk. */
import { useEffect, useState } from 'react';

export interface SaveButtonProps {
  readonly words: string;
  readonly name: string;
  readonly content: Blob;
  readonly isPrimary?: boolean;
  readonly onSaved?: () => void;
}

export function SaveButton({ words, name, content, isPrimary = false, onSaved }: SaveButtonProps) {
  const address = useBlobAddress(content);
  return (
    <a className={isPrimary ? 'button primary' : 'button'} href={address} download={name} onClick={onSaved}>
      {words}
    </a>
  );
}

function useBlobAddress(content: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
