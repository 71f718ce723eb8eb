/** What happens to students who live in a shelter, doubled up, in a motel: they count, and nothing tells who or where. */
import { counted } from './words.ts';

export function NoFixedResidence({ students, isMapped }: { readonly students: number; readonly isMapped: boolean }) {
  return (
    <details className="part" open={students > 0}>
      <summary>
        <strong>
          Students with no fixed residence: {isMapped ? counted(students, 'student') : 'not told by this file'}
        </strong>
      </summary>
      <p>
        {isMapped
          ? 'Their type of address says shelter, doubled up, hotel or motel, temporary or unsheltered. They are counted, so that they are not forgotten. Their line in the file has the district and a pseudonym and nothing else: no place, no household, no grade, no answers, and not the type of address. It discloses homelessness and never leaves the district.'
          : 'No column was chosen for the type of address. If your export has one, go back and choose it: students in shelters, doubled up or in motels are then counted without a place.'}
      </p>
    </details>
  );
}
