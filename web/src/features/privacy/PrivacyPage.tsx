import { DocumentPage } from '../../ui/DocumentPage.tsx';

export default function PrivacyPage() {
  return (
    <DocumentPage title="How accurate is this" lead="What was hidden, what was changed a little, and by how much.">
      {null}
    </DocumentPage>
  );
}
