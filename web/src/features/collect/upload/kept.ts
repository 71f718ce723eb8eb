/** Why a file is not sent, and the words for it. Names only our own lines and columns, and repeats nothing of the file. */
import type { UploadMessages } from '../../../../../server/domain/messages/en/collect/upload.ts';

export type Kept =
  | { readonly why: 'key' | 'empty' | 'headerOnly' | 'ownExport' | 'spreadsheet' }
  | { readonly why: 'value'; readonly line: number; readonly column: string; readonly shape: string }
  | { readonly why: 'strangeColumns'; readonly columnCount: number }
  | { readonly why: 'missingColumns'; readonly columns: readonly string[] }
  | { readonly why: 'notText'; readonly line: number };

interface KeptInWords {
  readonly title: string;
  readonly whatToDo: string;
}

export function keptInWords({ kept: words }: Pick<UploadMessages, 'kept'>, kept: Kept): KeptInWords {
  switch (kept.why) {
    case 'value':
      return { title: words.value.title(kept), whatToDo: words.value.whatToDo };
    case 'strangeColumns':
      return { title: words.strangeColumns.title(kept), whatToDo: words.strangeColumns.whatToDo };
    case 'missingColumns':
      return { title: words.missingColumns.title(kept), whatToDo: words.missingColumns.whatToDo };
    case 'notText':
      return { title: words.notText.title(kept), whatToDo: words.notText.whatToDo };
    default:
      return words[kept.why];
  }
}
