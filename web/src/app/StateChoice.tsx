/** Which of several states the map shows: all, or one. Nothing where there is one. */
import { useStates } from '../lib/edition.ts';
import { mapMessages } from '../lib/messages.ts';
import { useReleases } from '../lib/queries.ts';
import { useCatalog } from '../lib/use-messages.ts';
import { useView, useViews, type ViewStore } from '../lib/views.ts';
import { InlineSelect } from '../ui/InlineSelect.tsx';
import { Said } from '../ui/Said.tsx';

const ALL = 'all';

/** While one is shown they are known from the list of all releases, which the map reads for its dates; the choice keeps the focus. */
export function StateChoice() {
  const several = useStates();
  const { data } = useReleases();
  const current = data?.releases.filter((release) => release.current).map(({ state }) => state) ?? [];
  const states = several.length > 0 ? several : current;
  if (states.length < 2) return null;
  return <Choice states={[...states].sort((a, b) => a.name.localeCompare(b.name))} />;
}

function Choice({ states }: { readonly states: readonly { readonly fips: string; readonly name: string }[] }) {
  const { edition: messages } = useCatalog(mapMessages);
  const views = useViews();
  const { state } = useView();
  return (
    <p className="state-choice">
      <Said
        message={messages.shown}
        parts={{
          states: (
            <InlineSelect
              label={messages.whichStates}
              value={state ?? ALL}
              options={[
                { value: ALL, words: messages.all },
                ...states.map(({ fips, name }) => ({ value: fips, words: name, isName: true })),
              ]}
              onChange={(chosen) => showStates(views, chosen === ALL ? undefined : chosen)}
            />
          ),
        }}
      />
    </p>
  );
}

/** The map goes to what is shown; what was chosen in another state is left. @param state all where undefined */
function showStates(views: ViewStore, state: string | undefined): void {
  views.change({ state, release: undefined, place: undefined, selection: undefined, camera: undefined, only: [] });
}
