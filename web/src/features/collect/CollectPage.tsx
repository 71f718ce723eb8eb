import { DocumentPage } from '../../ui/DocumentPage.tsx';

export default function CollectPage() {
  return (
    <DocumentPage title="Collection" lead="Which districts have sent what, and what is missing.">
      {null}
    </DocumentPage>
  );
}
