import type { Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { Message } from '../../../ui/Message.tsx';
import { hrefs } from '../http.ts';
import { Findings } from './Findings.tsx';

/** Why a whole file was not taken. Its bytes are deleted already. */
export function Refused({ upload }: { readonly upload: Upload }) {
  return (
    <>
      <Message tone="failed" title="The file was refused. Nothing was taken in, and what was sent is deleted.">
        <p>{upload.refusal?.detail}</p>
        <p>
          <a href={hrefs.printedCertificate(upload.id)}>Certificate that it was deleted</a>
        </p>
      </Message>
      <Findings upload={upload} />
    </>
  );
}
