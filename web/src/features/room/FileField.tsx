import { useId } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { roomMessages } from './messages.ts';

interface FileFieldProps {
  readonly label: string;
  readonly onFile: (file: File | undefined) => void;
}

/** Any format that an import of the commission's filings reads. */
export function FileField({ label, onFile }: FileFieldProps) {
  const { plans: messages } = useCatalog(roomMessages);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        required
        accept=".zip,.gpkg,.geojson,.json"
        aria-describedby={`${id}-formats`}
        onChange={(event) => onFile(event.target.files?.[0])}
      />
      <p className="note" id={`${id}-formats`}>
        {messages.formats}
      </p>
    </div>
  );
}
