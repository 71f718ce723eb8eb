import { DocumentPage } from '../../ui/DocumentPage.tsx';

export default function PreparePage() {
  return (
    <DocumentPage
      title="Prepare a file"
      lead="Turns your district's export into a file without names, addresses or coordinates, on this computer. Nothing is sent anywhere."
    >
      {null}
    </DocumentPage>
  );
}
