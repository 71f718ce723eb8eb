import type { Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { useCatalog, useLanguage } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { Findings } from './Findings.tsx';

/** Why a whole file was refused. Its bytes are already deleted. */
export function Refused({ upload }: { readonly upload: Upload }) {
  const messages = useCatalog(collectMessages).upload;
  const language = useLanguage();
  return (
    <>
      <Message tone="failed" title={messages.refused}>
        <p>{upload.refusal?.detail}</p>
        <p>
          <a href={hrefs.printedCertificate(upload.id, language)}>{messages.certificate}</a>
        </p>
      </Message>
      <Findings upload={upload} />
    </>
  );
}
