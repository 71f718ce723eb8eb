/** Offers text made on this page as a download. */
export function saveText(fileName: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
